// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/account_edits.h"

#include "core/wording/numbers.h"

#include <QCoreApplication>

namespace hb::pages {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(hb::pages::Account)
};
} // namespace

NamedEdit reviewEdit(const AccountAt& at) {
    return {.edit = book::SetReviewed{.account = at.id(),
                                      .day = at.today,
                                      .reasons = at.moment->book.reasons[at.account].bits()},
            .text = Texts::tr("Reviewed %1").arg(accountName(at))};
}

NamedEdit noteEdit(const AccountAt& at, const QString& text, NoteKind kind) {
    return {.edit = book::AddNote{.account = at.id(), .day = at.day(), .text = text, .kind = kind},
            .text = Texts::tr("Wrote a note on %1").arg(accountName(at))};
}

NamedEdit levelEdit(const AccountAt& at, MetricIndex metric, int level, const QString& note) {
    const Metric& about = at.snapshot().scorecard->metrics[metric];
    return {.edit = book::SetMeasurement{.account = at.id(),
                                         .metric = at.snapshot().metricIds[metric],
                                         .day = at.day(),
                                         .value = level,
                                         .note = note},
            .text = Texts::tr("Set %1 to %2").arg(toQString(about.name), wording::valueText(about, level))};
}

} // namespace hb::pages
