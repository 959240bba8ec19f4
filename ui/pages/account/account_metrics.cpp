// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/account_metrics.h"

#include "core/scoring/band.h"
#include "core/wording/account_words.h"
#include "core/wording/numbers.h"
#include "core/wording/sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int weeks = 12, daysOfWeek = 7;
constexpr qsizetype historyShown = 5;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(hb::pages::Account)
};

QString aboutText(const AccountAt& at,
                  const Metric& metric,
                  const scoring::CompiledMetric& compiled,
                  const scoring::MetricDetail& detail,
                  std::size_t position) {
    QStringList lines;
    lines << toQString(metric.help);
    if (detail.value.observedOn) {
        const QString day = wording::longDayText(*detail.value.observedOn);
        lines << (metric.source.empty()
                      ? Texts::tr("Last measured on %1.").arg(day)
                      : Texts::tr("Last measured on %1 by %2.").arg(day, toQString(metric.source)));
    } else if (!metric.source.empty()) {
        lines << Texts::tr("Never measured here. It comes from %1.").arg(toQString(metric.source));
    }
    if (compiled.metric != compiled.series) {
        lines << Texts::tr("It is worked out from %1.")
                     .arg(toQString(at.snapshot().scorecard->metrics[compiled.series].name));
    }
    lines << wording::staleSentence(at.scorer(), at.detail, position);
    if (detail.score && detail.share > 0) {
        lines << Texts::tr("It scores %1 and has %2 of the whole.")
                     .arg(scoreText(at, *detail.score), wording::percentText(detail.share));
    }
    if (!metric.action.empty()) {
        lines << Texts::tr("What helps: %1.").arg(toQString(metric.action));
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

std::vector<widgets::LevelChoice> levelChoices(const scoring::CompiledMetric& compiled,
                                               const Metric& metric,
                                               const std::vector<Range>& ranges) {
    std::vector<widgets::LevelChoice> choices;
    for (const Level& level : compiled.rule.levels) {
        // Words are current, scores are the version's.
        const auto now = std::ranges::find(metric.rule.levels, level.level, &Level::level);
        const Level& words = now == metric.rule.levels.end() ? level : *now;
        const auto own = std::ranges::find(compiled.levels, level.level, &LevelScore::level);
        const double score = own == compiled.levels.end() ? level.score : own->score;
        choices.push_back(
            {level.level, toQString(words.label), toQString(words.help), scoring::bandOf(ranges, score)});
    }
    return choices;
}

MetricFacts metricFacts(const AccountAt& at, std::size_t position) {
    const scoring::CompiledMetric& compiled = at.version().metrics[position];
    const scoring::MetricDetail& detail = at.detail.metrics[position];
    const Metric& metric = at.snapshot().scorecard->metrics[compiled.metric];
    MetricFacts facts;
    facts.metric = compiled.metric;
    facts.position = position;
    facts.name = toQString(metric.name);
    facts.who = toQString(metric.ownerTeam);
    facts.value = detail.value.value ? wording::valueText(metric, *detail.value.value) : Texts::tr("no data");
    facts.age = wording::ageText(detail, at.day());
    facts.band = scoring::bandOf(at.version().ranges, detail.score);
    facts.score = detail.score
                      ? wording::scoreText(*detail.score, wording::schemeDecimals(at.version().ranges))
                      : QString();
    facts.share = detail.share > 0 ? wording::percentText(detail.share) : QString();
    facts.isStale = detail.state == scoring::State::Stale || detail.held;
    facts.about = aboutText(at, metric, compiled, detail, position);
    if (compiled.rule.kind == MetricKind::Level) {
        facts.levels = levelChoices(compiled, metric, at.version().ranges);
        if (detail.value.value) {
            facts.level = static_cast<int>(std::lround(*detail.value.value));
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
    std::vector<GroupFacts> result;
    for (std::size_t group = 0; group < version.groups.size(); ++group) {
        const scoring::GroupDetail& detail = at.detail.groups[group];
        GroupFacts facts;
        facts.name = toQString(used.versions[at.detail.versionIndex].groups[group].name);
        facts.score = detail.score ? scoreText(at, *detail.score) : QString();
        facts.band = scoring::bandOf(version.ranges, detail.score);
        facts.share = wording::groupShareText(version, at.detail, group);
        for (std::size_t metric = version.groups[group].firstMetric; metric < version.groups[group].endMetric;
             ++metric) {
            facts.metrics.push_back(metricFacts(at, metric));
        }
        result.push_back(std::move(facts));
    }
    addSparklines(at, result);
    return result;
}

QString historyText(const AccountAt& at, MetricIndex metric, const std::vector<book::HandValue>& values) {
    QStringList lines;
    for (const book::HandValue& value : values) {
        if (lines.size() == historyShown) {
            break;
        }
        const QString what = wording::valueText(at.snapshot().scorecard->metrics[metric], value.value);
        const QString day = wording::dayText(value.day, at.day());
        lines << (value.note.isEmpty()
                      ? Texts::tr("%1 set %2 on %3.").arg(value.author, what, day)
                      : Texts::tr("%1 set %2 on %3: %4").arg(value.author, what, day, value.note));
    }
    return lines.join(u'\n');
}

} // namespace hb::pages
