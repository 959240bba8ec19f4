// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scorecard_store.h"

#include "core/store/version_json.h"

#include <algorithm>
#include <map>
#include <set>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

Result<std::vector<Goal>> readGoals(Database& database) {
    HB_TRY(Query rows, database.query(u"SELECT key, name, parent FROM goal ORDER BY position"_s));
    std::vector<Goal> goals;
    while (rows.next()) {
        goals.push_back({.key = rows.get<std::string>(0),
                         .name = rows.get<std::string>(1),
                         .parent = rows.get<std::string>(2)});
    }
    HB_CHECK(rows.finished());
    return goals;
}

Result<std::map<MetricId, std::vector<Level>>> readLevels(Database& database) {
    HB_TRY(
        Query rows,
        database.query(
            u"SELECT metric_id, level, label, score, help FROM metric_level ORDER BY metric_id, position"_s));
    std::map<MetricId, std::vector<Level>> levels;
    while (rows.next()) {
        levels[rows.get<MetricId>(0)].push_back({.level = rows.get<int>(1),
                                                 .label = rows.get<std::string>(2),
                                                 .score = rows.get<double>(3),
                                                 .help = rows.get<std::string>(4)});
    }
    HB_CHECK(rows.finished());
    return levels;
}

Metric toMetric(const Query& row) {
    return {.key = row.get<std::string>(1),
            .name = row.get<std::string>(2),
            .unit = row.get<std::string>(3),
            .better = toBetter(row.get<QString>(4)),
            .category = row.get<std::string>(5),
            .source = row.get<std::string>(6),
            .ownerTeam = row.get<std::string>(7),
            .action = row.get<std::string>(8),
            .goal = row.get<std::string>(9),
            .actionable = row.get<bool>(10),
            .help = row.get<std::string>(11),
            .rule = {.kind = toMetricKind(row.get<QString>(12)),
                     .series = row.get<std::string>(13),
                     .aggregation = toAggregation(row.get<QString>(14)),
                     .windowDays = row.get<int>(15),
                     .validDays = row.get<int>(16),
                     .emptyIsZero = row.get<bool>(17),
                     .levels = {}}};
}

