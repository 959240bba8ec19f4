// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/account_words.h"

#include "core/scoring/band.h"
#include "core/scoring/rounding.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"

#include <algorithm>
#include <cmath>

namespace hb::wording {

QString nextBandText(const std::vector<Range>& ranges, std::optional<double> score) {
    if (!score) {
        return {};
    }
    const std::size_t now = scoring::rangeOf(ranges, *score);
    for (std::size_t at = now + 1; at < ranges.size(); ++at) {
        if (ranges[at].colour != ranges[now].colour) {
            const double missing = std::ceil(scoring::rounded(ranges[at].from - *score) * 10 - 1e-6) / 10;
            return Words::tr("%1 to %2").arg(pointsText(missing), bandName(ranges[at].colour));
        }
    }
    return {};
}

QString groupShareText(const scoring::CompiledVersion& version,
                       const scoring::AccountDetail& detail,
                       std::size_t group) {
    double share = 0;
    for (std::size_t metric = version.groups[group].firstMetric; metric < version.groups[group].endMetric;
         ++metric) {
        share += detail.metrics[metric].share;
    }
    return share > 0 ? percentText(scoring::rounded(share)) : QString();
}

QString restOfCostsText(const std::vector<scoring::CostLine>& lines, std::size_t first) {
    double points = 0;
    int count = 0;
    for (std::size_t at = first; at < lines.size(); ++at) {
        points += lines[at].points;
        ++count;
    }
    if (count == 0 || std::abs(points) < smallestShown) {
        return {};
    }
    return count == 1 ? Words::tr("%n more costs %1", nullptr, count).arg(pointsText(points))
                      : Words::tr("%n more cost %1", nullptr, count).arg(pointsText(points));
}

QString directionText(scoring::Direction direction) {
    switch (direction) {
    case scoring::Direction::Up:
        return Words::tr("up");
    case scoring::Direction::Down:
        return Words::tr("down");
    case scoring::Direction::Steady:
        return Words::tr("steady");
    case scoring::Direction::None:
        break;
    }
    return {};
}

QString ageText(const scoring::MetricDetail& metric, Day day) {
    if (!metric.value.observedOn) {
        return {};
    }
    const int days = day - *metric.value.observedOn;
    return days == 0 ? Words::tr("today") : Words::tr("%n d", nullptr, days);
}

double sumOf(const std::vector<scoring::CostLine>& lines) {
    double sum = 0;
    for (const scoring::CostLine& line : lines) {
        sum += line.points;
    }
    return sum;
}

} // namespace hb::wording
