// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/account_edits.h"

#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/models/names.h"
#include "ui/theme/texts.h"

namespace hb::pages {

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
    return {
        .edit = book::SetMeasurement{.account = at.id(),
                                     .metric = at.snapshot().metricIds[metric],
                                     .day = at.day(),
                                     .value = level,
                                     .note = note},
        .text =
            Texts::tr("Set %1 to %2").arg(wording::fromUtf8(about.name), wording::valueText(about, level))};
}

NamedEdit renameEdit(const AccountAt& at, const QString& key) {
    return {.edit = book::RenameAccount{.account = at.id(), .key = key},
            .text = Texts::tr("Changed the id of %1 to %2").arg(accountName(at), key)};
}

std::optional<NamedEdit> mergeEdit(const AccountAt& at, const QString& into) {
    const auto other = at.snapshot().findAccount(into.toStdString());
    if (!other) {
        return std::nullopt;
    }
    return NamedEdit{.edit =
                         book::MergeAccount{.account = at.id(), .into = (*at.snapshot().accounts)[*other].id},
                     .text = Texts::tr("Merged %1 into %2")
                                 .arg(accountName(at), models::nameOf(at.snapshot(), *other, at.day()))};
}

NamedEdit familyRuleEdit(const AccountAt& at, FamilyRule rule) {
    BookSettings settings = at.snapshot().settings;
    settings.familyRule = rule;
    return {.edit = book::SetSettings{.settings = settings},
            .text = rule == FamilyRule::Lowest ? Texts::tr("Families stand where their lowest account does")
                                               : Texts::tr("Families stand at their mean weighted by ARR")};
}

} // namespace hb::pages
