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
    /// Several reads of one state of the book; takes no lock that a writer would wait for.
    [[nodiscard]] static Result<Transaction> beginRead(Database& database);
    Transaction(Transaction&& other) noexcept : m_database(other.m_database) { other.m_database = nullptr; }
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database; ///< null once committed or moved from
};

} // namespace hb::store
