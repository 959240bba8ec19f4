// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/action_store.h"

#include "core/store/account_keys.h"

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

QString selectActions() {
    return uR"(SELECT action.id, account_id, title, owner, due, metric, created_on, status, closed_on, close_reason,
                      person_id, name, at
               FROM action JOIN person ON person.id = person_id)"_s;
}

Result<std::vector<ActionRow>> readActions(Query rows) {
    std::vector<ActionRow> all;
    while (rows.next()) {
        all.push_back({.id = rows.get<ActionId>(0),
                       .account = rows.get<AccountId>(1),
                       .title = rows.get<QString>(2),
                       .owner = rows.get<QString>(3),
                       .due = rows.get<std::optional<Day>>(4),
                       .metric = rows.get<QString>(5),
                       .createdOn = rows.get<Day>(6),
                       .status = actionStatusOf(rows.get<std::string>(7)).value_or(ActionStatus::Open),
                       .closedOn = rows.get<std::optional<Day>>(8),
                       .closeReason = rows.get<QString>(9),
                       .person = rows.get<PersonId>(10),
                       .author = rows.get<QString>(11),
                       .at = rows.get<QString>(12)});
    }
    HB_CHECK(rows.finished());
    return all;
}

} // namespace

Result<std::vector<ActionRow>> actions(Database& database, std::optional<AccountId> account) {
    const QString order = u" ORDER BY account_id, action.id"_s;
    HB_TRY(Query rows,
           account ? database.query(selectActions() + u" WHERE "_s + isPartOfAccount() + order, *account)
                   : database.query(selectActions() + order));
    return readActions(std::move(rows));
}

Result<std::optional<ActionRow>> findAction(Database& database, ActionId id) {
    HB_TRY(Query rows, database.query(selectActions() + u" WHERE action.id = ?"_s, id));
    HB_TRY(std::vector<ActionRow> found, readActions(std::move(rows)));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<ActionId> insertAction(Database& database, const ActionRow& row) {
    HB_CHECK(database.query(uR"(
        INSERT INTO action (id, account_id, title, owner, due, metric, created_on, status, closed_on, close_reason,
                            person_id, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
                            row.id.isValid() ? std::optional(row.id) : std::nullopt,
                            row.account,
                            row.title,
                            row.owner,
                            row.due,
                            row.metric,
                            row.createdOn,
                            toText(row.status),
                            row.closedOn,
                            row.closeReason,
                            row.person,
                            row.at));
    return row.id.isValid() ? row.id : ActionId{database.lastInsertId()};
}

Result<void> updateAction(Database& database, const ActionRow& row) {
    HB_CHECK(database.query(uR"(
        UPDATE action SET title = ?, owner = ?, due = ?, metric = ?, created_on = ?, status = ?, closed_on = ?,
                          close_reason = ? WHERE id = ?)"_s,
                            row.title,
                            row.owner,
                            row.due,
                            row.metric,
                            row.createdOn,
                            toText(row.status),
                            row.closedOn,
                            row.closeReason,
                            row.id));
    return {};
}

Result<void> deleteAction(Database& database, ActionId id) {
    HB_CHECK(database.query(u"DELETE FROM action WHERE id = ?"_s, id));
    return {};
}

} // namespace hb::store