Result<std::vector<Metric>> readMetrics(Database& database) {
    HB_TRY(auto levels, readLevels(database));
    HB_TRY(Query rows, database.query(uR"(
        SELECT id, key, name, unit, better, category, source, owner_team, action, goal, actionable, help,
               kind, series, aggregation, window_days, valid_days, empty_is_zero
        FROM metric ORDER BY position, id)"_s));
    std::vector<Metric> metrics;
    while (rows.next()) {
        metrics.push_back(toMetric(rows));
        metrics.back().rule.levels = std::move(levels[rows.get<MetricId>(0)]);
    }
    HB_CHECK(rows.finished());
    return metrics;
}

Result<std::map<TemplateId, std::vector<TemplateVersion>>> readVersions(Database& database) {
    HB_TRY(
        Query rows,
        database.query(uR"(SELECT template_id, number, effective_from, reason, content FROM template_version
                                          ORDER BY template_id, number)"_s));
    std::map<TemplateId, std::vector<TemplateVersion>> versions;
    while (rows.next()) {
        HB_TRY(TemplateVersion version, fromVersionJson(rows.get<QString>(4)));
        version.number = rows.get<int>(1);
        version.effectiveFrom = rows.get<Day>(2);
        version.reason = rows.get<std::string>(3);
        versions[rows.get<TemplateId>(0)].push_back(std::move(version));
    }
    HB_CHECK(rows.finished());
    return versions;
}

Result<std::vector<Template>> readTemplates(Database& database) {
    HB_TRY(auto versions, readVersions(database));
    HB_TRY(Query rows, database.query(uR"(
        SELECT id, key, name, is_default, retired_on, purpose, owner, review_months, readiness, effort, notes
        FROM template ORDER BY position, id)"_s));
    std::vector<Template> templates;
    while (rows.next()) {
        templates.push_back({.key = rows.get<std::string>(1),
                             .name = rows.get<std::string>(2),
                             .isDefault = rows.get<bool>(3),
                             .retiredOn = rows.get<std::optional<Day>>(4),
                             .charter = {.purpose = rows.get<std::string>(5),
                                         .owner = rows.get<std::string>(6),
                                         .reviewMonths = rows.get<int>(7),
                                         .readiness = rows.get<std::string>(8),
                                         .effort = rows.get<std::string>(9),
                                         .notes = rows.get<std::string>(10)},
                             .versions = std::move(versions[rows.get<TemplateId>(0)])});
    }
    HB_CHECK(rows.finished());
    return templates;
}

Error conflict(std::string found, std::string key) {
    return {.code = ErrorCode::Conflict,
            .what = "Could not store the scorecard",
            .found = std::move(found),
            .place = std::move(key)};
}

/// A version without names, labels and help: what must never change once it is published.
TemplateVersion onlyWhatScores(TemplateVersion version) {
    version.scheme.kind = SchemeKind::RedYellowGreen; // how a score is written
    for (Range& range : version.scheme.ranges) {
        range.label.clear();
        range.help.clear();
    }
    for (Group& group : version.groups) {
        group.name.clear();
    }
    for (ScoreException& exception : version.exceptions) {
        exception.name.clear();
    }
    for (FrozenMetric& metric : version.metrics) {
        for (Level& level : metric.rule.levels) {
            level.label.clear();
            level.help.clear();
        }
    }
    return version;
}

Result<void> writeGoals(Database& database, const std::vector<Goal>& goals) {
    HB_CHECK(database.execute(u"DELETE FROM goal"_s));
    HB_TRY(Query insert,
           database.prepare(u"INSERT INTO goal (key, position, name, parent) VALUES (?, ?, ?, ?)"_s));
    for (std::size_t i = 0; i < goals.size(); ++i) {
        HB_CHECK(insert.run(goals[i].key, i, goals[i].name, goals[i].parent));
    }
    return {};
}

Result<void> writeLevels(Database& database, MetricId metric, const std::vector<Level>& levels) {
    HB_CHECK(database.query(u"DELETE FROM metric_level WHERE metric_id = ?"_s, metric));
    HB_TRY(Query insert, database.prepare(uR"(
        INSERT INTO metric_level (metric_id, position, level, label, score, help) VALUES (?, ?, ?, ?, ?, ?))"_s));
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const Level& level = levels[i];
        HB_CHECK(insert.run(metric, i, level.level, level.label, level.score, level.help));
    }
    return {};
}

Result<std::optional<std::int64_t>> idOf(Database& database, const QString& table, const std::string& key) {
    HB_TRY(Query rows, database.query(u"SELECT id FROM %1 WHERE key = ?"_s.arg(table), key));
    std::optional<std::int64_t> id;
    if (rows.next()) {
        id = rows.get<std::int64_t>(0);
    }
    HB_CHECK(rows.finished());
    return id;
}

/// `run` is kept only where the metric is new.
Result<MetricId>
writeMetric(Database& database, const Metric& m, std::size_t position, std::optional<RunId> run) {
    HB_TRY(Query rows,
           database.query(uR"(
        INSERT INTO metric (key, created_run, position, name, unit, better, category, source, owner_team, action, goal,
            actionable, help, kind, series, aggregation, window_days, valid_days, empty_is_zero)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET position = excluded.position, name = excluded.name, unit = excluded.unit,
            better = excluded.better, category = excluded.category, source = excluded.source,
            owner_team = excluded.owner_team, action = excluded.action, goal = excluded.goal,
            actionable = excluded.actionable, help = excluded.help, kind = excluded.kind, series = excluded.series,
            aggregation = excluded.aggregation, window_days = excluded.window_days, valid_days = excluded.valid_days,
            empty_is_zero = excluded.empty_is_zero
        RETURNING id)"_s,
                          m.key,
                          run,
                          position,
                          m.name,
                          m.unit,
                          toText(m.better),
                          m.category,
                          m.source,
                          m.ownerTeam,
                          m.action,
                          m.goal,
                          m.actionable,
                          m.help,
                          toText(m.rule.kind),
                          m.rule.series,
                          toText(m.rule.aggregation),
                          m.rule.windowDays,
                          m.rule.validDays,
                          m.rule.emptyIsZero));
    const MetricId id = rows.next() ? rows.get<MetricId>(0) : MetricId{};
    HB_CHECK(rows.finished());
    HB_CHECK(writeLevels(database, id, m.rule.levels));
    return id;
}

Result<void> writeMetrics(Database& database, const std::vector<Metric>& metrics) {
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        HB_CHECK(writeMetric(database, metrics[i], i, std::nullopt));
    }
    return {};
}

Result<TemplateId> writeTemplateRow(Database& database, const Template& each, std::size_t position) {
    const Charter& charter = each.charter;
    HB_CHECK(database.query(uR"(
        INSERT INTO template (key, position, name, is_default, retired_on, purpose, owner, review_months, readiness, effort,
            notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET position = excluded.position, name = excluded.name,
            is_default = excluded.is_default, retired_on = excluded.retired_on, purpose = excluded.purpose,
            owner = excluded.owner, review_months = excluded.review_months, readiness = excluded.readiness,
            effort = excluded.effort, notes = excluded.notes)"_s,
                            each.key,
                            position,
                            each.name,
                            each.isDefault,
                            each.retiredOn,
                            charter.purpose,
                            charter.owner,
                            charter.reviewMonths,
                            charter.readiness,
                            charter.effort,
                            charter.notes));
    HB_TRY(const auto id, idOf(database, u"template"_s, each.key));
    return TemplateId{id.value_or(0)};
}

Result<void> writeVersion(Database& database,
                          TemplateId id,
                          const TemplateVersion& version,
                          const TemplateVersion* stored,
                          std::optional<PersonId> person) {
    if (!stored) {
        HB_CHECK(database.query(uR"(
            INSERT INTO template_version (template_id, number, effective_from, reason, published_at, published_by, content)
            VALUES (?, ?, ?, ?, ?, ?, ?))"_s,
                                id,
                                version.number,
                                version.effectiveFrom,
                                version.reason,
                                utcNow(),
                                person,
                                toVersionJson(version)));
        return {};
    }
    if (*stored == version) {
        return {};
    }
    if (onlyWhatScores(*stored) != onlyWhatScores(version)) {
        return failure(
            conflict("Version " + std::to_string(version.number) + " is published and stays as it is", {}));
    }
    HB_CHECK(database.query(u"UPDATE template_version SET content = ? WHERE template_id = ? AND number = ?"_s,
                            toVersionJson(version),
                            id,
                            version.number));
    return {};
}

