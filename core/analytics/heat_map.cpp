// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/heat_map.h"

#include "core/analytics/shown_metrics.h"
#include "core/base/parallel_for.h"
#include "core/scoring/band.h"

#include <algorithm>
#include <array>

namespace hb::analytics {

namespace {

/// Labels apart: they name a band and do not move it.
bool isSameScheme(const std::vector<Range>& a, const std::vector<Range>& b) {
    return std::ranges::equal(
        a, b, [](const Range& x, const Range& y) { return x.from == y.from && x.colour == y.colour; });
}

/// By template and version, where each scheme stands in the map.
std::vector<std::vector<std::uint32_t>> collectSchemes(const scoring::Scorer& scorer, HeatMap& map) {
    std::vector<std::vector<std::uint32_t>> places;
    const auto& templates = scorer.snapshot().scorecard->templates;
    for (std::size_t tmpl = 0; tmpl < templates.size(); ++tmpl) {
        places.emplace_back();
        for (std::size_t version = 0; version < templates[tmpl].versions.size(); ++version) {
            const std::vector<Range>& ranges = scorer.version(tmpl, version).ranges;
            const auto known = std::ranges::find_if(
                map.schemes, [&](const std::vector<Range>& each) { return isSameScheme(each, ranges); });
            places.back().push_back(static_cast<std::uint32_t>(known - map.schemes.begin()));
            if (known == map.schemes.end()) {
                map.schemes.push_back(ranges);
            }
        }
    }
    return places;
}

/// The best band of the worse half of the scored accounts.
Band middleBand(const std::array<std::size_t, 4>& bands, std::size_t scored) {
    std::size_t upTo = 0;
    for (const Band band : {Band::Red, Band::Yellow}) {
        upTo += bands[static_cast<std::size_t>(band)];
        if (upTo * 2 >= scored) {
            return band;
        }
    }
    return Band::Green;
}

} // namespace

Band HeatMap::band(AccountIndex account, MetricIndex metric) const {
    return scoring::bandOf(schemeOf(account), score(account, metric));
}

HeatMap heatMap(const scoring::Scorer& scorer, Day day, const std::stop_token& stop) {
    const Snapshot& snapshot = scorer.snapshot();
    HeatMap map{.day = day,
                .metrics = snapshot.metricCount(),
                .scores = {},
                .schemes = {},
                .schemeOfAccounts = std::vector<std::uint32_t>(snapshot.accountCount())};
    map.scores.assign(snapshot.accountCount() * map.metrics, std::numeric_limits<double>::quiet_NaN());
    const auto places = collectSchemes(scorer, map);
    constexpr std::size_t accountsPerPiece = 1024;
    parallelFor(snapshot.accountCount(), accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        ShownMetrics shown;
        for (std::size_t at = first; at < last; ++at) {
            const auto account = static_cast<AccountIndex>(at);
            const scoring::CompiledVersion& version = scorer.versionOf(account, day);
            map.schemeOfAccounts[at] = places[version.templateIndex][version.versionIndex];
            if (snapshot.isChurned(account, day)) {
                continue;
            }
            const auto& metrics = shown.of({snapshot, version, account, day});
            for (std::size_t metric = 0; metric < metrics.size(); ++metric) {
                if (metrics[metric].score) {
                    map.scores[at * map.metrics + version.metrics[metric].metric] = *metrics[metric].score;
                }
            }
        }
    });
    return map;
}

GroupCell groupCell(const HeatMap& map, std::span<const AccountIndex> accounts, MetricIndex metric) {
    GroupCell cell;
    double sum = 0;
    std::array<std::size_t, 4> bands{};
    for (const AccountIndex account : accounts) {
        const auto score = map.score(account, metric);
        if (!score) {
            continue;
        }
        const std::uint32_t scheme = map.schemeOfAccounts[account];
        if (cell.scored == 0) {
            cell.scheme = scheme;
        }
        cell.isOneScheme = cell.isOneScheme && scheme == cell.scheme;
        ++cell.scored;
        sum += *score;
        ++bands[static_cast<std::size_t>(scoring::bandOf(map.schemes[scheme], score))];
    }
    if (cell.scored == 0) {
        return cell;
    }
    cell.red = bands[static_cast<std::size_t>(Band::Red)];
    cell.mean = sum / static_cast<double>(cell.scored);
    cell.band = cell.isOneScheme ? scoring::bandOf(map.schemes[cell.scheme], cell.mean)
                                 : middleBand(bands, cell.scored);
    return cell;
}

} // namespace hb::analytics
