// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/book/book.h"
#include "core/model/action.h"
#include "core/model/contact.h"
#include "core/model/draft.h"
#include "core/model/note.h"
#include "core/model/outcome.h"
#include "core/model/override.h"
#include "core/model/settings.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
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

/// Words about an account; Markdown, up to `longestText` bytes of UTF-8.
struct AddNote {
    AccountId account;
    Day day;
    QString text;
    NoteKind kind = NoteKind::Note;
};

/// Its words and kind become others; its day, author and moment stay.
struct ChangeNote {
    NoteId note;
    QString text;
    NoteKind kind = NoteKind::Note;
};

/// Pinned notes stand above all others.
struct PinNote {
    NoteId note;
    bool pinned = true;
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
    NoteKind kind = NoteKind::Note;
    bool pinned = false;
    Origin origin = {};
};

/// A person at a customer, as somebody describes them.
struct ContactFacts {
    QString name; ///< required
    ContactRole role = ContactRole::Other;
    QString email = {};
    QString note = {};
    Day cameOn;                     ///< from when on we know them; not after `leftOn`, which moves it
    std::optional<Day> leftOn = {}; ///< the first day on which they are not there any more
};

/// What an inverse does about the attribute `champion`: lets what the edit stated of it come back, or takes
/// it away. No valid run: it stated nothing.
struct ChampionStatement {
    RunId run;
    bool inForce = false;
};

/// A contact that is new (without `contact`), changed, or removed (without `facts`). When that changes
/// whether a champion is there, the same transaction states the attribute `champion` from the day on which it
/// does: as `championThere`, or `championLeft` once none is left. Its inverse takes that back too. One who
/// had left and came again after that day is a contact beside the one who left: both times stay.
struct SetContact {
    AccountId account;
    ContactId contact = {};
    std::optional<ContactFacts> facts = {};
    Origin origin = {};                              ///< of an inverse that lets a contact come back
    std::optional<ChampionStatement> statement = {}; ///< of an inverse
};

/// A next step, as somebody plans it and closes it.
struct ActionFacts {
    QString title; ///< required
    QString owner = {};
    std::optional<Day> due = {};
    QString metric = {}; ///< a key, or empty
    Day createdOn;
    ActionStatus status = ActionStatus::Open;
    std::optional<Day> closedOn = {}; ///< of a closed one: required, not before `createdOn`
    QString closeReason = {};         ///< of a dropped one: required
};

/// An action that is new (without `action`), changed, or removed (without `facts`).
struct SetAction {
    AccountId account;
    ActionId action = {};
    std::optional<ActionFacts> facts = {};
    Origin origin = {}; ///< of an inverse that lets an action come back
};

struct OutcomeFacts {
    std::optional<std::int64_t> arrChangeCents = {};
    QString reason = {};
};

/// What became of an account on a day, stated by a person over what files say of the same outcome; without
/// `facts` what a person stated of it goes, and what files say is left.
struct SetOutcome {
    AccountId account;
    Day day;
    OutcomeKind kind = OutcomeKind::Renewed;
    std::optional<OutcomeFacts> facts = {};
    RunId statement = {}; ///< of an inverse: the statement by hand that goes or comes back
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

/// The id of an account becomes another. Files that name the one it had still lead to it, unless
/// `keepsFormer` is false, as in the inverse of a change that was the first.
struct RenameAccount {
    AccountId account;
    QString key;
    bool keepsFormer = true;
};

/// From now on an account is shown as a part of another, whatever day is looked at: see
/// core/book/account_merge.h. Without `into` it stands for itself again.
struct MergeAccount {
    AccountId account;
    std::optional<AccountId> into = {};
};

using AnyEdit = std::variant<SetMeasurement,
                             SetAttribute,
                             AddOverride,
                             SetOverrideEnd,
                             RemoveOverride,
                             AddNote,
                             ChangeNote,
                             PinNote,
                             RemoveNote,
                             RestoreNote,
                             SetContact,
                             SetAction,
                             SetOutcome,
                             SetReviewed,
                             SetSettings,
                             SetSavedView,
                             SetDraft,
                             DescribeMetric,
                             AddMetric,
                             RemoveMetric,
                             SetGoals,
                             OrderTemplates,
                             RetireTemplate,
                             RenameAccount,
                             MergeAccount>;

/// One of them. A class of its own, so that the code which copies and ends 25 kinds is made once and not
/// wherever an edit passes through.
class Edit : public AnyEdit {
public:
    Edit(); ///< of the first kind, about nothing: to be replaced
    template <typename Kind>
        requires(!std::is_base_of_v<AnyEdit, std::remove_cvref_t<Kind>> &&
                 std::is_constructible_v<AnyEdit, Kind>)
    Edit(Kind&& kind) : AnyEdit(std::forward<Kind>(kind)) {} // NOLINT(google-explicit-constructor)
    Edit(const Edit& other);
    Edit(Edit&& other) noexcept;
    Edit& operator=(const Edit& other);
    Edit& operator=(Edit&& other) noexcept;
    ~Edit();
    // The kinds are not compared, but a variant says that it can be, and Qt believes it.
    friend bool operator==(const Edit&, const Edit&) = delete;
    friend bool operator<(const Edit&, const Edit&) = delete;
};

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
    NoteKind kind = NoteKind::Note;
    bool pinned = false;
};
[[nodiscard]] Result<std::vector<Note>> notesOf(Book& book, AccountId account);

/// A contact as the account page lists it.
struct Contact {
    ContactId id;
    ContactFacts facts;
    QString author; ///< who entered it
    QString at;     ///< UTC, ISO 8601
};
/// Those who are there first, by role; then those who left, the last one first.
[[nodiscard]] Result<std::vector<Contact>> contactsOf(Book& book, AccountId account);

/// An action of the snapshot as the facts of an edit, to change one of them.
[[nodiscard]] ActionFacts factsOf(const Action& action);

struct SavedView {
    QString name;
    QString content;
};
[[nodiscard]] Result<std::vector<SavedView>> savedViews(Book& book);

} // namespace hb::book
