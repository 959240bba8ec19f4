// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/version_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

template <typename Enum, std::size_t N>
using Names = std::array<std::pair<Enum, QLatin1StringView>, N>;

constexpr Names<MetricKind, 2> kinds{{{MetricKind::Number, "number"_L1}, {MetricKind::Level, "level"_L1}}};
constexpr Names<Better, 2> betters{{{Better::Higher, "higher"_L1}, {Better::Lower, "lower"_L1}}};
constexpr Names<Aggregation, 8> aggregations{{{Aggregation::Last, "last"_L1},
                                              {Aggregation::Mean, "mean"_L1},
                                              {Aggregation::Sum, "sum"_L1},
                                              {Aggregation::Min, "min"_L1},
                                              {Aggregation::Max, "max"_L1},
                                              {Aggregation::Count, "count"_L1},
                                              {Aggregation::ChangePct, "change_pct"_L1},
                                              {Aggregation::DaysSince, "days_since"_L1}}};
constexpr Names<Rollup, 2> rollups{{{Rollup::Mean, "mean"_L1}, {Rollup::Min, "min"_L1}}};
constexpr Names<SchemeKind, 3> schemeKinds{{{SchemeKind::RedYellowGreen, "ryg"_L1},
                                            {SchemeKind::Letters, "letters"_L1},
                                            {SchemeKind::Numeric, "numeric"_L1}}};
constexpr Names<Band, 3> bands{
    {{Band::Red, "red"_L1}, {Band::Yellow, "yellow"_L1}, {Band::Green, "green"_L1}}};
constexpr Names<WhenStale::Rule, 3> staleRules{{{WhenStale::Rule::Exclude, "exclude"_L1},
                                                {WhenStale::Rule::Keep, "keep"_L1},
                                                {WhenStale::Rule::DecayTo, "decay_to"_L1}}};
constexpr Names<Condition::Target, 5> targets{{{Condition::Target::Metric, "metric"_L1},
                                               {Condition::Target::AnyMetric, "any_metric"_L1},
                                               {Condition::Target::Group, "group"_L1},
                                               {Condition::Target::Overall, "overall"_L1},
                                               {Condition::Target::Attribute, "attribute"_L1}}};
constexpr Names<Condition::Test, 4> tests{{{Condition::Test::ScoreAtMost, "score_at_most"_L1},
                                           {Condition::Test::ScoreAtLeast, "score_at_least"_L1},
                                           {Condition::Test::Absent, "absent"_L1},
                                           {Condition::Test::In, "in"_L1}}};
constexpr Names<ScoreException::Effect, 2> effects{
    {{ScoreException::Effect::CapAt, "cap_at"_L1}, {ScoreException::Effect::RaiseTo, "raise_to"_L1}}};

template <typename Enum, std::size_t N>
QString nameOf(const Names<Enum, N>& names, Enum value) {
    for (const auto& [each, text] : names) {
        if (each == value) {
            return text;
        }
    }
    return names.front().second;
}

template <typename Enum, std::size_t N>
Enum valueOf(const Names<Enum, N>& names, const QString& text) {
    for (const auto& [each, name] : names) {
        if (name == text) {
            return each;
        }
    }
    return names.front().first;
}

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

std::string textOf(const QJsonObject& object, QLatin1StringView key) {
    return object[key].toString().toStdString();
}

/// One JSON array from a list of values, and back.
template <typename T, typename Write>
QJsonArray toArray(const std::vector<T>& values, Write write) {
    QJsonArray array;
    for (const T& value : values) {
        array.push_back(write(value));
    }
    return array;
}

template <typename T, typename Read>
std::vector<T> fromArray(const QJsonValue& value, Read read) {
    std::vector<T> values;
    for (const QJsonValue each : value.toArray()) {
        values.push_back(read(each));
    }
    return values;
}

QJsonArray toArray(const std::vector<std::string>& values) {
    return toArray(values, [](const std::string& value) { return text(value); });
}

std::vector<std::string> textsOf(const QJsonValue& value) {
    return fromArray<std::string>(value,
                                  [](const QJsonValue& each) { return each.toString().toStdString(); });
}

QJsonObject toJson(const MetricRule& rule) {
    return {{u"kind"_s, nameOf(kinds, rule.kind)},
            {u"series"_s, text(rule.series)},
            {u"aggregation"_s, nameOf(aggregations, rule.aggregation)},
            {u"window_days"_s, rule.windowDays},
            {u"valid_days"_s, rule.validDays},
            {u"empty_is_zero"_s, rule.emptyIsZero},
            {u"levels"_s, toArray(rule.levels, [](const Level& level) -> QJsonValue {
                 return QJsonObject{{u"level"_s, level.level},
                                    {u"label"_s, text(level.label)},
                                    {u"score"_s, level.score},
                                    {u"help"_s, text(level.help)}};
             })}};
}

