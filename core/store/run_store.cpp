// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_store.h"

#include <array>
#include <utility>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<RunKind, QLatin1StringView>, 4> runKinds{{
    {RunKind::Accounts, "accounts"_L1},
    {RunKind::Measurements, "measurements"_L1},
    {RunKind::Outcomes, "outcomes"_L1},
    {RunKind::Hand, "hand"_L1},
}};

QString selectRuns() {
    return uR"(SELECT run.id, kind, at, person.name, source, file, effective_day, read, inserted, updated, unchanged,
                      kept_by_hand, rejected, undone_at IS NOT NULL
               FROM run JOIN person ON person.id = person_id WHERE kind <> 'hand')"_s;
}

Run toRun(const Query& row) {
    return {.id = row.get<RunId>(0),
            .kind = runKindOf(row.get<QString>(1)),
            .at = row.get<QString>(2),
            .by = row.get<QString>(3),
            .source = row.get<QString>(4),
            .file = row.get<QString>(5),
            .effectiveDay = row.get<std::optional<Day>>(6),
            .counts = {.read = row.get<std::int64_t>(7),
                       .inserted = row.get<std::int64_t>(8),
                       .updated = row.get<std::int64_t>(9),
                       .unchanged = row.get<std::int64_t>(10),
                       .keptByHand = row.get<std::int64_t>(11),
                       .rejected = row.get<std::int64_t>(12)},
            .undone = row.get<bool>(13)};
}

} // namespace

QString toText(RunKind kind) {
    for (const auto& [each, text] : runKinds) {
        if (each == kind) {
            return text;
        }
    }
    return {};
}

RunKind runKindOf(const QString& text) {
    for (const auto& [kind, each] : runKinds) {
        if (each == text) {
            return kind;
        }
    }
    return RunKind::Hand;
}

Result<RunId> insertRun(Database& database, const NewRun& run) {
    HB_CHECK(database.query(
        u"INSERT INTO run (at, person_id, kind, source, file, effective_day) VALUES (?, ?, ?, ?, ?, ?)"_s,
        utcNow(),
        run.person,
        toText(run.kind),
        run.source,
        run.file,
        run.effectiveDay));
    return RunId{database.lastInsertId()};
}

Result<void> setRunCounts(Database& database, RunId run, const RunCounts& counts) {
    HB_CHECK(database.query(
        u"UPDATE run SET read = ?, inserted = ?, updated = ?, unchanged = ?, kept_by_hand = ?, rejected = ? WHERE id = ?"_s,
        counts.read,
        counts.inserted,
        counts.updated,
        counts.unchanged,
        counts.keptByHand,
        counts.rejected,
        run));
    return {};
}

Result<void> setRunUndone(Database& database, RunId run, std::optional<PersonId> by) {
    const std::optional<QString> at = by ? std::optional(utcNow()) : std::nullopt;
    HB_CHECK(database.query(u"UPDATE run SET undone_at = ?, undone_by = ? WHERE id = ?"_s, at, by, run));
    return {};
}

Result<std::vector<Run>> importRuns(Database& database) {
    HB_TRY(Query rows, database.query(selectRuns() + u" ORDER BY run.id DESC"_s));
    std::vector<Run> runs;
    while (rows.next()) {
        runs.push_back(toRun(rows));
    }
    HB_CHECK(rows.finished());
    return runs;
}

Result<Run> findRun(Database& database, RunId run) {
    HB_TRY(Query rows, database.query(selectRuns() + u" AND run.id = ?"_s, run));
    if (rows.next()) {
        return toRun(rows);
    }
    HB_CHECK(rows.finished());
    return failure({.code = ErrorCode::NotFound,
                    .what = "Could not find the import",
                    .found = std::to_string(run.value),
                    .expected = "the number of a run of this book"});
}

} // namespace hb::store
