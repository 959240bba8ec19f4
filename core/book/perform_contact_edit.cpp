// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/check_edit.h"
#include "core/book/perform_edit.h"
#include "core/store/account_keys.h"
#include "core/store/account_store.h"
#include "core/store/contact_store.h"
#include "core/store/run_store.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace hb::book {

using namespace Qt::StringLiterals;
using store::ChangeKind;
using store::ContactRow;
using store::Database;
using store::PersonId;

namespace {

/// What an account's contacts say of its champion from which day on.
using ChampionSteps = std::map<Day, std::string_view>;

/// Empty where no champion was known by then.
std::string_view championOn(const std::vector<ContactRow>& contacts, Day day) {
    bool hasLeft = false;
    for (const ContactRow& contact : contacts) {
        if (contact.role != ContactRole::Champion) {
            continue;
        }
        if (contact.leftOn && *contact.leftOn <= day) {
            hasLeft = true;
        } else if (contact.cameOn <= day) {
            return championThere;
        }
    }
    return hasLeft ? championLeft : std::string_view();
}

ChampionSteps championSteps(const std::vector<ContactRow>& contacts) {
    ChampionSteps steps;
    for (const ContactRow& contact : contacts) {
        if (contact.role == ContactRole::Champion) {
            steps.emplace(contact.cameOn, championOn(contacts, contact.cameOn));
            if (contact.leftOn) {
                steps.emplace(*contact.leftOn, championOn(contacts, *contact.leftOn));
            }
        }
    }
    std::string_view before;
    std::erase_if(steps, [&](const auto& step) { return std::exchange(before, step.second) == step.second; });
    return steps;
}

/// What has to be stated for the attribute to follow the contacts: every step that is new, and what holds now
/// on the days of steps that are gone.
ChampionSteps newSteps(const std::vector<ContactRow>& before, const std::vector<ContactRow>& after) {
    const ChampionSteps old = championSteps(before);
    ChampionSteps steps = championSteps(after);
    for (const auto& [day, value] : old) {
        if (const auto same = steps.find(day); same != steps.end()) {
            if (same->second == value) {
                steps.erase(same);
            }
        } else {
            steps.emplace(day, championOn(after, day));
        }
    }
    return steps;
}

/// One statement by hand, of all the days; no valid run where there is nothing to state.
Result<RunId> stateSteps(Database& database, AccountId account, const ChampionSteps& steps, PersonId acting) {
    if (steps.empty()) {
        return RunId{};
    }
    HB_TRY(const RunId run,
           store::insertRun(database,
                            {.kind = store::RunKind::Hand,
                             .person = acting,
                             .source = {},
                             .file = {},
                             .effectiveDay = steps.begin()->first}));
    HB_TRY(auto writer, store::AccountWriter::prepare(database));
    std::int64_t ordinal = 0;
    for (const auto& [day, value] : steps) {
        const std::array stated{store::StatedAttribute{
            .key = QString::fromUtf8(attribute::champion.data(), attribute::champion.size()),
            .value = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()))}};
        HB_CHECK(writer.state(account, run, ++ordinal, day, stated));
    }
    return run;
}

Result<void> reinstate(Database& database, const ChampionStatement& statement, PersonId acting) {
    if (!statement.run.isValid()) {
        return {};
    }
    HB_CHECK(store::setRunUndone(
        database, statement.run, statement.inForce ? std::nullopt : std::optional(acting)));
    HB_TRY(auto writer, store::AccountWriter::prepare(database));
    HB_TRY(const std::vector<AccountId> stated, store::accountsStatedBy(database, statement.run));
    for (const AccountId account : stated) {
        HB_CHECK(writer.rebuild(account));
    }
    return {};
}

ContactFacts factsOf(const ContactRow& row) {
    return {.name = row.name,
            .role = row.role,
            .email = row.email,
            .note = row.note,
            .cameOn = row.cameOn,
            .leftOn = row.leftOn};
}

