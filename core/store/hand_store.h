// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/note.h"
#include "core/model/override.h"
#include "core/store/database.h"
#include "core/store/journal.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

// What people leave in a book by hand: values, overrides, notes, reviews. All rows name who and when.

namespace hb::store {

struct PersonRow {
    QString name;
    QString login;
};
[[nodiscard]] Result<PersonRow> findPerson(Database& database, PersonId person);

struct HandValueRow {
    AccountId account;
    MetricId metric;
    Day day;
    double value = 0;
    QString note;
    PersonId person;
    QString author; ///< the person's name, when read
    QString at;
};
/// Of one metric or of all, by metric and day, newest first.
[[nodiscard]] Result<std::vector<HandValueRow>>
handValues(Database& database, AccountId account, std::optional<MetricId> metric = {});
/// Of the whole book, by account, metric and day.
[[nodiscard]] Result<std::vector<HandValueRow>> allHandValues(Database& database);
/// Shows those that say something beside the value, of one account or of all, until `visit` is false; the one
/// written last first.
[[nodiscard]] Result<void> readNotedHandValues(Database& database,
                                               std::optional<AccountId> account,
                                               const std::function<bool(const HandValueRow&)>& visit);
[[nodiscard]] Result<std::optional<HandValueRow>>
findHandValue(Database& database, AccountId account, MetricId metric, Day day);
/// Replaces the value that a person set on that day before.
[[nodiscard]] Result<void> writeHandValue(Database& database, const HandValueRow& row);
[[nodiscard]] Result<void> deleteHandValue(Database& database, AccountId account, MetricId metric, Day day);

struct OverrideRow {
    OverrideId id; ///< not valid in a new one
    AccountId account;
    OverrideTarget target = OverrideTarget::Overall;
    QString key;
    double score = 0;
    Day first;
    Day last;
    Day enteredOn;
    PersonId person;
    QString author; ///< the person's name, when read
    QString at;
    QString reason;
};
/// Of one account or of all, in the order in which they were entered.
[[nodiscard]] Result<std::vector<OverrideRow>> overrides(Database& database,
                                                         std::optional<AccountId> account = {});
/// NotFound where it is gone.
[[nodiscard]] Result<OverrideRow> findOverride(Database& database, OverrideId id);
/// Conflict where a given id is taken.
[[nodiscard]] Result<OverrideId> insertOverride(Database& database, const OverrideRow& row);
[[nodiscard]] Result<void> setOverrideEnd(Database& database, OverrideId id, Day last);
[[nodiscard]] Result<void> deleteOverride(Database& database, OverrideId id);
/// "metric", "group", "overall".
[[nodiscard]] QString toText(OverrideTarget target);

struct NoteRow {
    NoteId id; ///< not valid in a new one
    AccountId account;
    Day day;
    QString text;
    PersonId person;
    QString author; ///< the person's name, when read
    QString at;
    NoteKind kind = NoteKind::Note;
    bool pinned = false;
};
/// By day, newest first; of one day the last written first.
[[nodiscard]] Result<std::vector<NoteRow>> notes(Database& database, AccountId account);
/// Those of business reviews, of the whole book, by account and day.
[[nodiscard]] Result<std::vector<NoteRow>> reviewNotes(Database& database);
/// NotFound where it is gone.
[[nodiscard]] Result<NoteRow> findNote(Database& database, NoteId id);
/// Conflict where a given id is taken.
[[nodiscard]] Result<NoteId> insertNote(Database& database, const NoteRow& row);
/// Text, kind and pin of a note that is there; all else stays.
[[nodiscard]] Result<void> updateNote(Database& database, const NoteRow& row);
[[nodiscard]] Result<void> deleteNote(Database& database, NoteId id);

struct ReviewRow {
    AccountId account;
    PersonId person;
    std::string name; ///< the person's, when read
    Day day;
    std::uint32_t reasons = 0;
};
/// By account and day.
[[nodiscard]] Result<std::vector<ReviewRow>> reviews(Database& database);
[[nodiscard]] Result<std::optional<ReviewRow>>
findReview(Database& database, AccountId account, PersonId person, Day day);
/// Replaces the review of that person and day.
[[nodiscard]] Result<void> writeReview(Database& database, const ReviewRow& row);
[[nodiscard]] Result<void> deleteReview(Database& database, AccountId account, PersonId person, Day day);

} // namespace hb::store
