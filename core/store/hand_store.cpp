// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/hand_store.h"

#include "core/store/account_keys.h"

#include <array>
#include <utility>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<OverrideTarget, QLatin1StringView>, 3> targets{
    {{OverrideTarget::Metric, "metric"_L1},
     {OverrideTarget::Group, "group"_L1},
     {OverrideTarget::Overall, "overall"_L1}}};

OverrideTarget toTarget(const QString& text) {
    for (const auto& [target, each] : targets) {
        if (each == text) {
            return target;
        }
    }
    return OverrideTarget::Overall;
}

tl::unexpected<Error> gone(const char* what) {
    return failure({.code = ErrorCode::NotFound, .what = what, .found = "It is gone from the book"});
}

/// All rows of a query, each made by `read`.
template <typename Row>
Result<std::vector<Row>> readAll(Result<Query> query, Row (*read)(const Query&)) {
    HB_TRY(Query rows, std::move(query));
    std::vector<Row> all;
    while (rows.next()) {
        all.push_back(read(rows));
    }
    HB_CHECK(rows.finished());
    return all;
}

template <typename Row>
Result<std::optional<Row>> readOne(Result<Query> query, Row (*read)(const Query&)) {
    HB_TRY(std::vector<Row> all, readAll(std::move(query), read));
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

HandValueRow toHandValue(const Query& row) {
    return {.account = row.get<AccountId>(0),
            .metric = row.get<MetricId>(1),
            .day = row.get<Day>(2),
            .value = row.get<double>(3),
            .note = row.get<QString>(4),
            .person = row.get<PersonId>(5),
            .author = row.get<QString>(6),
            .at = row.get<QString>(7)};
}

QString selectHandValues() {
    return uR"(SELECT account_id, metric_id, day, value, note, person_id, name, at
               FROM hand_value JOIN person ON person.id = person_id)"_s;
}

OverrideRow toOverride(const Query& row) {
    return {.id = row.get<OverrideId>(0),
            .account = row.get<AccountId>(1),
            .target = toTarget(row.get<QString>(2)),
            .key = row.get<QString>(3),
            .score = row.get<double>(4),
            .first = row.get<Day>(5),
            .last = row.get<Day>(6),
            .enteredOn = row.get<Day>(7),
            .person = row.get<PersonId>(8),
            .author = row.get<QString>(9),
            .at = row.get<QString>(10),
            .reason = row.get<QString>(11)};
}

QString selectOverrides() {
    return uR"(SELECT override.id, account_id, target, key, score, first_day, last_day, entered_on, person_id, name, at, reason
               FROM override JOIN person ON person.id = person_id)"_s;
}

NoteRow toNote(const Query& row) {
    return {.id = row.get<NoteId>(0),
            .account = row.get<AccountId>(1),
            .day = row.get<Day>(2),
            .text = row.get<QString>(3),
            .person = row.get<PersonId>(4),
            .author = row.get<QString>(5),
            .at = row.get<QString>(6),
            .kind = noteKindOf(row.get<std::string>(7)).value_or(NoteKind::Note),
            .pinned = row.get<bool>(8)};
}

QString selectNotes() {
    return uR"(SELECT note.id, account_id, day, text, person_id, name, at, kind, pinned
               FROM note JOIN person ON person.id = person_id)"_s;
}

ReviewRow toReview(const Query& row) {
    return {.account = row.get<AccountId>(0),
            .person = row.get<PersonId>(1),
            .name = row.get<std::string>(2),
            .day = row.get<Day>(3),
            .reasons = row.get<std::uint32_t>(4)};
}

QString selectReviews() {
    return u"SELECT account_id, person_id, name, day, reasons FROM review JOIN person ON person.id = person_id"_s;
}

template <typename Table>
std::optional<Id<Table>> orNew(Id<Table> id) {
    return id.isValid() ? std::optional(id) : std::nullopt;
}

} // namespace

Result<PersonRow> findPerson(Database& database, PersonId person) {
    HB_TRY(Query rows, database.query(u"SELECT name, login FROM person WHERE id = ?"_s, person));
    PersonRow row;
    if (rows.next()) {
        row = {.name = rows.get<QString>(0), .login = rows.get<QString>(1)};
    }
    HB_CHECK(rows.finished());
    return row;
}

Result<std::vector<HandValueRow>>
handValues(Database& database, AccountId account, std::optional<MetricId> metric) {
    return readAll(database.query(selectHandValues() + u" WHERE "_s + isPartOfAccount() +
                                      u" AND metric_id = ifnull(?, metric_id)"
                                      " ORDER BY metric_id, day DESC, account_id <> ?, account_id"_s,
                                  account,
                                  metric,
                                  account),
                   toHandValue);
}

Result<std::vector<HandValueRow>> allHandValues(Database& database) {
    return readAll(database.query(selectHandValues() + u" ORDER BY account_id, metric_id, day"_s),
                   toHandValue);
}

Result<void> readNotedHandValues(Database& database,
                                 std::optional<AccountId> account,
                                 const std::function<bool(const HandValueRow&)>& visit) {
    const QString select = selectHandValues() + u" WHERE note <> ''"_s;
    const QString order = u" ORDER BY at DESC, account_id, metric_id, day"_s;
    HB_TRY(Query rows,
           account ? database.query(select + u" AND "_s + isPartOfAccount() + order, *account)
                   : database.query(select + order));
    bool isWanted = true;
    while (isWanted && rows.next()) {
        isWanted = visit(toHandValue(rows));
    }
    return rows.finished();
}