MetricRule toRule(const QJsonObject& json) {
    return {.kind = valueOf(kinds, json["kind"_L1].toString()),
            .series = textOf(json, "series"_L1),
            .aggregation = valueOf(aggregations, json["aggregation"_L1].toString()),
            .windowDays = json["window_days"_L1].toInt(),
            .validDays = json["valid_days"_L1].toInt(),
            .emptyIsZero = json["empty_is_zero"_L1].toBool(),
            .levels = fromArray<Level>(json["levels"_L1], [](const QJsonValue& each) -> Level {
                const QJsonObject level = each.toObject();
                return {.level = level["level"_L1].toInt(),
                        .label = textOf(level, "label"_L1),
                        .score = level["score"_L1].toDouble(),
                        .help = textOf(level, "help"_L1)};
            })};
}

QJsonObject toJson(const Scheme& scheme) {
    return {{u"kind"_s, nameOf(schemeKinds, scheme.kind)},
            {u"ranges"_s, toArray(scheme.ranges, [](const Range& range) -> QJsonValue {
                 return QJsonObject{{u"from"_s, range.from},
                                    {u"label"_s, text(range.label)},
                                    {u"colour"_s, nameOf(bands, range.colour)},
                                    {u"help"_s, text(range.help)}};
             })}};
}

Scheme toScheme(const QJsonObject& json) {
    return {.kind = valueOf(schemeKinds, json["kind"_L1].toString()),
            .ranges = fromArray<Range>(json["ranges"_L1], [](const QJsonValue& each) -> Range {
                const QJsonObject range = each.toObject();
                return {.from = range["from"_L1].toDouble(),
                        .label = textOf(range, "label"_L1),
                        .colour = valueOf(bands, range["colour"_L1].toString()),
                        .help = textOf(range, "help"_L1)};
            })};
}

QJsonValue toJson(const GroupMetric& metric) {
    QJsonObject json{{u"metric"_s, text(metric.metric)}, {u"weight"_s, metric.weight}};
    json[u"curve"_s] = toArray(metric.curve, [](const CurvePoint& point) -> QJsonValue {
        return QJsonArray{point.value, point.score};
    });
    json[u"levels"_s] = toArray(metric.levels, [](const LevelScore& level) -> QJsonValue {
        return QJsonArray{level.level, level.score};
    });
    json[u"when_stale"_s] = nameOf(staleRules, metric.whenStale.rule);
    json[u"stale_target"_s] = metric.whenStale.target;
    if (metric.whenMissing) {
        json[u"when_missing"_s] = *metric.whenMissing;
    }
    return json;
}

GroupMetric toGroupMetric(const QJsonValue& value) {
    const QJsonObject json = value.toObject();
    const QJsonValue missing = json["when_missing"_L1];
    return {
        .metric = textOf(json, "metric"_L1),
        .weight = json["weight"_L1].toDouble(),
        .curve = fromArray<CurvePoint>(json["curve"_L1],
                                       [](const QJsonValue& each) -> CurvePoint {
                                           return {.value = each[0].toDouble(), .score = each[1].toDouble()};
                                       }),
        .levels = fromArray<LevelScore>(json["levels"_L1],
                                        [](const QJsonValue& each) -> LevelScore {
                                            return {.level = each[0].toInt(), .score = each[1].toDouble()};
                                        }),
        .whenStale = {.rule = valueOf(staleRules, json["when_stale"_L1].toString()),
                      .target = json["stale_target"_L1].toDouble()},
        .whenMissing = missing.isDouble() ? std::optional(missing.toDouble()) : std::nullopt};
}

QJsonValue toJson(const Group& group) {
    return QJsonObject{
        {u"key"_s, text(group.key)},
        {u"name"_s, text(group.name)},
        {u"weight"_s, group.weight},
        {u"rollup"_s, nameOf(rollups, group.rollup)},
        {u"metrics"_s, toArray(group.metrics, [](const GroupMetric& each) { return toJson(each); })}};
}

Group toGroup(const QJsonValue& value) {
    const QJsonObject json = value.toObject();
    return {.key = textOf(json, "key"_L1),
            .name = textOf(json, "name"_L1),
            .weight = json["weight"_L1].toDouble(),
            .rollup = valueOf(rollups, json["rollup"_L1].toString()),
            .metrics = fromArray<GroupMetric>(json["metrics"_L1], toGroupMetric)};
}

