// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output_table.h"
#include "core/base/day.h"
#include "core/base/job.h"
#include "core/book/book.h"

#include <QFile>
#include <QString>

#include <memory>
#include <vector>

namespace hb::cli {

/// A book that is open, with what is in it and one account of it.
struct OpenAccount {
    book::Book book;
    std::shared_ptr<const Snapshot> snapshot;
    AccountIndex index = 0;

    [[nodiscard]] AccountId id() const { return (*snapshot->accounts)[index].id; }
};

/// What every command is given: the global options, read, and the ways out.
struct Context {
    QString bookPath;
    Day asOf;
    bool isToday = false; ///< nobody gave the day
    Format format = Format::Csv;
    book::Person person;
    Job job;
    QFile& out; ///< standard output

    /// A book that may not be written is opened for reading. Says so where readers must wait for writers.
    [[nodiscard]] Result<book::Book> openBook() const;
    [[nodiscard]] Result<std::shared_ptr<const Snapshot>> readBook() const;
    /// The account, or the sentence that there is none.
    [[nodiscard]] Result<OpenAccount> openAccount(const QString& key) const;
    [[nodiscard]] std::unique_ptr<OutputTable> table(std::vector<Column> columns) const {
        return makeTable(out, format, std::move(columns));
    }
    /// The same with the decimals that the schemes of the book have bounds in.
    [[nodiscard]] std::unique_ptr<OutputTable> table(std::vector<Column> columns,
                                                     const Snapshot& snapshot) const;
    /// Writes a text to standard output as it is.
    [[nodiscard]] Result<void> print(const QByteArray& text) const;
};

/// A line on standard error.
void say(const QString& sentence);

/// Says so where the book's data ends long before a day that nobody gave.
void sayWhereDataEnds(const Context& context, const Snapshot& snapshot);

/// The account, or the sentence that there is none.
[[nodiscard]] Result<AccountIndex> findAccount(const Snapshot& snapshot, const QString& key);

} // namespace hb::cli