/// Nothing that is stored may be missing from what is written.
Result<void> checkKeepsAll(const Scorecard& stored, const Scorecard& written) {
    for (const Metric& metric : stored.metrics) {
        if (std::ranges::find(written.metrics, metric.key, &Metric::key) == written.metrics.end()) {
            return failure(conflict("The metric is missing", metric.key));
        }
    }
    for (const Template& each : stored.templates) {
        const auto found = std::ranges::find(written.templates, each.key, &Template::key);
        if (found == written.templates.end()) {
            return failure(conflict("The template is missing", each.key));
        }
        for (const TemplateVersion& version : each.versions) {
            if (std::ranges::find(found->versions, version.number, &TemplateVersion::number) ==
                found->versions.end()) {
                return failure(
                    conflict("Version " + std::to_string(version.number) + " is missing", each.key));
            }
        }
    }
    return {};
}

Result<void> writeTemplates(Database& database,
                            const Scorecard& stored,
                            const std::vector<Template>& templates,
                            std::optional<PersonId> person) {
    for (std::size_t i = 0; i < templates.size(); ++i) {
        const Template& each = templates[i];
        HB_TRY(const TemplateId id, writeTemplateRow(database, each, i));
        const auto old = std::ranges::find(stored.templates, each.key, &Template::key);
        for (const TemplateVersion& version : each.versions) {
            const TemplateVersion* before = nullptr;
            if (old != stored.templates.end()) {
                const auto found = std::ranges::find(old->versions, version.number, &TemplateVersion::number);
                before = found == old->versions.end() ? nullptr : &*found;
            }
            HB_CHECK(writeVersion(database, id, version, before, person));
        }
    }
    return {};
}

} // namespace