Result<std::optional<HandValueRow>>
findHandValue(Database& database, AccountId account, MetricId metric, Day day) {
    return readOne(
        database.query(selectHandValues() + u" WHERE account_id = ? AND metric_id = ? AND day = ?"_s,
                       account,
                       metric,
                       day),
        toHandValue);
}

Result<void> writeHandValue(Database& database, const HandValueRow& row) {
    HB_CHECK(database.query(
        u"INSERT OR REPLACE INTO hand_value (account_id, metric_id, day, value, note, person_id, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        row.account,
        row.metric,
        row.day,
        row.value,
        row.note,
        row.person,
        row.at));
    return {};
}

Result<void> deleteHandValue(Database& database, AccountId account, MetricId metric, Day day) {
    HB_CHECK(database.query(u"DELETE FROM hand_value WHERE account_id = ? AND metric_id = ? AND day = ?"_s,
                            account,
                            metric,
                            day));
    return {};
}

Result<std::vector<OverrideRow>> overrides(Database& database, std::optional<AccountId> account) {
    const QString order = u" ORDER BY override.id"_s;
    return readAll(
        account ? database.query(selectOverrides() + u" WHERE "_s + isPartOfAccount() + order, *account)
                : database.query(selectOverrides() + order),
        toOverride);
}

Result<OverrideRow> findOverride(Database& database, OverrideId id) {
    HB_TRY(auto found,
           readOne(database.query(selectOverrides() + u" WHERE override.id = ?"_s, id), toOverride));
    if (!found) {
        return gone("Could not find the override");
    }
    return std::move(*found);
}

Result<OverrideId> insertOverride(Database& database, const OverrideRow& row) {
    HB_CHECK(database.query(uR"(
        INSERT INTO override (id, account_id, target, key, score, first_day, last_day, entered_on, person_id, at, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
                            orNew(row.id),
                            row.account,
                            toText(row.target),
                            row.key,
                            row.score,
                            row.first,
                            row.last,
                            row.enteredOn,
                            row.person,
                            row.at,
                            row.reason));
    return OverrideId{database.lastInsertId()};
}

Result<void> setOverrideEnd(Database& database, OverrideId id, Day last) {
    HB_CHECK(database.query(u"UPDATE override SET last_day = ? WHERE id = ?"_s, last, id));
    return {};
}

Result<void> deleteOverride(Database& database, OverrideId id) {
    HB_CHECK(database.query(u"DELETE FROM override WHERE id = ?"_s, id));
    return {};
}

QString toText(OverrideTarget target) {
    for (const auto& [each, text] : targets) {
        if (each == target) {
            return text;
        }
    }
    return {};
}

Result<std::vector<NoteRow>> notes(Database& database, AccountId account) {
    return readAll(database.query(selectNotes() + u" WHERE "_s + isPartOfAccount() +
                                      u" ORDER BY day DESC, note.id DESC"_s,
                                  account),
                   toNote);
}

Result<std::vector<NoteRow>> reviewNotes(Database& database) {
    return readAll(
        database.query(selectNotes() + u" WHERE kind = 'review' ORDER BY account_id, day, note.id"_s),
        toNote);
}

Result<NoteRow> findNote(Database& database, NoteId id) {
    HB_TRY(auto found, readOne(database.query(selectNotes() + u" WHERE note.id = ?"_s, id), toNote));
    if (!found) {
        return gone("Could not find the note");
    }
    return std::move(*found);
}

Result<NoteId> insertNote(Database& database, const NoteRow& row) {
    HB_CHECK(database.query(
        u"INSERT INTO note (id, account_id, day, text, person_id, at, kind, pinned) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        orNew(row.id),
        row.account,
        row.day,
        row.text,
        row.person,
        row.at,
        hb::toText(row.kind),
        row.pinned));
    return NoteId{database.lastInsertId()};
}

Result<void> updateNote(Database& database, const NoteRow& row) {
    HB_CHECK(database.query(u"UPDATE note SET text = ?, kind = ?, pinned = ? WHERE id = ?"_s,
                            row.text,
                            hb::toText(row.kind),
                            row.pinned,
                            row.id));
    return {};
}

Result<void> deleteNote(Database& database, NoteId id) {
    HB_CHECK(database.query(u"DELETE FROM note WHERE id = ?"_s, id));
    return {};
}

Result<std::vector<ReviewRow>> reviews(Database& database) {
    return readAll(database.query(selectReviews() + u" ORDER BY account_id, day, person_id"_s), toReview);
}

Result<std::optional<ReviewRow>> findReview(Database& database, AccountId account, PersonId person, Day day) {
    return readOne(
        database.query(
            selectReviews() + u" WHERE account_id = ? AND person_id = ? AND day = ?"_s, account, person, day),
        toReview);
}

Result<void> writeReview(Database& database, const ReviewRow& row) {
    HB_CHECK(database.query(
        u"INSERT OR REPLACE INTO review (account_id, person_id, day, reasons) VALUES (?, ?, ?, ?)"_s,
        row.account,
        row.person,
        row.day,
        row.reasons));
    return {};
}

Result<void> deleteReview(Database& database, AccountId account, PersonId person, Day day) {
    HB_CHECK(database.query(
        u"DELETE FROM review WHERE account_id = ? AND person_id = ? AND day = ?"_s, account, person, day));
    return {};
}

} // namespace hb::store
