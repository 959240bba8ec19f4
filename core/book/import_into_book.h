// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/book/book.h"
#include "core/ingest/column_mapping.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace hb::book {

enum class ImportKind { Accounts, Measurements, Outcomes };
enum class OnError { Reject, Abort };

struct ImportRequest {
    ImportKind kind = ImportKind::Measurements;
    QStringList files;
    Day date; ///< from which account values hold, or of wide files without a date column (then `dateGiven`)
    bool dateGiven = false;
    QString source;
    ingest::ColumnMapping mapping;
    QString mappingFile; ///< where it was read, if anywhere
    QString encoding;    ///< empty: found out
    bool createAccounts = false;
    bool createMetrics = false;
    OnError onError = OnError::Reject;
    bool dryRun = false;
    QString rejectsFile; ///< empty: FILE.rejects.csv beside each file (none in a dry run)
};

/// One rejected row, cell or column.
struct Reject {
    QString file;
    std::int64_t line = 0;
    QString column;
    QString found;
    QString expected;
};

/// Rows of one file that were rejected for the same column and reason.
struct RejectGroup {
    Reject first;
    std::int64_t count = 0;
};

/// What an import did. read = inserted + updated + unchanged + keptByHand + rejected; cells in wide files.
struct ImportReport {
    RunId run; ///< none in a dry run or where nothing was kept
    std::int64_t read = 0, inserted = 0, updated = 0, unchanged = 0, keptByHand = 0, rejected = 0;
    std::int64_t findings = 0;   ///< of which rejected cells and rows may be several
    std::vector<Reject> rejects; ///< the first 1,000 of them
    std::vector<RejectGroup>
        rejectGroups;             ///< the first 100 groups that they fall into, in the order of files
    bool lacksAccounts = false;   ///< rows were rejected because the book lacks their account
    bool lacksMetrics = false;    ///< the same of metrics
    bool lacksNames = false;      ///< the same of new accounts, in files without a column name
    QStringList likelyNames;      ///< columns of those files that may be it
    QStringList rejectFiles;      ///< those written
    QStringList staleRejectFiles; ///< those of earlier imports that went, because nothing is rejected now
    bool aborted = false;         ///< OnError::Abort met a reject: nothing was kept
    ChangeSet changes;
};

/// Runs an import in one transaction: all good rows or, cancelled or failed, none. Errors of whole files
/// (unreadable, NUL bytes, no usable header) come back as Error and nothing is kept.
[[nodiscard]] Result<ImportReport>
importIntoBook(Book& book, const ImportRequest& request, const Person& person, const Job& job = {});

struct RunRow {
    RunId run;
    QString at; ///< UTC, ISO 8601
    QString by;
    QString kind;
    QString source;
    QString file;
    std::int64_t read = 0, inserted = 0, updated = 0, unchanged = 0, keptByHand = 0, rejected = 0;
    bool undone = false;
};
[[nodiscard]] Result<std::vector<RunRow>> importRuns(Book& book);

struct UndoReport {
    std::int64_t restored = 0; ///< values that go back to what stood before
    std::int64_t removed = 0;  ///< values that go
    std::int64_t accountsRemoved = 0;
    std::int64_t metricsRemoved = 0;
    ChangeSet changes;
};
/// Takes one run out, exactly (formats.md); with `dryRun` only says what that would change. Conflict where it
/// is undone already.
[[nodiscard]] Result<UndoReport>
undoRun(Book& book, RunId run, bool dryRun, const Person& person, const Job& job = {});

} // namespace hb::book
