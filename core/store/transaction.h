// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"

namespace hb::store {

/// One write to the book: all of it, or nothing unless commit() was called. Takes the write lock at once, so
/// Busy comes at the beginning and never in the middle. The Database must outlive it.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Database& database);
    /// One that may touch every page of the book, as an import does: the pages stay in memory up to 256 MB
    /// while it lasts, since a page that SQLite must write twice in one transaction makes it go over the
    /// whole log again.
    [[nodiscard]] static Result<Transaction> beginBulk(Database& database);
    /// Several reads of one state of the book; takes no lock that a writer would wait for.
    [[nodiscard]] static Result<Transaction> beginRead(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    enum class Cache { Usual, Bulk };
    explicit Transaction(Database& database, Cache cache) : m_database(&database), m_cache(cache) {}
    void end();

    Database* m_database; ///< null once committed or moved from
    Cache m_cache;
};

} // namespace hb::store
