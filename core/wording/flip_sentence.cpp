// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/flip_sentence.h"

#include "core/wording/named.h"
#include "core/wording/numbers.h"

#include <QCoreApplication>
#include <QStringList>

namespace hb::wording {

namespace {

struct Flips {
    Q_DECLARE_TR_FUNCTIONS(Flips)
};

} // namespace

QString flipLine(const scoring::Scorer& scorer,
                 const scoring::AccountDetail& detail,
                 const analytics::MetricFlip& metric) {
    const Metric& described = metricOf(scorer, detail, metric.metric);
    const QString name = QString::fromStdString(described.name);
    const QString needed = valueText(described, metric.needed);
    return metric.value ? Flips::tr("%1 at %2, now %3").arg(name, needed, valueText(described, *metric.value))
                        : Flips::tr("%1 at %2, no data now").arg(name, needed);
}

QString flipSentence(const scoring::Scorer& scorer,
                     const scoring::AccountDetail& detail,
                     const analytics::Flip& flip) {
    const QString band = bandName(flip.to);
    if (flip.metrics.empty()) {
        return Flips::tr("No metric alone would make it %1.").arg(band);
    }
    QStringList lines;
    for (const analytics::MetricFlip& metric : flip.metrics) {
        lines.append(flipLine(scorer, detail, metric));
    }
    return lines.size() == 1 ? Flips::tr("This alone would make it %1: %2.").arg(band, lines.front())
                             : Flips::tr("One of these alone would make it %1: %2.")
                                   .arg(band, lines.join(QStringLiteral("; ")));
}

} // namespace hb::wording
