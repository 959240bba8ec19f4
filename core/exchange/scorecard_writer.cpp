// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/frozen_rules.h"
#include "core/exchange/json_writer.h"
#include "core/exchange/scorecard_json.h"
#include "core/exchange/scorecard_words.h"

#include <algorithm>
#include <map>
#include <set>

namespace hb::exchange {
namespace {

using Form = JsonWriter::Form;

void writeTextOrNull(JsonWriter& json, std::string_view key, const std::string& text) {
    json.key(key);
    if (text.empty()) {
        json.null();
    } else {
        json.value(text);
    }
}

void writeGoal(JsonWriter& json, const Goal& goal) {
    json.beginObject(Form::OneLine);
    json.key("key").value(goal.key);
    json.key("name").value(goal.name);
    writeTextOrNull(json, "parent", goal.parent);
    json.endObject();
}

void writeLevel(JsonWriter& json, const Level& level) {
    json.beginObject(Form::OneLine);
    json.key("level").value(level.level);
    json.key("label").value(level.label);
    json.key("score").value(level.score);
    json.key("help").value(level.help);
    json.endObject();
}

void writeMetric(JsonWriter& json, const Metric& metric) {
    const MetricRule& rule = metric.rule;
    json.beginObject();
    json.key("key").value(metric.key);
    json.key("name").value(metric.name);
    json.key("unit").value(metric.unit);
    json.key("kind").value(wordOf(rule.kind, kindWords));
    json.key("better").value(wordOf(metric.better, betterWords));
    writeTextOrNull(json, "series", rule.series);
    json.key("valid_days").value(rule.validDays);
    json.key("aggregation").value(wordOf(rule.aggregation, aggregationWords));
    json.key("window_days").value(rule.windowDays);
    json.key("empty_is_zero").value(rule.emptyIsZero);
    json.key("category").value(metric.category);
    json.key("source").value(metric.source);
    json.key("owner_team").value(metric.ownerTeam);
    json.key("action").value(metric.action);
    json.key("goal").value(metric.goal);
    json.key("actionable").value(metric.actionable);
    json.key("help").value(metric.help);
    if (rule.kind == MetricKind::Level) {
        json.key("levels").beginArray();
        for (const Level& level : rule.levels) {
            writeLevel(json, level);
        }
        json.endArray();
    }
    json.endObject();
}

/// A level of today says its label at the metric; one that is gone keeps its own here.
void writeFrozenLevel(JsonWriter& json, const Level& level, const Metric* current) {
    const auto isSame = [&](const Level& other) { return other.level == level.level; };
    const bool isNamed =
        current && std::any_of(current->rule.levels.begin(), current->rule.levels.end(), isSame);
    json.beginObject(Form::OneLine);
    json.key("level").value(level.level);
    if (!isNamed) {
        json.key("label").value(level.label);
    }
    json.key("score").value(level.score);
    if (!isNamed) {
        json.key("help").value(level.help);
    }
    json.endObject();
}

void writeFrozenMetric(JsonWriter& json, const FrozenMetric& frozen, const Metric* current) {
    const MetricRule& rule = frozen.rule;
    json.beginObject(Form::OneLine);
    json.key("key").value(frozen.key);
    json.key("kind").value(wordOf(rule.kind, kindWords));
    writeTextOrNull(json, "series", rule.series);
    json.key("valid_days").value(rule.validDays);
    json.key("aggregation").value(wordOf(rule.aggregation, aggregationWords));
    json.key("window_days").value(rule.windowDays);
    json.key("empty_is_zero").value(rule.emptyIsZero);
    if (rule.kind == MetricKind::Level) {
        json.key("levels").beginArray();
        for (const Level& level : rule.levels) {
            writeFrozenLevel(json, level, current);
        }
        json.endArray();
    }
    json.endObject();
}

/// Values to match have no order of their own, so the file gives them one.
void writeValues(JsonWriter& json, const std::vector<std::string>& values) {
    json.beginArray(Form::OneLine);
    for (const std::string& text : std::set<std::string>(values.begin(), values.end())) {
        json.value(text);
    }
    json.endArray();
}

void writeAppliesTo(JsonWriter& json, const TemplateVersion& version) {
    if (version.appliesTo.empty()) {
        return; // the default template
    }
    json.key("applies_to").beginObject();
    std::map<std::string_view, const AttributeFilter*> filters;
    for (const AttributeFilter& filter : version.appliesTo) {
        filters.emplace(filter.attribute, &filter);
    }
    for (const auto& [attribute, filter] : filters) {
        json.key(attribute);
        writeValues(json, filter->values);
    }
    json.endObject();
}

void writeScheme(JsonWriter& json, const Scheme& scheme) {
    json.key("scheme").beginObject();
    json.key("kind").value(wordOf(scheme.kind, schemeWords));
    json.key("ranges").beginArray();
    for (const Range& range : scheme.ranges) {
        json.beginObject(Form::OneLine);
        json.key("from").value(range.from);
        json.key("label").value(range.label);
        json.key("colour").value(wordOf(range.colour, colourWords));
        json.key("help").value(range.help);
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

void writeCurve(JsonWriter& json, const std::vector<CurvePoint>& curve) {
    json.key("curve").beginArray(Form::OneLine);
    for (const CurvePoint& point : curve) {
        json.beginArray(Form::OneLine);
        json.value(point.value);
        json.value(point.score);
        json.endArray();
    }
    json.endArray();
}

void writeWhenStale(JsonWriter& json, const WhenStale& whenStale) {
    json.key("when_stale");
    switch (whenStale.rule) {
    case WhenStale::Rule::Exclude:
        json.value(std::string_view("exclude"));
        break;
    case WhenStale::Rule::Keep:
        json.value(std::string_view("keep"));
        break;
    case WhenStale::Rule::DecayTo:
        json.beginObject();
        json.key("decay_to").value(whenStale.target);
        json.endObject();
        break;
    }
}

void writeGroupMetric(JsonWriter& json, const GroupMetric& use, const TemplateVersion& version) {
    const FrozenMetric* frozen = findFrozen(version.metrics, use.metric);
    json.beginObject(Form::OneLine);
    json.key("metric").value(use.metric);
    json.key("weight").value(use.weight);
    if (frozen && frozen->rule.kind == MetricKind::Level) {
        json.key("levels").beginObject();
        for (const LevelScore& own : use.levels) {
            json.key(std::to_string(own.level)).value(own.score);
        }
        json.endObject();
    } else {
        writeCurve(json, use.curve);
    }
    writeWhenStale(json, use.whenStale);
    json.key("when_missing");
    if (use.whenMissing) {
        json.beginObject();
        json.key("score").value(*use.whenMissing);
        json.endObject();
    } else {
        json.value(std::string_view("exclude"));
    }
    json.endObject();
}

void writeGroups(JsonWriter& json, const TemplateVersion& version) {
    json.key("groups").beginArray();
    for (const Group& group : version.groups) {
        json.beginObject();
        json.key("key").value(group.key);
        json.key("name").value(group.name);
        json.key("weight").value(group.weight);
        json.key("rollup").value(wordOf(group.rollup, rollupWords));
        json.key("metrics").beginArray();
        for (const GroupMetric& use : group.metrics) {
            writeGroupMetric(json, use, version);
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
}

void writeCondition(JsonWriter& json, const Condition& condition) {
    using Target = Condition::Target;
    json.beginObject();
    switch (condition.target) {
    case Target::Metric:
        json.key("metric").value(condition.key);
        break;
    case Target::AnyMetric:
        json.key("metric").value(std::string_view("*"));
        break;
    case Target::Group:
        json.key("group").value(condition.key);
        break;
    case Target::Overall:
        json.key("overall").value(true);
        break;
    case Target::Attribute:
        json.key("attribute").value(condition.key);
        break;
    }
    switch (condition.test) {
    case Condition::Test::ScoreAtMost:
    case Condition::Test::ScoreAtLeast:
        json.key(wordOf(condition.test, scoreTestWords)).value(condition.score);
        break;
    case Condition::Test::Absent:
        json.key("absent").value(true);
        break;
    case Condition::Test::In:
        json.key("in");
        writeValues(json, condition.values);
        break;
    }
    json.endObject();
}

void writeExceptions(JsonWriter& json, const TemplateVersion& version) {
    json.key("exceptions").beginArray();
    for (const ScoreException& exception : version.exceptions) {
        json.beginObject(Form::OneLine);
        json.key("name").value(exception.name);
        json.key("when").beginArray();
        for (const Condition& condition : exception.when) {
            writeCondition(json, condition);
        }
        json.endArray();
        json.key(exception.effect == ScoreException::Effect::CapAt ? "cap_at" : "raise_to")
            .value(exception.score);
        json.endObject();
    }
    json.endArray();
}

void writeCharter(JsonWriter& json, const Charter& charter) {
    json.key("charter").beginObject();
    json.key("purpose").value(charter.purpose);
    json.key("owner").value(charter.owner);
    json.key("review_months").value(charter.reviewMonths);
    json.key("readiness").value(charter.readiness);
    json.key("effort").value(charter.effort);
    json.key("notes").value(charter.notes);
    json.endObject();
}

/// What stands before the charter, and what stands after.
void writeHead(JsonWriter& json, const TemplateVersion& version) {
    writeAppliesTo(json, version);
    json.key("rollup").value(wordOf(version.rollup, rollupWords));
    writeScheme(json, version.scheme);
    json.key("min_coverage").value(version.minCoverage);
    json.key("trend").beginObject(Form::OneLine);
    json.key("days").value(version.trend.days);
    json.key("threshold").value(version.trend.threshold);
    json.endObject();
}

void writeVersions(JsonWriter& json, const Template& written, const std::vector<Metric>& metrics) {
    json.key("versions").beginArray();
    for (const TemplateVersion& version : written.versions) {
        json.beginObject();
        json.key("number").value(version.number);
        json.key("effective_from").value(toIsoText(version.effectiveFrom));
        json.key("reason").value(version.reason);
        writeHead(json, version);
        writeGroups(json, version);
        writeExceptions(json, version);
        json.key("metrics").beginArray();
        for (const FrozenMetric& frozen : version.metrics) {
            writeFrozenMetric(json, frozen, findMetric(metrics, frozen.key));
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
}

void writeTemplate(JsonWriter& json,
                   const Template& written,
                   const std::vector<Metric>& metrics,
                   Versions versions) {
    const TemplateVersion& newest = written.versions.back();
    json.beginObject();
    json.key("key").value(written.key);
    json.key("name").value(written.name);
    if (written.isDefault) {
        json.key("default").value(true);
    }
    if (written.retiredOn) {
        json.key("retired_on").value(toIsoText(*written.retiredOn));
    }
    writeHead(json, newest);
    json.key("effective_from").value(toIsoText(newest.effectiveFrom));
    writeCharter(json, written.charter);
    writeGroups(json, newest);
    writeExceptions(json, newest);
    if (versions == Versions::All) {
        writeVersions(json, written, metrics);
    }
    json.endObject();
}

} // namespace

QByteArray toJson(const Scorecard& scorecard, Versions versions) {
    JsonWriter json;
    json.beginObject();
    json.key("format").value(scorecardFormat);
    json.key("goals").beginArray();
    for (const Goal& goal : scorecard.goals) {
        writeGoal(json, goal);
    }
    json.endArray();
    json.key("metrics").beginArray();
    for (const Metric& metric : scorecard.metrics) {
        writeMetric(json, metric);
    }
    json.endArray();
    json.key("templates").beginArray();
    for (const Template& written : scorecard.templates) {
        if (versions == Versions::All || !written.retiredOn) {
            writeTemplate(json, written, scorecard.metrics, versions);
        }
    }
    json.endArray();
    json.endObject();
    return QByteArray::fromStdString(json.take());
}

} // namespace hb::exchange
