// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/compiled_version.h"

#include "core/base/contract.h"

#include <algorithm>
#include <span>

namespace hb::scoring {

namespace {

CompiledMetric
compileMetric(const Snapshot& snapshot, const TemplateVersion& version, const GroupMetric& used) {
    const auto frozen = std::ranges::find(version.metrics, used.metric, &FrozenMetric::key);
    HB_EXPECTS(frozen != version.metrics.end());
    const auto metric = snapshot.findMetric(used.metric);
    const auto series = frozen->rule.series.empty() ? metric : snapshot.findMetric(frozen->rule.series);
    HB_EXPECTS(metric && series);
    return {.metric = *metric,
            .series = *series,
            .group = 0,
            .weight = used.weight,
            .nominalShare = 0,
            .rule = frozen->rule,
            .curve = used.curve,
            .levels = used.levels,
            .whenStale = used.whenStale,
            .whenMissing = used.whenMissing};
}

/// Only ratios of weights matter: sums of enormous ones must not overflow.
void tameWeights(CompiledVersion& version) {
    constexpr double enormous = 1e12;
    const auto tame = [](auto weighted) {
        const double largest =
            std::ranges::max(weighted, {}, [](const auto& each) { return each.weight; }).weight;
        for (auto& each : weighted) {
            each.weight = largest > enormous ? each.weight / largest : each.weight;
        }
    };
    tame(std::span(version.groups));
    for (const CompiledGroup& group : version.groups) {
        tame(std::span(version.metrics).subspan(group.firstMetric, group.endMetric - group.firstMetric));
    }
}

/// Coverage counts groups with W > 0 and a metric of positive weight, whatever the roll-up.
void setNominalShares(CompiledVersion& version) {
    double groupWeights = 0;
    const auto metricWeights = [&version](const CompiledGroup& group) {
        double sum = 0;
        for (std::size_t i = group.firstMetric; i < group.endMetric; ++i) {
            sum += version.metrics[i].weight;
        }
        return sum;
    };
    for (const CompiledGroup& group : version.groups) {
        groupWeights += metricWeights(group) > 0 ? group.weight : 0;
    }
    for (const CompiledGroup& group : version.groups) {
        const double weights = metricWeights(group);
        for (std::size_t i = group.firstMetric; i < group.endMetric && group.weight > 0 && weights > 0; ++i) {
            version.metrics[i].nominalShare =
                group.weight / groupWeights * (version.metrics[i].weight / weights);
        }
    }
}

CompiledCondition compileCondition(const Snapshot& snapshot,
                                   const TemplateVersion& version,
                                   const CompiledVersion& compiled,
                                   const Condition& condition) {
    CompiledCondition result{.target = condition.target,
                             .test = condition.test,
                             .at = 0,
                             .score = condition.score,
                             .attribute = {}};
    if (condition.target == Condition::Target::Metric) {
        const auto metric = snapshot.findMetric(condition.key);
        const auto at = std::ranges::find_if(
            compiled.metrics, [&](const CompiledMetric& m) { return metric && m.metric == *metric; });
        HB_EXPECTS(at != compiled.metrics.end());
        result.at = static_cast<std::size_t>(at - compiled.metrics.begin());
    } else if (condition.target == Condition::Target::Group) {
        const auto at = std::ranges::find(version.groups, condition.key, &Group::key);
        HB_EXPECTS(at != version.groups.end());
        result.at = static_cast<std::size_t>(at - version.groups.begin());
    } else if (condition.target == Condition::Target::Attribute) {
        result.attribute = compileTest(snapshot, condition.key, condition.values);
    }
    return result;
}

} // namespace

bool AttributeTest::holds(const Snapshot& snapshot, AccountIndex account, Day day) const {
    const TextIndex value = column ? (*snapshot.attributes)[*column].on(account, day) : 0;
    return std::ranges::find(accepted, value) != accepted.end();
}

AttributeTest compileTest(const Snapshot& snapshot, const std::string& key, std::vector<std::string> values) {
    std::ranges::sort(values);
    const auto isAccepted = [&](TextIndex text) {
        return std::ranges::binary_search(values, (*snapshot.texts)[text]);
    };
    AttributeTest test;
    if (isAccepted(0)) {
        test.accepted.push_back(0);
    }
    const AttributeColumn* column = snapshot.findAttribute(key);
    if (!column) {
        return test;
    }
    test.column = static_cast<std::size_t>(column - snapshot.attributes->data());
    // Each text of this attribute once: those of names alone are a hundred thousand.
    std::vector<bool> isSeen(snapshot.texts->size());
    isSeen[0] = true;
    for (const TextIndex text : column->values) {
        if (!isSeen[text]) {
            isSeen[text] = true;
            if (isAccepted(text)) {
                test.accepted.push_back(text);
            }
        }
    }
    return test;
}

CompiledVersion compile(const Snapshot& snapshot, const TemplateVersion& version) {
    CompiledVersion result;
    result.number = version.number;
    result.effectiveFrom = version.effectiveFrom;
    for (const AttributeFilter& filter : version.appliesTo) {
        result.appliesTo.push_back(compileTest(snapshot, filter.attribute, filter.values));
    }
    result.rollup = version.rollup;
    result.minCoverage = version.minCoverage;
    result.trend = version.trend;
    result.ranges = version.scheme.ranges;
    for (const Group& group : version.groups) {
        CompiledGroup compiled{.key = group.key,
                               .weight = group.weight,
                               .rollup = group.rollup,
                               .firstMetric = result.metrics.size(),
                               .endMetric = result.metrics.size() + group.metrics.size()};
        for (const GroupMetric& used : group.metrics) {
            result.metrics.push_back(compileMetric(snapshot, version, used));
            result.metrics.back().group = result.groups.size();
        }
        result.groups.push_back(compiled);
    }
    tameWeights(result);
    setNominalShares(result);
    for (const ScoreException& exception : version.exceptions) {
        CompiledException compiled{.when = {}, .effect = exception.effect, .score = exception.score};
        for (const Condition& condition : exception.when) {
            compiled.when.push_back(compileCondition(snapshot, version, result, condition));
        }
        result.exceptions.push_back(std::move(compiled));
    }
    return result;
}

CompiledVersion compile(const Snapshot& snapshot, std::size_t templateIndex, std::size_t versionIndex) {
    CompiledVersion result =
        compile(snapshot, snapshot.scorecard->templates[templateIndex].versions[versionIndex]);
    result.templateIndex = templateIndex;
    result.versionIndex = versionIndex;
    return result;
}

} // namespace hb::scoring
