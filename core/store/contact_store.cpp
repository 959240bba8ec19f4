// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/contact_store.h"

#include "core/store/account_keys.h"

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

QString selectContacts() {
    return uR"(SELECT contact.id, account_id, contact.name, role, email, note, came_on, left_on, person_id, person.name, at
               FROM contact JOIN person ON person.id = person_id)"_s;
}

Result<std::vector<ContactRow>> readContacts(Query rows) {
    std::vector<ContactRow> all;
    while (rows.next()) {
        all.push_back({.id = rows.get<ContactId>(0),
                       .account = rows.get<AccountId>(1),
                       .name = rows.get<QString>(2),
                       .role = contactRoleOf(rows.get<std::string>(3)).value_or(ContactRole::Other),
                       .email = rows.get<QString>(4),
                       .note = rows.get<QString>(5),
                       .cameOn = rows.get<Day>(6),
                       .leftOn = rows.get<std::optional<Day>>(7),
                       .person = rows.get<PersonId>(8),
                       .author = rows.get<QString>(9),
                       .at = rows.get<QString>(10)});
    }
    HB_CHECK(rows.finished());
    return all;
}

} // namespace

Result<std::vector<ContactRow>> contacts(Database& database, AccountId account) {
    HB_TRY(Query rows,
           database.query(selectContacts() + u" WHERE "_s + isPartOfAccount() + u" ORDER BY contact.id"_s,
                          account));
    return readContacts(std::move(rows));
}

Result<std::optional<ContactRow>> findContact(Database& database, ContactId id) {
    HB_TRY(Query rows, database.query(selectContacts() + u" WHERE contact.id = ?"_s, id));
    HB_TRY(std::vector<ContactRow> found, readContacts(std::move(rows)));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<ContactId> insertContact(Database& database, const ContactRow& row) {
    HB_CHECK(database.query(uR"(
        INSERT INTO contact (id, account_id, name, role, email, note, came_on, left_on, person_id, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
                            row.id.isValid() ? std::optional(row.id) : std::nullopt,
                            row.account,
                            row.name,
                            toText(row.role),
                            row.email,
                            row.note,
                            row.cameOn,
                            row.leftOn,
                            row.person,
                            row.at));
    return row.id.isValid() ? row.id : ContactId{database.lastInsertId()};
}

Result<void> updateContact(Database& database, const ContactRow& row) {
    HB_CHECK(database.query(
        u"UPDATE contact SET name = ?, role = ?, email = ?, note = ?, came_on = ?, left_on = ? WHERE id = ?"_s,
        row.name,
        toText(row.role),
        row.email,
        row.note,
        row.cameOn,
        row.leftOn,
        row.id));
    return {};
}

Result<void> deleteContact(Database& database, ContactId id) {
    HB_CHECK(database.query(u"DELETE FROM contact WHERE id = ?"_s, id));
    return {};
}

} // namespace hb::store
