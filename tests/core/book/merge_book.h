// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"
#include "tests/core/book/import_book.h"

#include <memory>
#include <string_view>

// Books in which accounts get other ids and are merged.

namespace hb::test {

/// Of files of measurements.
inline const QByteArray head = "account_id,metric,date,value\n";

inline std::shared_ptr<const Snapshot> snapshotOf(ImportBook& book) {
    const auto snapshot = book::loadSnapshot(book.book());
    requireOk(snapshot);
    return *snapshot;
}

inline AccountIndex at(const Snapshot& snapshot, std::string_view key) {
    const auto found = snapshot.findAccount(key);
    REQUIRE(found);
    return *found;
}

inline AccountId idOf(ImportBook& book, std::string_view key) {
    const auto snapshot = snapshotOf(book);
    return (*snapshot->accounts)[at(*snapshot, key)].id;
}

inline book::Edit applied(ImportBook& book, const book::Edit& edit) {
    const auto done = book::apply(book.book(), edit, ann);
    requireOk(done);
    return done->inverse;
}

inline ErrorCode refusal(ImportBook& book, const book::Edit& edit) {
    const QStringList before = book.facts();
    const auto done = book::apply(book.book(), edit, ann);
    REQUIRE_FALSE(done);
    CHECK(book.facts() == before);
    return done.error().code;
}

inline book::Edit rename(ImportBook& book, std::string_view account, const QString& key) {
    return applied(book, book::RenameAccount{.account = idOf(book, account), .key = key});
}

inline book::Edit merge(ImportBook& book, std::string_view from, std::string_view into) {
    return applied(book, book::MergeAccount{.account = idOf(book, from), .into = idOf(book, into)});
}

inline std::unique_ptr<ImportBook> twoAccounts() {
    auto book = std::make_unique<ImportBook>();
    book->import(book::ImportKind::Accounts, "account_id,name,segment\nA,Alpha,\nB,Beta,S1\n");
    return book;
}

} // namespace hb::test
