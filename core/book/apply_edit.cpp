// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/check_edit.h"
#include "core/book/perform_edit.h"
#include "core/store/account_keys.h"
#include "core/store/account_store.h"
#include "core/store/hand_store.h"
#include "core/store/journal.h"
#include "core/store/run_store.h"
#include "core/store/setting_store.h"
#include "core/store/transaction.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace hb::book {

using namespace Qt::StringLiterals;
using store::ChangeKind;
using store::Database;
using store::PersonId;

namespace {

QJsonObject toJson(const store::HandValueRow& row) {
    return {{u"metric"_s, qint64{row.metric.value}},
            {u"day"_s, isoText(row.day)},
            {u"value"_s, row.value},
            {u"note"_s, row.note}};
}

QJsonObject toJson(const store::OverrideRow& row) {
    return {{u"id"_s, qint64{row.id.value}},
            {u"target"_s, store::toText(row.target)},
            {u"key"_s, row.key},
            {u"score"_s, row.score},
            {u"first"_s, isoText(row.first)},
            {u"last"_s, isoText(row.last)},
            {u"entered"_s, isoText(row.enteredOn)},
            {u"reason"_s, row.reason}};
}

/// A row that an edit put into the book, and one that it took out of it.
template <typename Row>
Done added(const Row& row, ChangeKind kind, const char16_t* what, Edit inverse) {
    return {.inverse = std::move(inverse),
            .kind = kind,
            .account = row.account,
            .what = QString::fromUtf16(what),
            .before = {},
            .after = toJson(row)};
}

template <typename Row>
Done removed(const Row& row, ChangeKind kind, const char16_t* what, Edit inverse) {
    Done done = added(row, kind, what, std::move(inverse));
    std::swap(done.before, done.after);
    return done;
}

/// The value that an edit writes over, or takes away: that of a part, where the account has none of its own.
Result<std::optional<store::HandValueRow>> handValueOf(Database& database, const SetMeasurement& edit) {
    HB_TRY(auto found, store::findHandValue(database, edit.account, edit.metric, edit.day));
    if (found || edit.value) {
        return found;
    }
    HB_TRY(const std::vector<AccountId> parts, store::partsOf(database, edit.account));
    for (auto part = parts.begin(); !found && part != parts.end(); ++part) {
        HB_TRY(found, store::findHandValue(database, *part, edit.metric, edit.day));
    }
    return found;
}

Result<Done> perform(Database& database, const SetMeasurement& edit, PersonId acting) {
    HB_CHECK(checkEdit(database, edit));
    HB_TRY(const auto before, handValueOf(database, edit));
    if (!edit.value && !before) {
        return notFound("Could not take the value away", "Nobody set a value on that day");
    }
    const AccountId account = before ? before->account : edit.account;
    SetMeasurement inverse{
        .account = account, .metric = edit.metric, .day = edit.day, .value = {}, .note = {}};
    Done done{
        .inverse = {}, .kind = ChangeKind::Measurements, .account = account, .what = u"set_measurement"_s};
    if (before) {
        inverse.value = before->value;
        inverse.note = before->note;
        HB_TRY(inverse.origin, originOf(database, before->person, before->at));
        done.before = toJson(*before);
    }
    if (edit.value) {
        HB_TRY(const Stamp stamp, stampOf(database, edit.origin, acting));
        const store::HandValueRow row{.account = edit.account,
                                      .metric = edit.metric,
                                      .day = edit.day,
                                      .value = *edit.value,
                                      .note = edit.note,
                                      .person = stamp.person,
                                      .author = {},
                                      .at = stamp.at};
        HB_CHECK(store::writeHandValue(database, row));
        done.after = toJson(row);
    } else {
        HB_CHECK(store::deleteHandValue(database, account, edit.metric, edit.day));
    }
    done.inverse = std::move(inverse);
    return done;
}

QJsonObject toJson(RunId run, const store::HandStatement& statement) {
    return {{u"statement"_s, qint64{run.value}},
            {u"attribute"_s, statement.stated.key},
            {u"from"_s, isoText(statement.from)},
            {u"value"_s, statement.stated.value}};
}

/// A new statement by hand, after all others.
Result<Done> stateByHand(Database& database, const SetAttribute& edit, PersonId acting) {
    HB_TRY(const RunId run,
           store::insertRun(database,
                            {.kind = store::RunKind::Hand,
                             .person = acting,
                             .source = {},
                             .file = {},
                             .effectiveDay = edit.from}));
    HB_TRY(auto writer, store::AccountWriter::prepare(database));
    const store::HandStatement statement{.from = edit.from,
                                         .stated = {.key = edit.key, .value = *edit.value}};
    HB_CHECK(writer.state(edit.account, run, 1, edit.from, std::array{statement.stated}));
    SetAttribute inverse{
        .account = edit.account, .key = edit.key, .from = edit.from, .value = {}, .statement = run};
    return Done{.inverse = std::move(inverse),
                .kind = ChangeKind::Accounts,
                .account = edit.account,
                .what = u"set_attribute"_s,
                .before = {},
                .after = toJson(run, statement)};
}

/// Takes a statement by hand away, or lets it come back where it stood.
Result<Done> reinstate(Database& database, const SetAttribute& edit, RunId run, PersonId acting) {
    HB_TRY(const auto statement, store::handStatement(database, edit.account, run));
    if (!statement || statement->stated.key != edit.key) {
        return notFound("Could not change the attribute back", "Nobody set it by hand on that day");
    }
    const bool comesBack = edit.value.has_value();
    HB_CHECK(store::setRunUndone(database, run, comesBack ? std::nullopt : std::optional(acting)));
    HB_TRY(auto writer, store::AccountWriter::prepare(database));
    HB_CHECK(writer.rebuild(edit.account));
    SetAttribute inverse{.account = edit.account,
                         .key = edit.key,
                         .from = edit.from,
                         .value = comesBack ? std::nullopt : std::optional(statement->stated.value),
                         .statement = run};
    const QJsonObject json = toJson(run, *statement);
    return Done{.inverse = std::move(inverse),
                .kind = ChangeKind::Accounts,
                .account = edit.account,
                .what = u"set_attribute"_s,
                .before = comesBack ? QJsonObject() : json,
                .after = comesBack ? json : QJsonObject()};
}

Result<Done> perform(Database& database, const SetAttribute& edit, PersonId acting) {
    HB_CHECK(checkEdit(database, edit));
    if (edit.statement.isValid()) {
        return reinstate(database, edit, edit.statement, acting);
    }
    if (edit.value) {
        return stateByHand(database, edit, acting);
    }
    HB_TRY(const std::vector<AccountId> parts, store::partsOf(database, edit.account));
    SetAttribute stated = edit;
    std::optional<RunId> latest;
    for (auto part = parts.begin(); !latest && part != parts.end(); ++part) {
        stated.account = *part;
        HB_TRY(latest, store::latestHandStatement(database, *part, edit.key, edit.from));
    }
    return reinstate(database, stated, latest.value_or(RunId{}), acting);
}

Result<Done> perform(Database& database, const AddOverride& edit, PersonId acting) {
    HB_CHECK(checkEdit(database, edit));
    HB_TRY(const Stamp stamp, stampOf(database, edit.origin, acting));
    store::OverrideRow row{.id = edit.id,
                           .account = edit.account,
                           .target = edit.target,
                           .key = edit.key,
                           .score = edit.score,
                           .first = edit.first,
                           .last = edit.last,
                           .enteredOn = edit.enteredOn,
                           .person = stamp.person,
                           .author = {},
                           .at = stamp.at,
                           .reason = edit.reason};
    HB_TRY(row.id, store::insertOverride(database, row));
    return added(row, ChangeKind::Overrides, u"add_override", RemoveOverride{.override = row.id});
}

Result<Done> perform(Database& database, const SetOverrideEnd& edit, PersonId /*acting*/) {
    HB_CHECK(checkEdit(database, edit));
    HB_TRY(store::OverrideRow row, store::findOverride(database, edit.override));
    Done done{.inverse = SetOverrideEnd{.override = edit.override, .last = row.last},
              .kind = ChangeKind::Overrides,
              .account = row.account,
              .what = u"set_override_end"_s,
              .before = toJson(row),
              .after = {}};
    HB_CHECK(store::setOverrideEnd(database, edit.override, edit.last));
    row.last = edit.last;
    done.after = toJson(row);
    return done;
}

Result<Done> perform(Database& database, const RemoveOverride& edit, PersonId /*acting*/) {
    HB_TRY(const store::OverrideRow row, store::findOverride(database, edit.override));
    HB_TRY(Origin origin, originOf(database, row.person, row.at));
    HB_CHECK(store::deleteOverride(database, edit.override));
    return removed(row,
                   ChangeKind::Overrides,
                   u"remove_override",
                   AddOverride{.account = row.account,
                               .target = row.target,
                               .key = row.key,
                               .score = row.score,
                               .first = row.first,
                               .last = row.last,
                               .enteredOn = row.enteredOn,
                               .reason = row.reason,
                               .id = row.id,
                               .origin = std::move(origin)});
}

Result<Done> perform(Database& database, const SetReviewed& edit, PersonId acting) {
    HB_CHECK(checkEdit(database, edit));
    PersonId whose = acting;
    if (edit.reviewer) {
        HB_TRY(whose, store::personId(database, edit.reviewer->name, edit.reviewer->login));
    }
    HB_TRY(const Origin origin, originOf(database, whose, {}));
    HB_TRY(const auto before, store::findReview(database, edit.account, whose, edit.day));
    const auto toObject = [&](std::uint32_t reasons) {
        return QJsonObject{{u"day"_s, isoText(edit.day)}, {u"reasons"_s, static_cast<qint64>(reasons)}};
    };
    Done done{.inverse = SetReviewed{.account = edit.account,
                                     .day = edit.day,
                                     .reasons = before ? std::optional(before->reasons) : std::nullopt,
                                     .reviewer = origin.person},
              .kind = ChangeKind::Reviews,
              .account = edit.account,
              .what = u"set_reviewed"_s,
              .before = before ? toObject(before->reasons) : QJsonObject(),
              .after = edit.reasons ? toObject(*edit.reasons) : QJsonObject()};
    if (edit.reasons) {
        HB_CHECK(store::writeReview(database,
                                    {.account = edit.account,
                                     .person = whose,
                                     .name = {},
                                     .day = edit.day,
                                     .reasons = *edit.reasons}));
    } else {
        HB_CHECK(store::deleteReview(database, edit.account, whose, edit.day));
    }
    return done;
}

QJsonObject toJson(const QString& text) {
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

Result<Done> perform(Database& database, const SetSettings& edit, PersonId /*acting*/) {
    HB_CHECK(checkEdit(database, edit));
    HB_TRY(BookSettings before, store::readSettings(database));
    HB_CHECK(store::writeSettings(database, edit.settings));
    const QJsonObject old = toJson(store::toText(before));
    return Done{.inverse = SetSettings{.settings = std::move(before)},
                .kind = ChangeKind::Settings,
                .account = {},
                .what = u"set_settings"_s,
                .before = old,
                .after = toJson(store::toText(edit.settings))};
}

Result<Done> perform(Database& database, const SetSavedView& edit, PersonId /*acting*/) {
    HB_CHECK(checkEdit(database, edit));
    HB_TRY(const auto before, store::savedView(database, edit.name));
    HB_CHECK(store::writeSavedView(database, edit.name, edit.content));
    const auto toObject = [&](const QString& content) {
        return content.isEmpty() ? QJsonObject()
                                 : QJsonObject{{u"name"_s, edit.name}, {u"content"_s, content}};
    };
    return Done{.inverse = SetSavedView{.name = edit.name, .content = before.value_or(QString())},
                .kind = ChangeKind::Views,
                .account = {},
                .what = u"set_saved_view"_s,
                .before = toObject(before.value_or(QString())),
                .after = toObject(edit.content)};
}

QString journalText(const QJsonObject& json) {
    return json.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

ChangeSet toChangeSet(const Done& done, std::int64_t seq) {
    const auto changed = [&](ChangeKind kind) { return done.kind == kind || done.alsoChanges == kind; };
    ChangeSet set;
    set.everything = changed(ChangeKind::Everything);
    set.measurements = changed(ChangeKind::Measurements);
    set.accounts = changed(ChangeKind::Accounts);
    set.overrides = changed(ChangeKind::Overrides);
    set.reviews = changed(ChangeKind::Reviews);
    set.notes = changed(ChangeKind::Notes);
    set.outcomes = changed(ChangeKind::Outcomes);
    set.settings = changed(ChangeKind::Settings);
    set.views = changed(ChangeKind::Views);
    set.scorecard = changed(ChangeKind::Scorecard);
    set.drafts = changed(ChangeKind::Drafts);
    set.contacts = changed(ChangeKind::Contacts);
    set.actions = changed(ChangeKind::Actions);
    if (done.account) {
        set.accountIds.push_back(*done.account);
    }
    set.seq = seq;
    return set;
}

} // namespace

QString isoText(Day day) {
    return QString::fromStdString(toIsoText(day));
}

tl::unexpected<Error> notFound(const char* what, const char* found) {
    return failure({.code = ErrorCode::NotFound, .what = what, .found = found});
}

Result<Stamp> stampOf(Database& database, const Origin& origin, PersonId acting) {
    if (origin.at.isEmpty()) {
        return Stamp{.person = acting, .at = store::utcNow()};
    }
    HB_TRY(const PersonId person, store::personId(database, origin.person.name, origin.person.login));
    return Stamp{.person = person, .at = origin.at};
}

Result<Origin> originOf(Database& database, PersonId person, const QString& at) {
    HB_TRY(store::PersonRow row, store::findPerson(database, person));
    return Origin{.person = {.name = std::move(row.name), .login = std::move(row.login)}, .at = at};
}

Result<Applied> apply(Book& book, const Edit& edit, const Person& person) {
    HB_CHECK(book.checkWritable());
    Database& database = book.database();
    HB_TRY(store::Transaction transaction, store::Transaction::begin(database));
    HB_TRY(const PersonId acting, store::personId(database, person.name, person.login));
    HB_TRY(Done done, std::visit([&](const auto& each) { return perform(database, each, acting); }, edit));
    HB_CHECK(store::writeJournal(database,
                                 {.person = acting,
                                  .what = done.what,
                                  .account = done.account,
                                  .before = journalText(done.before),
                                  .after = journalText(done.after)}));
    HB_CHECK(store::recordChange(database, done.kind, done.account));
    if (done.alsoChanges) {
        HB_CHECK(store::recordChange(database, *done.alsoChanges, done.account));
    }
    HB_TRY(const std::int64_t seq, store::newestChange(database));
    HB_CHECK(transaction.commit());
    return Applied{.inverse = std::move(done.inverse), .changes = toChangeSet(done, seq)};
}

} // namespace hb::book
