// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/metric_reader.h"

#include "core/exchange/frozen_rules.h"
#include "core/exchange/object_reader.h"
#include "core/exchange/scorecard_words.h"

#include <algorithm>

namespace hb::exchange {
namespace {

using Kind = JsonValue::Kind;

Level readLevel(const JsonValue& json, const JsonPath& path, Need label, FaultList& faults) {
    Level level;
    ObjectReader reader(json, path, faults);
    reader.integer("level", level.level, Need::Required);
    reader.text("label", level.label, label);
    reader.number("score", level.score, Need::Required);
    reader.text("help", level.help, Need::Optional);
    reader.finish();
    return level;
}

/// `label`: whether levels have to be named.
void readRule(ObjectReader& reader, MetricRule& rule, Need label) {
    reader.word("kind", rule.kind, kindWords);
    reader.textOrNull("series", rule.series);
    reader.integer("valid_days", rule.validDays, Need::Optional);
    reader.word("aggregation", rule.aggregation, aggregationWords);
    reader.integer("window_days", rule.windowDays, Need::Optional);
    reader.truth("empty_is_zero", rule.emptyIsZero);
    const bool isLevel = rule.kind == MetricKind::Level;
    const JsonValue* levels = reader.member("levels", Kind::Array, isLevel ? Need::Required : Need::Optional);
    if (levels && !isLevel) {
        reader.faults().misread(reader.path() / "levels", "is for level metrics alone");
    } else if (levels) {
        const JsonPath path = reader.path() / "levels";
        for (std::size_t i = 0; i < levels->items.size(); ++i) {
            rule.levels.push_back(readLevel(levels->items[i], path / i, label, reader.faults()));
        }
    }
}

} // namespace

Metric readMetric(const JsonValue& json, const JsonPath& path, FaultList& faults) {
    Metric metric;
    ObjectReader reader(json, path, faults);
    reader.text("key", metric.key, Need::Required);
    reader.text("name", metric.name, Need::Required);
    reader.text("unit", metric.unit, Need::Optional);
    reader.word("better", metric.better, betterWords);
    readRule(reader, metric.rule, Need::Required);
    reader.text("category", metric.category, Need::Optional);
    reader.text("source", metric.source, Need::Optional);
    reader.text("owner_team", metric.ownerTeam, Need::Optional);
    reader.text("action", metric.action, Need::Optional);
    reader.textOrNull("goal", metric.goal);
    reader.truth("actionable", metric.actionable);
    reader.text("help", metric.help, Need::Optional);
    reader.finish();
    return metric;
}

FrozenMetric readFrozenMetric(const JsonValue& json,
                              const JsonPath& path,
                              const std::vector<Metric>& metrics,
                              FaultList& faults) {
    FrozenMetric frozen;
    ObjectReader reader(json, path, faults);
    reader.text("key", frozen.key, Need::Required);
    readRule(reader, frozen.rule, Need::Optional);
    reader.finish();
    if (const Metric* current = findMetric(metrics, frozen.key)) {
        const std::vector<Level>& named = current->rule.levels;
        for (Level& level : frozen.rule.levels) {
            const auto same = std::find_if(
                named.begin(), named.end(), [&](const Level& l) { return l.level == level.level; });
            if (same != named.end()) {
                level.label = same->label;
                level.help = same->help;
            }
        }
    }
    return frozen;
}

} // namespace hb::exchange