QJsonValue toJson(const ScoreException& exception) {
    return QJsonObject{{u"name"_s, text(exception.name)},
                       {u"effect"_s, nameOf(effects, exception.effect)},
                       {u"score"_s, exception.score},
                       {u"when"_s, toArray(exception.when, [](const Condition& condition) -> QJsonValue {
                            return QJsonObject{{u"target"_s, nameOf(targets, condition.target)},
                                               {u"test"_s, nameOf(tests, condition.test)},
                                               {u"key"_s, text(condition.key)},
                                               {u"score"_s, condition.score},
                                               {u"values"_s, toArray(condition.values)}};
                        })}};
}

ScoreException toException(const QJsonValue& value) {
    const QJsonObject json = value.toObject();
    return {.name = textOf(json, "name"_L1),
            .when = fromArray<Condition>(json["when"_L1],
                                         [](const QJsonValue& each) -> Condition {
                                             const QJsonObject condition = each.toObject();
                                             return {.target =
                                                         valueOf(targets, condition["target"_L1].toString()),
                                                     .test = valueOf(tests, condition["test"_L1].toString()),
                                                     .key = textOf(condition, "key"_L1),
                                                     .score = condition["score"_L1].toDouble(),
                                                     .values = textsOf(condition["values"_L1])};
                                         }),
            .effect = valueOf(effects, json["effect"_L1].toString()),
            .score = json["score"_L1].toDouble()};
}

} // namespace

QString toVersionJson(const TemplateVersion& version) {
    QJsonObject json;
    json[u"applies_to"_s] = toArray(version.appliesTo, [](const AttributeFilter& filter) -> QJsonValue {
        return QJsonObject{{u"attribute"_s, text(filter.attribute)}, {u"values"_s, toArray(filter.values)}};
    });
    json[u"rollup"_s] = nameOf(rollups, version.rollup);
    json[u"scheme"_s] = toJson(version.scheme);
    json[u"min_coverage"_s] = version.minCoverage;
    json[u"trend_days"_s] = version.trend.days;
    json[u"trend_threshold"_s] = version.trend.threshold;
    json[u"groups"_s] = toArray(version.groups, [](const Group& group) { return toJson(group); });
    json[u"exceptions"_s] =
        toArray(version.exceptions, [](const ScoreException& each) { return toJson(each); });
    json[u"metrics"_s] = toArray(version.metrics, [](const FrozenMetric& metric) -> QJsonValue {
        return QJsonObject{{u"key"_s, text(metric.key)}, {u"rule"_s, toJson(metric.rule)}};
    });
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<TemplateVersion> fromVersionJson(const QString& content) {
    const QJsonObject json = QJsonDocument::fromJson(content.toUtf8()).object();
    if (!json["groups"_L1].isArray()) {
        return failure({.code = ErrorCode::Corrupt,
                        .what = "A version of a template cannot be read",
                        .found = content.left(40).toStdString(),
                        .hint = "Restore a backup"});
    }
    TemplateVersion version;
    version.appliesTo =
        fromArray<AttributeFilter>(json["applies_to"_L1], [](const QJsonValue& each) -> AttributeFilter {
            const QJsonObject filter = each.toObject();
            return {.attribute = textOf(filter, "attribute"_L1), .values = textsOf(filter["values"_L1])};
        });
    version.rollup = valueOf(rollups, json["rollup"_L1].toString());
    version.scheme = toScheme(json["scheme"_L1].toObject());
    version.minCoverage = json["min_coverage"_L1].toDouble();
    version.trend = {.days = json["trend_days"_L1].toInt(),
                     .threshold = json["trend_threshold"_L1].toDouble()};
    version.groups = fromArray<Group>(json["groups"_L1], toGroup);
    version.exceptions = fromArray<ScoreException>(json["exceptions"_L1], toException);
    version.metrics = fromArray<FrozenMetric>(json["metrics"_L1], [](const QJsonValue& each) -> FrozenMetric {
        const QJsonObject metric = each.toObject();
        return {.key = textOf(metric, "key"_L1), .rule = toRule(metric["rule"_L1].toObject())};
    });
    return version;
}

QString toText(MetricKind kind) {
    return nameOf(kinds, kind);
}

QString toText(Aggregation aggregation) {
    return nameOf(aggregations, aggregation);
}

QString toText(Better better) {
    return nameOf(betters, better);
}

MetricKind toMetricKind(const QString& text) {
    return valueOf(kinds, text);
}

Aggregation toAggregation(const QString& text) {
    return valueOf(aggregations, text);
}

Better toBetter(const QString& text) {
    return valueOf(betters, text);
}

} // namespace hb::store
