// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/book/book.h"
#include "core/model/draft.h"
#include "core/model/override.h"
#include "core/model/settings.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What a person does to a book, as values. Each edit is applied in one transaction, journaled (who, when,
// before, after), and answered with the edit that takes it back.

namespace hb::book {

/// Who did what an inverse edit puts back, and when (UTC, ISO 8601); empty in an edit of its own.
struct Origin {
    Person person;
    QString at;
};

/// A value of a metric set by a person; `value` none takes the hand-set value of that day away again.
struct SetMeasurement {
    AccountId account;
    MetricId metric;
    Day day;
    std::optional<double> value;
    QString note;
    Origin origin = {};
};

/// An attribute set by a person from a day on; an empty value clears it, none takes the hand-set value away
/// again.
struct SetAttribute {
    AccountId account;
    QString key;
    Day from;
    std::optional<QString> value;
    RunId statement = {}; ///< of an inverse: the statement by hand that is taken away or comes back
};

struct AddOverride {
    AccountId account;
    OverrideTarget target = OverrideTarget::Overall;
    QString key;
    double score = 0;
    Day first; ///< not before `enteredOn`
    Day last;  ///< at most 90 days after first
    Day enteredOn;
    QString reason;
    OverrideId id = {}; ///< of an inverse: the override that comes back as it was
    Origin origin = {};
};

/// Sets the last day of an override: ending one on day E sets E - 1.
struct SetOverrideEnd {
    OverrideId override;
    Day last;
};

struct RemoveOverride {
    OverrideId override;
};

struct AddNote {
    AccountId account;
    Day day;
    QString text;
};

struct RemoveNote {
    NoteId note;
};

/// Puts a removed note back as it was.
struct RestoreNote {
    NoteId note;
    AccountId account;
    Day day;
    QString text;
    Origin origin = {};
};

/// A person's review of an account on a day. `reasons` are the bits that held when the person looked; none
/// removes the review.
struct SetReviewed {
    AccountId account;
    Day day;
    std::optional<std::uint32_t> reasons;
    std::optional<Person> reviewer = {}; ///< of an inverse: whose review it is, whoever acts now
};

struct SetSettings {
    BookSettings settings;
};

/// A view saved in the book under a name; an empty content removes it.
struct SetSavedView {
    QString name;
    QString content; ///< JSON
};

/// Keeps a draft in place of the one of its template; none throws that away. Drafts score nobody, and are
/// kept whatever is missing in them.
struct SetDraft {
    std::string key; ///< of the template
    std::optional<Draft> draft;
    Origin origin = {};
};

/// Everything of a metric but its rule, at once and for every version: its name, unit, help, who can act; the
/// words of its levels. Its numbers are a draft's to change.
struct DescribeMetric {
    Metric metric;
};

/// One more metric in the catalogue, at a place in its order (none: last).
struct AddMetric {
    Metric metric;
    std::optional<std::size_t> position = {};
};

/// Takes a metric out of the catalogue; Conflict while anything refers to it.
struct RemoveMetric {
    std::string key;
};

/// The goals of the book, all at once. InvalidInput where a metric or a goal would name one that is not
/// there, keys are doubled, a goal is under itself, or one has no name.
struct SetGoals {
    std::vector<Goal> goals;
};

/// The order in which the templates in force but the default are tried: all of their keys.
struct OrderTemplates {
    std::vector<std::string> keys;
};

/// A template is not tried from that day on; none: it is again. Never the default.
struct RetireTemplate {
    std::string key;
    std::optional<Day> on;
};

using Edit = std::variant<SetMeasurement,
                          SetAttribute,
                          AddOverride,
                          SetOverrideEnd,
                          RemoveOverride,
                          AddNote,
                          RemoveNote,
                          RestoreNote,
                          SetReviewed,
                          SetSettings,
                          SetSavedView,
                          SetDraft,
                          DescribeMetric,
                          AddMetric,
                          RemoveMetric,
                          SetGoals,
                          OrderTemplates,
                          RetireTemplate>;

struct Applied {
    Edit inverse;
    ChangeSet changes;
};

/// Applies an edit in one transaction. InvalidInput says what is wrong with it, NotFound what is gone; then
/// nothing changed.
[[nodiscard]] Result<Applied> apply(Book& book, const Edit& edit, const Person& person);

/// A note as the account page lists it.
struct Note {
    NoteId id;
    Day day;
    QString text;
    QString author;
    QString at; ///< UTC, ISO 8601
};
[[nodiscard]] Result<std::vector<Note>> notesOf(Book& book, AccountId account);

struct SavedView {
    QString name;
    QString content;
};
[[nodiscard]] Result<std::vector<SavedView>> savedViews(Book& book);

} // namespace hb::book
