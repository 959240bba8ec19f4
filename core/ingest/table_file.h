// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/ingest/column_mapping.h"
#include "core/ingest/row_reader.h"
#include "core/ingest/table_dialect.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The way in: files become typed batches here, and book/import_into_book writes them. TableFile opens the
// text and names the columns; account_source, measurement_source and outcome_source give typed rows and
// rejects; reject_writer writes what was rejected. Nothing here knows of a database.

namespace hb::ingest {

/// What is told about the reading of one file.
struct ReadOptions {
    QString encoding; ///< empty: by BOM, else UTF-8 where all of it is valid, else Windows-1252
    ColumnMapping mapping;
    std::optional<Day> date;    ///< of wide files without a date column
    bool createMetrics = false; ///< give rows of unknown metrics too, under a folded key
    QString mappingFile = {};   ///< where the mapping was read, if anywhere
};

/// One rejected row, or cell of a wide file, or column (then it has no row).
struct RejectedRow {
    static constexpr std::size_t noRow = static_cast<std::size_t>(-1);
    static constexpr std::size_t noColumn = static_cast<std::size_t>(-1);

    std::size_t offset = noRow; ///< of the row in the text
    std::int64_t line = 0;
    std::size_t column = noColumn; ///< the file's column; noColumn: the row as a whole
    bool cellOnly = false;         ///< the other cells of the row were taken
    std::int64_t count = 1;        ///< how many rows (cells, in wide files) are rejected by it
    std::string found = {};
    std::string expected = {};
};

class TableText;

/// An open table: its text as UTF-8 (mapped where it is that already, else through a temporary file) and its
/// header.
class TableFile {
public:
    /// Errors: NotFound; InvalidInput for a folder, an empty file, NUL bytes (with their place), an unknown
    /// encoding, a header that cannot be read or has two columns that fold together; Io.
    [[nodiscard]] static Result<TableFile>
    open(const QString& path, const QString& encoding, const Job& job = {});
    TableFile(TableFile&&) noexcept;
    TableFile& operator=(TableFile&&) noexcept;
    ~TableFile();

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] const TableDialect& dialect() const { return m_dialect; }
    /// The columns' names as written, trimmed. A name may be empty, or begin with `reject_`: such a column is
    /// not read.
    [[nodiscard]] std::span<const std::string> columns() const { return m_columns; }
    /// The name of a column; empty for noColumn.
    [[nodiscard]] QString columnName(std::size_t column) const;
    /// False for a column without a name, and for those of a rejects file.
    [[nodiscard]] bool isRead(std::size_t column) const;
    [[nodiscard]] bool isFromRejects(std::size_t column) const;
    [[nodiscard]] std::int64_t headerLine() const { return m_headerLine; }
    [[nodiscard]] std::size_t textSize() const { return m_text.size(); }
    /// A reader that stands before the first row after the header.
    [[nodiscard]] RowReader rows() const;
    /// A reader that stands before the row at this offset.
    [[nodiscard]] RowReader rowsFrom(std::size_t offset, std::int64_t line) const;

private:
    TableFile(QString path, std::unique_ptr<TableText> text);
    [[nodiscard]] Result<void> readHeader();
    [[nodiscard]] Result<void> checkDistinct() const;

    QString m_path;
    std::unique_ptr<TableText> m_owner;
    TableDialect m_dialect;
    std::string_view m_text;
    std::size_t m_bodyStart = 0;
    std::int64_t m_bodyLine = 1;
    std::int64_t m_headerLine = 1;
    std::vector<std::string> m_columns;
};

/// The reject of a row that could not be split as the header says.
[[nodiscard]] RejectedRow rejectFaultyRow(const RowReader& reader, std::size_t fieldCount);

} // namespace hb::ingest
