// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/transaction.h"

namespace hb::store {

using namespace Qt::StringLiterals;

Result<Transaction> Transaction::begin(Database& database) {
    HB_CHECK(database.execute(u"BEGIN IMMEDIATE"_s));
    return Transaction(database);
}

Result<Transaction> Transaction::beginRead(Database& database) {
    HB_CHECK(database.execute(u"BEGIN"_s));
    return Transaction(database);
}

Transaction::~Transaction() {
    if (m_database) {
        HB_IGNORE(m_database->execute(u"ROLLBACK"_s),
                  "SQLite may have rolled back already; closing does it otherwise");
    }
}

Result<void> Transaction::commit() {
    HB_CHECK(m_database->execute(u"COMMIT"_s));
    m_database = nullptr;
    return {};
}

} // namespace hb::store
