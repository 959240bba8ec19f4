// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/exceptions.h"

#include "core/scoring/rounding.h"

#include <algorithm>

namespace hb::scoring {

namespace {

bool isAbsent(const MetricScore& metric) {
    return metric.state == State::Stale || metric.state == State::Missing;
}

bool scoreTest(const CompiledCondition& condition, std::optional<double> score) {
    if (!score) {
        return false;
    }
    return condition.test == Condition::Test::ScoreAtMost ? atMost(*score, condition.score)
                                                          : atLeast(*score, condition.score);
}

bool metricTest(const CompiledCondition& condition, const MetricScore& metric) {
    return condition.test == Condition::Test::Absent ? isAbsent(metric) : scoreTest(condition, metric.score);
}

bool holdAll(const CompiledException& exception, const ExceptionInput& input) {
    return std::ranges::all_of(exception.when, [&](const CompiledCondition& c) { return holds(c, input); });
}

} // namespace

bool holds(const CompiledCondition& condition, const ExceptionInput& input) {
    switch (condition.target) {
    case Condition::Target::Metric:
        return metricTest(condition, input.metrics[condition.at]);
    case Condition::Target::AnyMetric:
        return std::ranges::any_of(input.metrics,
                                   [&](const MetricScore& m) { return metricTest(condition, m); });
    case Condition::Target::Group: {
        const std::optional<double>& score = input.groupScores[condition.at];
        return condition.test == Condition::Test::Absent ? !score.has_value() : scoreTest(condition, score);
    }
    case Condition::Target::Overall:
        return scoreTest(condition, input.score);
    case Condition::Target::Attribute:
        return condition.attribute.holds(input.on.snapshot, input.on.account, input.on.day);
    }
    return false;
}

ExceptionResult applyExceptions(const ExceptionInput& input) {
    const CompiledException* raise = nullptr;
    const CompiledException* cap = nullptr;
    const std::vector<CompiledException>& exceptions = input.on.version.exceptions;
    for (const CompiledException& exception : exceptions) {
        if (!holdAll(exception, input)) {
            continue;
        }
        if (exception.effect == ScoreException::Effect::RaiseTo) {
            raise = !raise || below(raise->score, exception.score) ? &exception : raise;
        } else {
            cap = !cap || below(exception.score, cap->score) ? &exception : cap;
        }
    }
    ExceptionResult result{.score = input.score, .acted = -1};
    const auto act = [&](const CompiledException& exception) {
        result.score = exception.score;
        result.acted = static_cast<std::int32_t>(&exception - exceptions.data());
    };
    if (raise && below(result.score, raise->score)) {
        act(*raise);
    }
    if (cap && below(cap->score, result.score)) {
        act(*cap);
    }
    return result;
}

} // namespace hb::scoring
