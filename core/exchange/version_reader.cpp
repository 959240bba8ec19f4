// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/version_reader.h"

#include "core/exchange/metric_reader.h"
#include "core/exchange/scorecard_words.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>

namespace hb::exchange {
namespace {

using Kind = JsonValue::Kind;

CurvePoint readPoint(const JsonValue& json, const JsonPath& path, FaultList& faults) {
    const bool isPair = json.kind == Kind::Array && json.items.size() == 2 &&
                        json.items[0].kind == Kind::Number && json.items[1].kind == Kind::Number;
    if (!isPair) {
        faults.misread(path, "must be [value, score]");
        return {};
    }
    return {.value = json.items[0].number, .score = json.items[1].number};
}

std::optional<int> levelNumber(const std::string& text) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isPlain =
        read.ec == std::errc() && read.ptr == text.data() + text.size() && std::to_string(number) == text;
    return isPlain ? std::optional(number) : std::nullopt;
}

void readLevelScores(const JsonValue& json,
                     const JsonPath& path,
                     FaultList& faults,
                     std::vector<LevelScore>& to) {
    std::set<int> seen;
    for (const JsonMember& member : json.members) {
        const JsonPath place = path / member.key;
        const std::optional<int> level = levelNumber(member.key);
        if (!level) {
            faults.misread(place, "must be the number of a level");
        } else if (!seen.insert(*level).second) {
            faults.misread(place, "is there twice");
        } else if (member.value.kind != Kind::Number) {
            faults.misread(place, mustBe(Kind::Number));
        } else {
            to.push_back({.level = *level, .score = member.value.number});
        }
    }
    std::sort(
        to.begin(), to.end(), [](const LevelScore& a, const LevelScore& b) { return a.level < b.level; });
}

void readWhenStale(const JsonValue& json, const JsonPath& path, FaultList& faults, WhenStale& to) {
    if (json.kind == Kind::Object) {
        to.rule = WhenStale::Rule::DecayTo;
        ObjectReader reader(json, path, faults);
        reader.number("decay_to", to.target, Need::Required);
        reader.finish();
    } else if (json.kind == Kind::String && json.string == "keep") {
        to.rule = WhenStale::Rule::Keep;
    } else if (json.kind != Kind::String || json.string != "exclude") {
        faults.misread(path, R"(must be "exclude", "keep" or {"decay_to": score})");
    }
}

void readWhenMissing(const JsonValue& json,
                     const JsonPath& path,
                     FaultList& faults,
                     std::optional<double>& to) {
    if (json.kind == Kind::Object) {
        ObjectReader reader(json, path, faults);
        reader.number("score", to.emplace(), Need::Required);
        reader.finish();
    } else if (json.kind != Kind::String || json.string != "exclude") {
        faults.misread(path, R"(must be "exclude" or {"score": score})");
    }
}

GroupMetric readGroupMetric(const JsonValue& json, const JsonPath& path, FaultList& faults) {
    GroupMetric use;
    ObjectReader reader(json, path, faults);
    reader.text("metric", use.metric, Need::Required);
    reader.number("weight", use.weight, Need::Required);
    if (const JsonValue* curve = reader.member("curve", Kind::Array, Need::Optional)) {
        for (std::size_t i = 0; i < curve->items.size(); ++i) {
            use.curve.push_back(readPoint(curve->items[i], path / "curve" / i, faults));
        }
    }
    if (const JsonValue* levels = reader.member("levels", Kind::Object, Need::Optional)) {
        readLevelScores(*levels, path / "levels", faults, use.levels);
    }
    if (const JsonValue* stale = reader.member("when_stale", Need::Optional)) {
        readWhenStale(*stale, path / "when_stale", faults, use.whenStale);
    }
    if (const JsonValue* missing = reader.member("when_missing", Need::Optional)) {
        readWhenMissing(*missing, path / "when_missing", faults, use.whenMissing);
    }
    reader.finish();
    return use;
}

Group readGroup(const JsonValue& json, const JsonPath& path, FaultList& faults) {
    Group group;
    ObjectReader reader(json, path, faults);
    reader.text("key", group.key, Need::Required);
    reader.text("name", group.name, Need::Required);
    reader.number("weight", group.weight, Need::Required);
    reader.word("rollup", group.rollup, rollupWords);
    if (const JsonValue* metrics = reader.member("metrics", Kind::Array, Need::Required)) {
        for (std::size_t i = 0; i < metrics->items.size(); ++i) {
            group.metrics.push_back(readGroupMetric(metrics->items[i], path / "metrics" / i, faults));
        }
    }
    reader.finish();
    return group;
}

void readTarget(ObjectReader& reader, Condition& condition, int& targets) {
    using Target = Condition::Target;
    const auto named = [&](std::string_view key, Target target) {
        if (const JsonValue* found = reader.member(key, Kind::String, Need::Optional)) {
            condition.target = target;
            condition.key = found->string;
        }
        targets += reader.has(key) ? 1 : 0;
    };
    named("metric", Target::Metric);
    named("group", Target::Group);
    named("attribute", Target::Attribute);
    if (condition.target == Target::Metric && condition.key == "*") {
        condition.target = Target::AnyMetric;
        condition.key.clear();
    }
    reader.alwaysTrue("overall");
    targets += reader.has("overall") ? 1 : 0;
}

/// How many tests the condition has that its target may have.
int readTest(ObjectReader& reader, Condition& condition) {
    using Target = Condition::Target;
    int tests = 0;
    for (const auto& [word, test] : scoreTestWords) {
        reader.number(word, condition.score, Need::Optional);
        if (reader.has(word)) {
            condition.test = test;
            tests += condition.target == Target::Attribute ? 2 : 1;
        }
    }
    reader.alwaysTrue("absent");
    if (reader.has("absent")) {
        condition.test = Condition::Test::Absent;
        tests += condition.target == Target::Attribute || condition.target == Target::Overall ? 2 : 1;
    }
    reader.texts("in", condition.values, Need::Optional);
    if (reader.has("in")) {
        condition.test = Condition::Test::In;
        tests += condition.target == Target::Attribute ? 1 : 2;
    }
    return tests;
}

Condition readCondition(const JsonValue& json, const JsonPath& path, FaultList& faults) {
    using Target = Condition::Target;
    Condition condition;
    ObjectReader reader(json, path, faults);
    int targets = 0;
    readTarget(reader, condition, targets);
    const int tests = readTest(reader, condition);
    reader.finish();
    if (targets != 1) {
        faults.misread(path, "must have exactly one of metric, group, overall, attribute");
    } else if (tests != 1 && condition.target == Target::Attribute) {
        faults.misread(path, "must have in and no other test");
    } else if (tests != 1) {
        faults.misread(path,
                       condition.target == Target::Overall
                           ? "must have exactly one of score_at_most, score_at_least"
                           : "must have exactly one of score_at_most, score_at_least, absent");
    }
    return condition;
}

ScoreException readException(const JsonValue& json, const JsonPath& path, FaultList& faults) {
    ScoreException exception;
    ObjectReader reader(json, path, faults);
    reader.text("name", exception.name, Need::Required);
    if (const JsonValue* when = reader.member("when", Kind::Array, Need::Required)) {
        for (std::size_t i = 0; i < when->items.size(); ++i) {
            exception.when.push_back(readCondition(when->items[i], path / "when" / i, faults));
        }
    }
    reader.number("cap_at", exception.score, Need::Optional);
    reader.number("raise_to", exception.score, Need::Optional);
    if (reader.has("raise_to")) {
        exception.effect = ScoreException::Effect::RaiseTo;
    }
    reader.finish();
    if (reader.has("cap_at") == reader.has("raise_to")) {
        faults.misread(path, "must have exactly one of cap_at, raise_to");
    }
    return exception;
}

Range readRange(const JsonValue& json, const JsonPath& path, FaultList& faults) {
    Range range;
    ObjectReader reader(json, path, faults);
    reader.number("from", range.from, Need::Required);
    reader.text("label", range.label, Need::Required);
    reader.word("colour", range.colour, colourWords, Need::Required);
    reader.text("help", range.help, Need::Optional);
    reader.finish();
    return range;
}

void readScheme(const JsonValue& json, const JsonPath& path, FaultList& faults, Scheme& to) {
    ObjectReader reader(json, path, faults);
    reader.word("kind", to.kind, schemeWords, Need::Required);
    if (const JsonValue* ranges = reader.member("ranges", Kind::Array, Need::Required)) {
        to.ranges.clear();
        for (std::size_t i = 0; i < ranges->items.size(); ++i) {
            to.ranges.push_back(readRange(ranges->items[i], path / "ranges" / i, faults));
        }
    }
    reader.finish();
}

void readAppliesTo(const JsonValue& json,
                   const JsonPath& path,
                   FaultList& faults,
                   std::vector<AttributeFilter>& to) {
    std::set<std::string_view> seen;
    for (const JsonMember& member : json.members) {
        const JsonPath place = path / member.key;
        if (!seen.insert(member.key).second) {
            faults.misread(place, "is there twice");
            continue;
        }
        AttributeFilter& filter = to.emplace_back();
        filter.attribute = member.key;
        if (member.value.kind == Kind::Array) {
            readTexts(member.value, place, faults, filter.values);
        } else {
            faults.misread(place, mustBe(Kind::Array));
        }
    }
}

void readTrend(const JsonValue& json, const JsonPath& path, FaultList& faults, TrendRule& to) {
    ObjectReader reader(json, path, faults);
    reader.integer("days", to.days, Need::Optional);
    reader.number("threshold", to.threshold, Need::Optional);
    reader.finish();
}

} // namespace

