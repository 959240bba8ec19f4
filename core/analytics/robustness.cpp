// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/robustness.h"

#include "core/analytics/dice.h"
#include "core/analytics/what_if.h"
#include "core/scoring/template_match.h"

#include <algorithm>

namespace hb::analytics {

namespace {

TemplateVersion jittered(TemplateVersion version, double jitter, Dice& dice) {
    for (Group& group : version.groups) {
        group.weight *= 1 + jitter * dice.roll();
        for (GroupMetric& metric : group.metrics) {
            metric.weight *= 1 + jitter * dice.roll();
        }
    }
    return version;
}

} // namespace

Robustness robustness(const scoring::Scorer& scorer,
                      std::size_t templateIndex,
                      Day day,
                      const RobustnessOptions& options,
                      const std::stop_token& stop) {
    const Snapshot& snapshot = scorer.snapshot();
    const Template& each = snapshot.scorecard->templates[templateIndex];
    const TemplateVersion& base = each.versions[scoring::versionOn(each.versions, day)];
    const WhatIf whatIf(scorer, day, templateIndex, stop);
    const std::size_t count = whatIf.accounts().size();
    std::vector<scoring::TrackScore> usual;
    whatIf.rescore(scoring::compile(snapshot, base), usual);
    std::vector<std::size_t> otherwise(count);
    Robustness result;
    Dice dice(options.seed);
    std::vector<scoring::TrackScore> trial;
    for (; result.trials < options.trials && !stop.stop_requested(); ++result.trials) {
        whatIf.rescore(scoring::compile(snapshot, jittered(base, options.jitter, dice)), trial);
        for (std::size_t row = 0; row < count; ++row) {
            otherwise[row] += trial[row].band != usual[row].band ? 1U : 0U;
        }
    }
    for (std::size_t row = 0; row < count; ++row) {
        const AccountIndex account = whatIf.accounts()[row];
        if (usual[row].band == Band::None || snapshot.isChurned(account, day)) {
            continue;
        }
        ++result.accounts;
        if (otherwise[row] > 0) {
            result.wobbly.push_back(
                {.account = account, .usual = usual[row].band, .otherwise = otherwise[row]});
        }
    }
    std::ranges::stable_sort(result.wobbly, std::ranges::greater{}, &Wobbly::otherwise);
    return result;
}

} // namespace hb::analytics
