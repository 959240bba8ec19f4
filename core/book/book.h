// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/model/snapshot.h"

#include <QString>

#include <memory>
#include <optional>

namespace hb::store {
class Database;
}

namespace hb::book {

enum class Access { ReadWrite, ReadOnly };

/// Who acts: recorded with every change by a person.
struct Person {
    QString name;
    QString login;
};

/// One open book: a file and this thread's connection to it. Not for use from another thread than the one
/// that opened it; several Books may be open on one file, in several threads and programs.
class Book {
public:
    /// Makes a new book with the given scorecard as its first versions. Conflict where the file exists.
    [[nodiscard]] static Result<Book> create(const QString& path, const Scorecard& scorecard);
    /// Opens a book, bringing an older one up to date (after a checked copy is kept beside it). A copy that
    /// was shared to be read is opened for reading, whatever is asked. NotFound, Corrupt (not a book),
    /// TooNew, Io, Busy.
    [[nodiscard]] static Result<Book> open(const QString& path, Access access = Access::ReadWrite);
    Book(Book&&) noexcept;
    Book& operator=(Book&&) noexcept;
    ~Book(); ///< the last one to close puts the whole book into its one file

    [[nodiscard]] const QString& path() const { return m_path; }
    /// It is a copy to read, or may not be written where it is, or was opened so.
    [[nodiscard]] bool isReadOnly() const { return m_access == Access::ReadOnly; }
    /// What it says of itself where it is a copy that was shared to be read.
    [[nodiscard]] const std::optional<SharedCopy>& sharedCopy() const { return m_sharedCopy; }
    /// InvalidInput where it is open for reading only.
    [[nodiscard]] Result<void> checkWritable() const;
    /// Whether readers need not wait for a writer. On a network share they do: there the file system cannot
    /// keep the write-ahead log.
    [[nodiscard]] bool hasLog() const { return m_hasLog; }
    [[nodiscard]] store::Database& database() { return *m_database; }

private:
    Book(QString path, Access access, std::unique_ptr<store::Database> database);
    QString m_path;
    Access m_access;
    bool m_hasLog = true;
    std::optional<SharedCopy> m_sharedCopy;
    std::unique_ptr<store::Database> m_database;
};

/// What a write changed, so that a session can patch its snapshot and tell who listens.
struct ChangeSet {
    bool everything = false; ///< read the whole book again
    bool measurements = false;
    bool accounts = false; ///< accounts or attributes
    bool scorecard = false;
    bool overrides = false;
    bool reviews = false;
    bool notes = false;
    bool outcomes = false;
    bool settings = false;
    bool views = false; ///< saved ones; a snapshot does not hold them
    bool drafts = false;
    bool contacts = false; ///< a snapshot does not hold them
    bool actions = false;
    std::vector<AccountId> accountIds; ///< whose measurements or attributes changed, where few; empty: any
    std::int64_t seq = 0;              ///< the book's newest change

    [[nodiscard]] bool isEmpty() const {
        return !(everything || measurements || accounts || scorecard || overrides || reviews || notes ||
                 outcomes || settings || views || drafts || contacts || actions);
    }
};

/// Reads the whole book into columns.
[[nodiscard]] Result<std::shared_ptr<const Snapshot>> loadSnapshot(Book& book, const Job& job = {});
/// What other connections and this one have written since the change `seq`.
[[nodiscard]] Result<ChangeSet> changesSince(Book& book, std::int64_t seq);
/// The snapshot with those changes read in; shares what did not change.
[[nodiscard]] Result<std::shared_ptr<const Snapshot>>
patchSnapshot(Book& book, const std::shared_ptr<const Snapshot>& before, const ChangeSet& changes);

} // namespace hb::book
