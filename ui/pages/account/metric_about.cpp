// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/metric_about.h"

#include "core/wording/sentences.h"
#include "core/wording/words.h"
#include "ui/theme/texts.h"

namespace hb::pages {

namespace {

constexpr qsizetype handValuesShown = 5;

} // namespace

QString aboutText(const AccountAt& at, std::size_t position) {
    const Metric& metric = at.snapshot().scorecard->metrics[at.version().metrics[position].metric];
    QStringList lines{wording::fromUtf8(metric.help),
                      wording::measuredSentence(at.scorer(), at.detail, position),
                      wording::staleSentence(at.scorer(), at.detail, position),
                      wording::metricOverrideSentence(at.scorer(), at.detail, position, at.day()),
                      wording::scoredSentence(at.scorer(), at.detail, position)};
    if (!metric.action.empty()) {
        lines << Texts::tr("What helps: %1.").arg(wording::fromUtf8(metric.action));
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString originText(const AccountAt& at, MetricIndex metric, const book::MetricOrigin& origin) {
    QStringList lines;
    if (origin.import) {
        lines << wording::importedSentence({.number = origin.import->run.value,
                                            .by = origin.import->by,
                                            .on = origin.import->on,
                                            .file = origin.import->file,
                                            .note = origin.import->note});
    }
    qsizetype shown = 0;
    for (const book::HandValue& value : origin.byHand) {
        if (value.day > at.day() || shown == handValuesShown) {
            continue;
        }
        ++shown;
        lines << wording::handValueSentence(at.snapshot().scorecard->metrics[metric],
                                            {.author = value.author,
                                             .day = value.day,
                                             .value = value.value,
                                             .note = value.note,
                                             .importedValue = value.importedValue},
                                            at.day());
    }
    return lines.join(u'\n');
}

} // namespace hb::pages
