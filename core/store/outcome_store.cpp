// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outcome_store.h"

#include "core/store/account_keys.h"

#include <algorithm>
#include <utility>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

constexpr auto columns =
    "account_id, day, kind, arr_change_stated, arr_change_cents, reason_stated, reason"_L1;

/// Lays one run's row over what lower runs said.
void merge(OutcomeRow& row, const Query& stated) {
    if (stated.get<bool>(3)) {
        row.arrChangeCents = stated.get<std::optional<std::int64_t>>(4);
    }
    if (stated.get<bool>(5)) {
        row.reason = stated.get<QString>(6);
    }
}

OutcomeRow keyOf(const Query& row) {
    return {.account = row.get<AccountId>(0),
            .day = row.get<Day>(1),
            .kind = outcomeKindOf(row.get<std::string>(2)).value(),
            .arrChangeCents = {},
            .reason = {}};
}

bool isSameKey(const OutcomeRow& a, const OutcomeRow& b) {
    return a.account == b.account && a.day == b.day && a.kind == b.kind;
}

/// Where something was first stated.
struct Stated {
    RunId run;
    std::int64_t ordinal = 0;

    auto operator<=>(const Stated&) const = default;
};

/// Rows that come by account, day, kind and run, folded to one an outcome; `first` says where each was stated
/// first.
Result<std::vector<OutcomeRow>> folded(Query& rows, std::vector<Stated>& first) {
    std::vector<OutcomeRow> outcomes;
    while (rows.next()) {
        OutcomeRow key = keyOf(rows);
        if (outcomes.empty() || !isSameKey(outcomes.back(), key)) {
            outcomes.push_back(std::move(key));
            first.push_back({.run = rows.get<RunId>(7), .ordinal = rows.get<std::int64_t>(8)});
        }
        merge(outcomes.back(), rows);
    }
    HB_CHECK(rows.finished());
    return outcomes;
}

} // namespace

Result<OutcomeWriter> OutcomeWriter::prepare(Database& database) {
    HB_TRY(Query select, database.prepare(u"SELECT "_s + columns + uR"(, run_id, ordinal FROM outcome
        WHERE account_id = ? AND day = ? AND kind = ? ORDER BY run_id)"_s));
    // The same outcome again in one file: what is stated the second time replaces the first.
    HB_TRY(Query write,
           database.prepare(u"INSERT INTO outcome ("_s + columns +
                            uR"(, run_id, ordinal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET
            arr_change_cents = CASE WHEN excluded.arr_change_stated THEN excluded.arr_change_cents ELSE arr_change_cents END,
            arr_change_stated = max(arr_change_stated, excluded.arr_change_stated),
            reason = CASE WHEN excluded.reason_stated THEN excluded.reason ELSE reason END,
            reason_stated = max(reason_stated, excluded.reason_stated))"_s));
    return OutcomeWriter(std::move(select), std::move(write));
}

Result<std::optional<OutcomeRow>> OutcomeWriter::inForce(const StatedOutcome& key) {
    HB_CHECK(m_select.run(key.account, key.day, toText(key.kind)));
    std::vector<Stated> first;
    HB_TRY(std::vector<OutcomeRow> rows, folded(m_select, first));
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

Result<Upserted> OutcomeWriter::state(const StatedOutcome& outcome, RunId run) {
    HB_TRY(const std::optional<OutcomeRow> before, inForce(outcome));
    HB_CHECK(m_write.run(outcome.account,
                         outcome.day,
                         toText(outcome.kind),
                         outcome.statesArrChange,
                         outcome.arrChangeCents,
                         outcome.statesReason,
                         outcome.reason,
                         run,
                         outcome.ordinal));
    if (!before) {
        return Upserted::Inserted;
    }
    HB_TRY(const std::optional<OutcomeRow> after, inForce(outcome));
    return before == after ? Upserted::Unchanged : Upserted::Updated;
}

Result<std::vector<OutcomeRow>> outcomes(Database& database, std::optional<AccountId> account) {
    const QString select = u"SELECT "_s + columns + u", run_id, ordinal FROM outcome"_s;
    const QString order = u" ORDER BY account_id, day, kind, run_id"_s;
    HB_TRY(Query rows,
           account ? database.query(select + u" WHERE "_s + isPartOfAccount() + order, *account)
                   : database.query(select + order));
    std::vector<Stated> first;
    HB_TRY(std::vector<OutcomeRow> found, folded(rows, first));
    // Of one day, what was stated first stands first.
    std::vector<std::size_t> positions(found.size());
    for (std::size_t i = 0; i < positions.size(); ++i) {
        positions[i] = i;
    }
    std::ranges::stable_sort(
        positions, {}, [&](std::size_t i) { return std::tuple(found[i].account, found[i].day, first[i]); });
    std::vector<OutcomeRow> sorted;
    sorted.reserve(found.size());
    for (const std::size_t i : positions) {
        sorted.push_back(std::move(found[i]));
    }
    return sorted;
}

Result<std::optional<HandOutcome>>
handOutcome(Database& database, AccountId account, Day day, OutcomeKind kind, RunId run) {
    const std::optional<RunId> one = run.isValid() ? std::optional(run) : std::nullopt;
    HB_TRY(Query rows,
           database.query(uR"(
        SELECT run_id, arr_change_cents, reason FROM outcome JOIN run ON run.id = run_id
        WHERE account_id = ? AND day = ? AND outcome.kind = ? AND run.kind = 'hand' AND run_id = ifnull(?, run_id)
        ORDER BY run_id DESC)"_s,
                          account,
                          day,
                          toText(kind),
                          one));
    std::optional<HandOutcome> found;
    if (rows.next()) {
        found = HandOutcome{.run = rows.get<RunId>(0),
                            .arrChangeCents = rows.get<std::optional<std::int64_t>>(1),
                            .reason = rows.get<QString>(2)};
        rows.finish();
        return found;
    }
    HB_CHECK(rows.finished());
    return found;
}

Result<void> deleteOutcomesOf(Database& database, RunId run) {
    HB_CHECK(database.query(u"DELETE FROM outcome WHERE run_id = ?"_s, run));
    return {};
}

} // namespace hb::store
