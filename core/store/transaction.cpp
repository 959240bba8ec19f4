// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/transaction.h"

#include <utility>

namespace hb::store {

using namespace Qt::StringLiterals;

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)), m_cache(other.m_cache) {}

Result<Transaction> Transaction::begin(Database& database) {
    HB_CHECK(database.execute(u"BEGIN IMMEDIATE"_s));
    return Transaction(database, Cache::Usual);
}

Result<Transaction> Transaction::beginBulk(Database& database) {
    HB_CHECK(database.setCacheMegabytes(256));
    HB_CHECK(database.execute(u"BEGIN IMMEDIATE"_s));
    return Transaction(database, Cache::Bulk);
}

Result<Transaction> Transaction::beginRead(Database& database) {
    HB_CHECK(database.execute(u"BEGIN"_s));
    return Transaction(database, Cache::Usual);
}

Transaction::~Transaction() {
    if (m_database) {
        HB_IGNORE(m_database->execute(u"ROLLBACK"_s),
                  "SQLite may have rolled back already; closing does it otherwise");
        end();
    }
}

Result<void> Transaction::commit() {
    HB_CHECK(m_database->execute(u"COMMIT"_s));
    end();
    return {};
}

void Transaction::end() {
    if (m_cache == Cache::Bulk) {
        HB_IGNORE(m_database->setCacheMegabytes(Database::usualCacheMegabytes),
                  "a larger cache than needed does no harm");
    }
    m_database = nullptr;
}

} // namespace hb::store