std::optional<Day> readDay(const JsonValue& json, const JsonPath& path, FaultList& faults) {
    const std::optional<Day> day = parseIsoDay(json.string);
    if (!day) {
        faults.misread(path, "must be a day as YYYY-MM-DD, 1900 to 2199");
    }
    return day;
}

bool hasVersionKey(const ObjectReader& reader) {
    constexpr std::array<std::string_view, 8> keys{
        "applies_to", "rollup", "scheme", "min_coverage", "trend", "groups", "exceptions", "effective_from"};
    return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return reader.has(key); });
}

void readVersion(ObjectReader& reader, TemplateVersion& version) {
    const JsonPath& path = reader.path();
    FaultList& faults = reader.faults();
    if (const JsonValue* appliesTo = reader.member("applies_to", Kind::Object, Need::Optional)) {
        readAppliesTo(*appliesTo, path / "applies_to", faults, version.appliesTo);
        if (appliesTo->members.empty()) {
            faults.misread(path / "applies_to", "must not be empty");
        }
    }
    reader.word("rollup", version.rollup, rollupWords);
    if (const JsonValue* scheme = reader.member("scheme", Need::Optional)) {
        readScheme(*scheme, path / "scheme", faults, version.scheme);
    }
    reader.number("min_coverage", version.minCoverage, Need::Optional);
    if (const JsonValue* trend = reader.member("trend", Need::Optional)) {
        readTrend(*trend, path / "trend", faults, version.trend);
    }
    if (const JsonValue* from = reader.member("effective_from", Kind::String, Need::Optional)) {
        version.effectiveFrom =
            readDay(*from, path / "effective_from", faults).value_or(version.effectiveFrom);
    }
    if (const JsonValue* groups = reader.member("groups", Kind::Array, Need::Required)) {
        for (std::size_t i = 0; i < groups->items.size(); ++i) {
            version.groups.push_back(readGroup(groups->items[i], path / "groups" / i, faults));
        }
    }
    if (const JsonValue* exceptions = reader.member("exceptions", Kind::Array, Need::Optional)) {
        for (std::size_t i = 0; i < exceptions->items.size(); ++i) {
            version.exceptions.push_back(
                readException(exceptions->items[i], path / "exceptions" / i, faults));
        }
    }
}

TemplateVersion readNumberedVersion(const JsonValue& json,
                                    const JsonPath& path,
                                    const std::vector<Metric>& metrics,
                                    FaultList& faults) {
    TemplateVersion version;
    ObjectReader reader(json, path, faults);
    reader.integer("number", version.number, Need::Required);
    if (!reader.has("effective_from")) {
        faults.misread(path / "effective_from", "is required");
    }
    reader.text("reason", version.reason, Need::Optional);
    readVersion(reader, version);
    if (const JsonValue* rules = reader.member("metrics", Kind::Array, Need::Optional)) {
        for (std::size_t i = 0; i < rules->items.size(); ++i) {
            version.metrics.push_back(
                readFrozenMetric(rules->items[i], path / "metrics" / i, metrics, faults));
        }
    } else {
        version.metrics = frozenRules(version, metrics);
    }
    reader.finish();
    return version;
}

} // namespace hb::exchange
