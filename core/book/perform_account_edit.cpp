// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/check_edit.h"
#include "core/book/perform_edit.h"
#include "core/store/account_keys.h"
#include "core/store/action_store.h"
#include "core/store/hand_store.h"
#include "core/store/outcome_store.h"
#include "core/store/run_store.h"

#include <algorithm>
#include <utility>

namespace hb::book {

using namespace Qt::StringLiterals;
using store::ChangeKind;
using store::Database;
using store::PersonId;

namespace {

QJsonValue dayOrNull(const std::optional<Day>& day) {
    return day ? QJsonValue(isoText(*day)) : QJsonValue();
}

QString wordOf(std::string_view word) {
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

// --- notes

QJsonObject toJson(const store::NoteRow& row) {
    return {{u"id"_s, qint64{row.id.value}},
            {u"day"_s, isoText(row.day)},
            {u"kind"_s, wordOf(toText(row.kind))},
            {u"pinned"_s, row.pinned},
            {u"text"_s, row.text}};
}

Result<Done> writeNote(Database& database, store::NoteRow row) {
    HB_TRY(row.id, store::insertNote(database, row));
    return Done{.inverse = RemoveNote{.note = row.id},
                .kind = ChangeKind::Notes,
                .account = row.account,
                .what = u"add_note"_s,
                .before = {},
                .after = toJson(row)};
}

Result<Done>
rewriteNote(Database& database, const store::NoteRow& before, const store::NoteRow& after, Done done) {
    HB_CHECK(store::updateNote(database, after));
    done.kind = ChangeKind::Notes;
    done.account = before.account;
    done.before = toJson(before);
    done.after = toJson(after);
    return done;
}

// --- actions

QJsonObject toJson(const store::ActionRow& row) {
    return {{u"id"_s, qint64{row.id.value}},
            {u"title"_s, row.title},
            {u"owner"_s, row.owner},
            {u"due"_s, dayOrNull(row.due)},
            {u"metric"_s, row.metric},
            {u"created"_s, isoText(row.createdOn)},
            {u"status"_s, wordOf(toText(row.status))},
            {u"closed"_s, dayOrNull(row.closedOn)},
            {u"reason"_s, row.closeReason}};
}

ActionFacts factsOf(const store::ActionRow& row) {
    return {.title = row.title,
            .owner = row.owner,
            .due = row.due,
            .metric = row.metric,
            .createdOn = row.createdOn,
            .status = row.status,
            .closedOn = row.closedOn,
            .closeReason = row.closeReason};
}

store::ActionRow rowOf(const SetAction& edit, const ActionFacts& facts, const Stamp& stamp) {
    return {.id = edit.action,
            .account = edit.account,
            .title = facts.title.trimmed(),
            .owner = facts.owner.trimmed(),
            .due = facts.due,
            .metric = facts.metric,
            .createdOn = facts.createdOn,
            .status = facts.status,
            .closedOn = facts.closedOn,
            .closeReason = facts.closeReason,
            .person = stamp.person,
            .author = {},
            .at = stamp.at};
}

// --- outcomes

QJsonObject toJson(const store::OutcomeRow& row) {
    return {{u"day"_s, isoText(row.day)},
            {u"outcome"_s, wordOf(toText(row.kind))},
            {u"arr_change"_s,
             row.arrChangeCents ? QJsonValue(QString::fromStdString(centsToText(*row.arrChangeCents)))
                                : QJsonValue()},
            {u"reason"_s, row.reason}};
}

/// The outcome as it is in force; empty where there is none.
Result<QJsonObject> inForce(Database& database, const SetOutcome& edit) {
    HB_TRY(const std::vector<store::OutcomeRow> rows, store::outcomes(database, edit.account));
    const auto found = std::ranges::find_if(rows, [&](const store::OutcomeRow& row) {
        return row.account == edit.account && row.day == edit.day && row.kind == edit.kind;
    });
    return found == rows.end() ? QJsonObject() : toJson(*found);
}

/// What is to be taken away may be what somebody stated of a part.
Result<SetOutcome> ofItsPart(Database& database, SetOutcome edit) {
    if (edit.facts || edit.statement.isValid()) {
        return edit;
    }
    HB_TRY(const std::vector<AccountId> parts, store::partsOf(database, edit.account));
    for (const AccountId part : parts) {
        HB_TRY(const auto stated, store::handOutcome(database, part, edit.day, edit.kind));
        if (stated) {
            edit.account = part;
            break;
        }
    }
    return edit;
}

/// States an outcome by hand; one that comes back takes its place in the order of runs again.
Result<RunId> stateOutcome(Database& database, const SetOutcome& edit, PersonId acting) {
    RunId run = edit.statement;
    if (run.isValid()) {
        HB_CHECK(store::setRunUndone(database, run, std::nullopt));
    } else {
        HB_TRY(run,
               store::insertRun(database,
                                {.kind = store::RunKind::Hand,
                                 .person = acting,
                                 .source = {},
                                 .file = {},
                                 .effectiveDay = edit.day}));
    }
    HB_TRY(auto writer, store::OutcomeWriter::prepare(database));
    HB_CHECK(writer.state({.account = edit.account,
                           .day = edit.day,
                           .kind = edit.kind,
                           .statesArrChange = true,
                           .arrChangeCents = edit.facts->arrChangeCents,
                           .statesReason = true,
                           .reason = edit.facts->reason,
                           .ordinal = 1},
                          run));
    return run;
}

} // namespace

Result<Done> perform(Database& database, const AddNote& edit, PersonId acting) {
    HB_CHECK(checkEdit(database, edit));
    return writeNote(database,
                     {.id = {},
                      .account = edit.account,
                      .day = edit.day,
                      .text = edit.text,
                      .person = acting,
                      .author = {},
                      .at = store::utcNow(),
                      .kind = edit.kind,
                      .pinned = false});
}

Result<Done> perform(Database& database, const RestoreNote& edit, PersonId acting) {
    HB_CHECK(checkEdit(database, AddNote{.account = edit.account, .day = edit.day, .text = edit.text}));
    HB_TRY(const Stamp stamp, stampOf(database, edit.origin, acting));
    return writeNote(database,
                     {.id = edit.note,
                      .account = edit.account,
                      .day = edit.day,
                      .text = edit.text,
                      .person = stamp.person,
                      .author = {},
                      .at = stamp.at,
                      .kind = edit.kind,
                      .pinned = edit.pinned});
}

Result<Done> perform(Database& database, const ChangeNote& edit, PersonId /*acting*/) {
    HB_CHECK(checkEdit(database, edit));
    HB_TRY(const store::NoteRow before, store::findNote(database, edit.note));
    store::NoteRow after = before;
    after.text = edit.text;
    after.kind = edit.kind;
    return rewriteNote(database,
                       before,
                       after,
                       {.inverse = ChangeNote{.note = before.id, .text = before.text, .kind = before.kind},
                        .account = {},
                        .what = u"change_note"_s});
}

Result<Done> perform(Database& database, const PinNote& edit, PersonId /*acting*/) {
    HB_TRY(const store::NoteRow before, store::findNote(database, edit.note));
    store::NoteRow after = before;
    after.pinned = edit.pinned;
    return rewriteNote(database,
                       before,
                       after,
                       {.inverse = PinNote{.note = before.id, .pinned = before.pinned},
                        .account = {},
                        .what = u"pin_note"_s});
}

Result<Done> perform(Database& database, const RemoveNote& edit, PersonId /*acting*/) {
    HB_TRY(const store::NoteRow row, store::findNote(database, edit.note));
    HB_TRY(Origin origin, originOf(database, row.person, row.at));
    HB_CHECK(store::deleteNote(database, edit.note));
    return Done{.inverse = RestoreNote{.note = row.id,
                                       .account = row.account,
                                       .day = row.day,
                                       .text = row.text,
                                       .kind = row.kind,
                                       .pinned = row.pinned,
                                       .origin = std::move(origin)},
                .kind = ChangeKind::Notes,
                .account = row.account,
                .what = u"remove_note"_s,
                .before = toJson(row),
                .after = {}};
}

Result<Done> perform(Database& database, const SetAction& edit, PersonId acting) {
    HB_CHECK(checkEdit(database, edit));
    HB_TRY(const auto before, store::findAction(database, edit.action));
    const bool comesBack = edit.facts && !edit.origin.at.isEmpty();
    HB_TRY(const bool isOther, isOfAnother(database, before ? before->account : edit.account, edit.account));
    if (before ? isOther : edit.action.isValid() && !comesBack) {
        return notFound("Could not change the action", "It is gone from the book");
    }
    if (!before && !edit.facts) {
        return notFound("Could not remove the action", "There is none");
    }
    const AccountId account = before ? before->account : edit.account;
    SetAction inverse{.account = account, .action = edit.action, .facts = {}, .origin = {}};
    Done done{.inverse = {}, .kind = ChangeKind::Actions, .account = account, .what = u"set_action"_s};
    if (before) {
        inverse.facts = factsOf(*before);
        done.before = toJson(*before);
    }
    if (edit.facts) {
        HB_TRY(const Stamp stamp, stampOf(database, edit.origin, acting));
        store::ActionRow row = rowOf(edit, *edit.facts, stamp);
        if (before) {
            HB_CHECK(store::updateAction(database, row));
        } else {
            HB_TRY(row.id, store::insertAction(database, row));
            inverse.action = row.id;
        }
        done.after = toJson(row);
    } else {
        HB_TRY(inverse.origin, originOf(database, before->person, before->at));
        HB_CHECK(store::deleteAction(database, edit.action));
    }
    done.inverse = std::move(inverse);
    return done;
}

Result<bool> isOfAnother(Database& database, AccountId row, AccountId account) {
    if (row == account) {
        return false;
    }
    HB_TRY(const AccountId one, store::shownAccount(database, row));
    HB_TRY(const AccountId other, store::shownAccount(database, account));
    return one != other;
}

Result<Done> perform(Database& database, const SetOutcome& asked, PersonId acting) {
    HB_CHECK(checkEdit(database, asked));
    HB_TRY(const SetOutcome edit, ofItsPart(database, asked));
    HB_TRY(QJsonObject before, inForce(database, edit));
    SetOutcome inverse{.account = edit.account,
                       .day = edit.day,
                       .kind = edit.kind,
                       .facts = {},
                       .statement = edit.statement};
    if (edit.facts) {
        HB_TRY(inverse.statement, stateOutcome(database, edit, acting));
    } else {
        HB_TRY(const auto stated,
               store::handOutcome(database, edit.account, edit.day, edit.kind, edit.statement));
        if (!stated) {
            return failure({.code = ErrorCode::NotFound,
                            .what = "Could not take the outcome away",
                            .found = "Nobody stated it by hand",
                            .hint = before.isEmpty() ? "" : "A file states it: undo that import"});
        }
        inverse.facts = OutcomeFacts{.arrChangeCents = stated->arrChangeCents, .reason = stated->reason};
        inverse.statement = stated->run;
        HB_CHECK(store::deleteOutcomesOf(database, stated->run));
        HB_CHECK(store::setRunUndone(database, stated->run, acting));
    }
    HB_TRY(QJsonObject after, inForce(database, edit));
    return Done{.inverse = std::move(inverse),
                .kind = ChangeKind::Outcomes,
                .account = edit.account,
                .what = u"set_outcome"_s,
                .before = std::move(before),
                .after = std::move(after)};
}

} // namespace hb::book