ContactRow rowOf(const SetContact& edit, const ContactFacts& facts, const Stamp& stamp) {
    return {.id = edit.contact,
            .account = edit.account,
            .name = facts.name.trimmed(),
            .role = facts.role,
            .email = facts.email.trimmed(),
            .note = facts.note,
            .cameOn = std::min(facts.cameOn, facts.leftOn.value_or(facts.cameOn)),
            .leftOn = facts.leftOn,
            .person = stamp.person,
            .author = {},
            .at = stamp.at};
}

QJsonObject toJson(const ContactRow& row) {
    const auto iso = [](Day day) { return QString::fromStdString(toIsoText(day)); };
    const std::string_view role = toText(row.role);
    return {{u"id"_s, qint64{row.id.value}},
            {u"name"_s, row.name},
            {u"role"_s, QString::fromUtf8(role.data(), static_cast<qsizetype>(role.size()))},
            {u"email"_s, row.email},
            {u"note"_s, row.note},
            {u"came"_s, iso(row.cameOn)},
            {u"left"_s, row.leftOn ? QJsonValue(iso(*row.leftOn)) : QJsonValue()}};
}

/// Who had left and is there again from a later day: what was before stays, with the day it ended.
bool comesAgain(const ContactRow& before, const SetContact& edit) {
    const bool isInverse = edit.statement.has_value();
    return !isInverse && before.leftOn && edit.facts && edit.facts->cameOn > *before.leftOn;
}

/// Writes or deletes the row; says what stood there, what stands there, and how the row itself comes back.
Result<SetContact> writeRow(Database& database, SetContact edit, PersonId acting, Done& done) {
    HB_TRY(auto before, store::findContact(database, edit.contact));
    if (before && comesAgain(*before, edit)) {
        before.reset();
        edit.contact = {};
    }
    const bool comesBack = edit.facts && !edit.origin.at.isEmpty();
    HB_TRY(const bool isOther, isOfAnother(database, before ? before->account : edit.account, edit.account));
    const bool isGone = before ? isOther : edit.contact.isValid() && !comesBack;
    if (isGone || (!before && !edit.facts)) {
        return failure({.code = ErrorCode::NotFound,
                        .what = "Could not change the contact",
                        .found = "It is gone from the book"});
    }
    const AccountId account = before ? before->account : edit.account;
    done.account = account;
    SetContact inverse{.account = account, .contact = edit.contact, .facts = {}, .origin = {}};
    if (before) {
        inverse.facts = factsOf(*before);
        done.before = toJson(*before);
    }
    if (!edit.facts) {
        HB_TRY(inverse.origin, originOf(database, before->person, before->at));
        HB_CHECK(store::deleteContact(database, edit.contact));
        return inverse;
    }
    HB_TRY(const Stamp stamp, stampOf(database, edit.origin, acting));
    ContactRow row = rowOf(edit, *edit.facts, stamp);
    if (before) {
        HB_CHECK(store::updateContact(database, row));
    } else {
        HB_TRY(row.id, store::insertContact(database, row));
        inverse.contact = row.id;
    }
    done.after = toJson(row);
    return inverse;
}

} // namespace

Result<Done> perform(Database& database, const SetContact& edit, PersonId acting) {
    HB_CHECK(checkEdit(database, edit));
    Done done{.inverse = {}, .kind = ChangeKind::Contacts, .account = edit.account, .what = u"set_contact"_s};
    HB_TRY(const AccountId shown, store::shownAccount(database, edit.account));
    HB_TRY(const std::vector<ContactRow> before, store::contacts(database, shown));
    HB_TRY(SetContact inverse, writeRow(database, edit, acting, done));
    ChampionStatement statement;
    if (edit.statement) {
        statement = *edit.statement;
        HB_CHECK(reinstate(database, statement, acting));
    } else {
        HB_TRY(const std::vector<ContactRow> after, store::contacts(database, shown));
        HB_TRY(statement.run, stateSteps(database, shown, newSteps(before, after), acting));
        statement.inForce = true;
    }
    inverse.statement = ChampionStatement{.run = statement.run, .inForce = !statement.inForce};
    if (statement.run.isValid()) {
        done.alsoChanges = ChangeKind::Accounts;
    }
    done.inverse = std::move(inverse);
    return done;
}

} // namespace hb::book
