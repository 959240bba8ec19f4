// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/account_metrics.h"

#include "core/scoring/band.h"
#include "core/wording/account_words.h"
#include "core/wording/numbers.h"
#include "core/wording/sentences.h"
#include "core/wording/words.h"
#include "ui/pages/account/metric_about.h"
#include "ui/theme/texts.h"
#include "ui/widgets/level_choices.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int weeks = 12;

QString ageOf(const scoring::MetricDetail& detail, Day day) {
    const QString age = wording::ageText(detail, day);
    switch (detail.state) {
    case scoring::State::Overridden:
        return Texts::tr("set by hand");
    case scoring::State::Stale:
        return detail.held ? Texts::tr("%1, held").arg(age) : Texts::tr("%1, stale").arg(age);
    case scoring::State::Missing:
        return detail.held ? Texts::tr("held") : age;
    case scoring::State::Present:
        break;
    }
    return age;
}

MetricFacts metricFacts(const AccountAt& at, std::size_t position) {
    const scoring::CompiledMetric& compiled = at.version().metrics[position];
    const scoring::MetricDetail& detail = at.detail.metrics[position];
    const Metric& metric = at.snapshot().scorecard->metrics[compiled.metric];
    MetricFacts facts;
    facts.metric = compiled.metric;
    facts.position = position;
    facts.key = wording::fromUtf8(metric.key);
    facts.name = wording::fromUtf8(metric.name);
    facts.who = wording::fromUtf8(metric.ownerTeam);
    facts.value = detail.value.value ? wording::valueText(metric, *detail.value.value) : Texts::tr("no data");
    facts.age = ageOf(detail, at.day());
    facts.isFresh = detail.state == scoring::State::Present;
    facts.band = scoring::bandOf(at.version().ranges, detail.score);
    facts.score = detail.score
                      ? wording::scoreText(*detail.score, wording::schemeDecimals(at.version().ranges))
                      : QString();
    facts.share = detail.share > 0 ? wording::percentText(detail.share) : QString();
    facts.about = aboutText(at, position);
    facts.account = at.id();
    facts.whyNotWrite = at.whyNotWrite;
    facts.whyNotOverride = whyNotOverride(at);
    if (compiled.rule.kind == MetricKind::Level) {
        facts.levels = widgets::levelChoices(compiled, metric, at.version().ranges);
        facts.notice = wording::staleSentence(at.scorer(), at.detail, position);
        if (detail.value.value) {
            facts.level = static_cast<int>(std::lround(*detail.value.value));
            facts.isLevelOfToday = detail.value.observedOn == at.day();
        }
    }
    return facts;
}

// The scores of every metric for the weeks of a sparkline, each day by the version that held then.
void addSparklines(const AccountAt& at, std::vector<GroupFacts>& groups) {
    std::vector<widgets::BandBound> bounds;
    for (const Range& range : at.version().ranges) {
        bounds.push_back({range.from, range.colour});
    }
    for (int week = weeks; week >= 0; --week) {
        const scoring::AccountDetail then = at.scorer().detail(at.account, at.day() - week * daysOfWeek);
        const scoring::CompiledVersion& version = at.scorer().version(then.templateIndex, then.versionIndex);
        for (GroupFacts& group : groups) {
            for (MetricFacts& metric : group.metrics) {
                const auto found =
                    std::ranges::find(version.metrics, metric.metric, &scoring::CompiledMetric::metric);
                const bool known = found != version.metrics.end();
                metric.sparkline.scores.push_back(
                    known ? then.metrics[static_cast<std::size_t>(found - version.metrics.begin())].score
                          : std::nullopt);
                metric.sparkline.bounds = bounds;
            }
        }
    }
}

} // namespace

std::vector<GroupFacts> groupFacts(const AccountAt& at) {
    const scoring::CompiledVersion& version = at.version();
    const Template& used = at.snapshot().scorecard->templates[at.detail.templateIndex];
    std::vector<double> costs(version.metrics.size());
    for (const scoring::CostLine& line : scoring::explainScore(at.detail)) {
        if (line.kind == scoring::LineKind::Metric) {
            costs[line.metric] = line.points;
        }
    }
    std::vector<GroupFacts> result;
    for (std::size_t group = 0; group < version.groups.size(); ++group) {
        const scoring::GroupDetail& detail = at.detail.groups[group];
        GroupFacts facts;
        facts.key = wording::fromUtf8(version.groups[group].key);
        facts.name = wording::fromUtf8(used.versions[at.detail.versionIndex].groups[group].name);
        facts.score = detail.score ? scoreText(at, *detail.score) : QString();
        facts.band = scoring::bandOf(version.ranges, detail.score);
        facts.share = wording::groupShareText(version, at.detail, group);
        facts.isOverridden = detail.overridden;
        facts.whyNotOverride = whyNotOverride(at);
        for (std::size_t metric = version.groups[group].firstMetric; metric < version.groups[group].endMetric;
             ++metric) {
            facts.metrics.push_back(metricFacts(at, metric));
            facts.metrics.back().costs = costs[metric];
        }
        result.push_back(std::move(facts));
    }
    addSparklines(at, result);
    return result;
}

} // namespace hb::pages
