// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/book/book.h"

#include <QString>
#include <QStringList>

namespace hb::book {

/// Faults of a book, a sentence each; empty for a sound one.
[[nodiscard]] Result<QStringList> checkBook(Book& book, const Job& job = {});
/// A consistent, checked copy, also while others write. Conflict where `path` exists.
[[nodiscard]] Result<void> backupBook(Book& book, const QString& path, const Job& job = {});
/// A consistent, checked copy that opens without write access and says of which day it is, and who made it.
/// Conflict where `path` exists.
[[nodiscard]] Result<void>
shareBook(Book& book, const SharedCopy& copy, const QString& path, const Job& job = {});
/// Puts a checked copy back as `path`: the copy is checked first, the book there is kept beside it under a
/// dated name.
[[nodiscard]] Result<void> restoreBook(const QString& copy, const QString& path, const Job& job = {});

/// A new book with the demo company whose two years end on `today`; the same for every run with the same day.
[[nodiscard]] Result<Book> createDemoBook(const QString& path, Day today, const Job& job = {});

} // namespace hb::book