Result<Scorecard> readScorecard(Database& database) {
    Scorecard scorecard;
    HB_TRY(scorecard.goals, readGoals(database));
    HB_TRY(scorecard.metrics, readMetrics(database));
    HB_TRY(scorecard.templates, readTemplates(database));
    return scorecard;
}

Result<std::vector<MetricId>> metricIds(Database& database) {
    HB_TRY(Query rows, database.query(u"SELECT id FROM metric ORDER BY position, id"_s));
    std::vector<MetricId> ids;
    while (rows.next()) {
        ids.push_back(rows.get<MetricId>(0));
    }
    HB_CHECK(rows.finished());
    return ids;
}

Result<void> writeScorecard(Database& database, const Scorecard& scorecard, std::optional<PersonId> person) {
    HB_TRY(const Scorecard stored, readScorecard(database));
    HB_CHECK(checkKeepsAll(stored, scorecard));
    HB_CHECK(writeGoals(database, scorecard.goals));
    HB_CHECK(writeMetrics(database, scorecard.metrics));
    return writeTemplates(database, stored, scorecard.templates, person);
}

Result<MetricId> insertMetric(Database& database, const Metric& metric, RunId createdBy) {
    HB_TRY(Query rows, database.query(u"SELECT coalesce(max(position), -1) + 1 FROM metric"_s));
    const std::size_t position = rows.next() ? rows.get<std::size_t>(0) : 0;
    HB_CHECK(rows.finished());
    return writeMetric(
        database, metric, position, createdBy.isValid() ? std::optional(createdBy) : std::nullopt);
}

Result<void> keepMetrics(Database& database, const std::vector<Metric>& metrics) {
    HB_TRY(Query keep, database.prepare(u"UPDATE metric SET created_run = NULL WHERE key = ?"_s));
    for (const Metric& metric : metrics) {
        HB_CHECK(keep.run(metric.key));
    }
    return {};
}

Result<bool> isMetricReferred(Database& database, MetricId metric) {
    HB_TRY(Query rows,
           database.query(uR"(
        WITH wanted (id, key) AS (SELECT id, key FROM metric WHERE id = ?)
        SELECT EXISTS (SELECT 1 FROM series_chunk, wanted WHERE metric_id = wanted.id)
            OR EXISTS (SELECT 1 FROM hand_value, wanted WHERE metric_id = wanted.id)
            OR EXISTS (SELECT 1 FROM measurement_note, wanted WHERE metric_id = wanted.id)
            OR EXISTS (SELECT 1 FROM metric AS other, wanted WHERE other.series = wanted.key)
            OR EXISTS (SELECT 1 FROM action, wanted WHERE action.metric = wanted.key)
            OR EXISTS (SELECT 1 FROM override, wanted WHERE target = 'metric' AND override.key = wanted.key)
            OR EXISTS (SELECT 1 FROM draft, wanted, json_each(content, '$.version.groups') AS used_group,
                                     json_each(used_group.value, '$.metrics') AS used
                       WHERE json_extract(used.value, '$.metric') = wanted.key)
            OR EXISTS (SELECT 1 FROM template_version, wanted, json_each(content, '$.metrics') AS frozen
                       WHERE json_extract(frozen.value, '$.key') = wanted.key))"_s,
                          metric));
    const bool isReferred = rows.next() && rows.get<bool>(0);
    HB_CHECK(rows.finished());
    return isReferred;
}

Result<void> deleteMetric(Database& database, MetricId metric) {
    HB_CHECK(database.query(u"DELETE FROM metric WHERE id = ?"_s, metric));
    return {};
}

} // namespace hb::store
