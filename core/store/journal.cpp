// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal.h"

#include <QDateTime>

#include <array>
#include <utility>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<ChangeKind, QLatin1StringView>, 13> changeKinds{{
    {ChangeKind::Everything, "everything"_L1},
    {ChangeKind::Measurements, "measurements"_L1},
    {ChangeKind::Accounts, "accounts"_L1},
    {ChangeKind::Scorecard, "scorecard"_L1},
    {ChangeKind::Overrides, "overrides"_L1},
    {ChangeKind::Reviews, "reviews"_L1},
    {ChangeKind::Notes, "notes"_L1},
    {ChangeKind::Outcomes, "outcomes"_L1},
    {ChangeKind::Settings, "settings"_L1},
    {ChangeKind::Views, "views"_L1},
    {ChangeKind::Drafts, "drafts"_L1},
    {ChangeKind::Contacts, "contacts"_L1},
    {ChangeKind::Actions, "actions"_L1},
}};

QLatin1StringView kindText(ChangeKind kind) {
    for (const auto& [each, text] : changeKinds) {
        if (each == kind) {
            return text;
        }
    }
    return changeKinds.front().second;
}

/// A kind that a later version writes is unknown here: then anything may have changed.
ChangeKind toChangeKind(const QString& text) {
    for (const auto& [kind, each] : changeKinds) {
        if (each == text) {
            return kind;
        }
    }
    return ChangeKind::Everything;
}

} // namespace

QString utcNow() {
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
}

std::optional<Day> localDay(const QString& stamp) {
    const QDate day = QDateTime::fromString(stamp, Qt::ISODate).toLocalTime().date();
    return day.isValid() ? fromYearMonthDay(day.year(), day.month(), day.day()) : std::nullopt;
}

QString firstStampOf(Day day) {
    const YearMonthDay date = toYearMonthDay(day);
    return QDate(date.year, date.month, date.day).startOfDay().toUTC().toString(Qt::ISODate);
}

Result<PersonId> personId(Database& database, const QString& name, const QString& login) {
    HB_TRY(Query found, database.query(u"SELECT id FROM person WHERE login = ? AND name = ?"_s, login, name));
    if (found.next()) {
        return found.get<PersonId>(0);
    }
    HB_CHECK(found.finished());
    HB_CHECK(database.query(u"INSERT INTO person (name, login) VALUES (?, ?)"_s, name, login));
    return PersonId{database.lastInsertId()};
}

Result<void> writeJournal(Database& database, const JournalEntry& entry) {
    HB_CHECK(database.query(
        u"INSERT INTO journal (at, person_id, what, account_id, before, after) VALUES (?, ?, ?, ?, ?, ?)"_s,
        utcNow(),
        entry.person,
        entry.what,
        entry.account,
        entry.before,
        entry.after));
    return {};
}

Result<void> recordChange(Database& database, ChangeKind kind, std::optional<AccountId> account, RunId run) {
    const std::optional<RunId> stored = run.isValid() ? std::optional(run) : std::nullopt;
    HB_CHECK(database.query(
        u"INSERT INTO change (kind, ref, run) VALUES (?, ?, ?)"_s, QString(kindText(kind)), account, stored));
    return {};
}

Result<std::vector<Change>> changesAfter(Database& database, std::int64_t seq) {
    HB_TRY(Query rows,
           database.query(u"SELECT seq, kind, ref, run FROM change WHERE seq > ? ORDER BY seq"_s, seq));
    std::vector<Change> changes;
    while (rows.next()) {
        changes.push_back({.seq = rows.get<std::int64_t>(0),
                           .kind = toChangeKind(rows.get<QString>(1)),
                           .account = rows.get<std::optional<AccountId>>(2),
                           .run = rows.get<RunId>(3)});
    }
    HB_CHECK(rows.finished());
    return changes;
}

Result<std::int64_t> newestChange(Database& database) {
    HB_TRY(Query rows, database.query(u"SELECT coalesce(max(seq), 0) FROM change"_s));
    const std::int64_t newest = rows.next() ? rows.get<std::int64_t>(0) : 0;
    HB_CHECK(rows.finished());
    return newest;
}

} // namespace hb::store
