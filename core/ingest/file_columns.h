// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/table_file.h"

#include <QString>

#include <functional>
#include <initializer_list>
#include <optional>
#include <vector>

namespace hb::ingest {

/// A column that is read, and what it means after the mapping.
struct FileColumn {
    std::size_t index = 0;
    QString target;
};

/// The columns that are read: not those that the mapping leaves out, nor `account_id` where it says that the
/// name is the key. InvalidInput where two of them come to mean the same.
[[nodiscard]] Result<std::vector<FileColumn>> fileColumns(const TableFile& table,
                                                          const ColumnMapping& mapping);

/// The file's column of a field, compared as column names are.
[[nodiscard]] std::optional<std::size_t> findField(const std::vector<FileColumn>& columns, QStringView field);
/// The file's column with this name, whether it is mapped or left out.
[[nodiscard]] std::optional<std::size_t> findColumn(const TableFile& table, const QString& name);
/// The column of the account's key: `name` where the mapping says so and the file has it, else `account_id`.
[[nodiscard]] std::optional<std::size_t> findAccountColumn(const std::vector<FileColumn>& columns,
                                                           const ColumnMapping& mapping);

/// The error of a file that lacks columns.
[[nodiscard]] tl::unexpected<Error> lacksColumns(const TableFile& table, const std::string& expected);
/// The same, where a word of the mapping may be misspelt: one that is no field of any file, nor `isKnown`.
[[nodiscard]] tl::unexpected<Error> lacksFields(const TableFile& table,
                                                const ReadOptions& options,
                                                const std::string& expected,
                                                const std::function<bool(const QString&)>& isKnown = {});

/// Fills a batch by some thousands of rows: `take` is called for each row of the reader, whole or faulty.
template <typename Batch, typename Take>
[[nodiscard]] bool fillBatch(RowReader& reader, Batch& batch, const Take& take) {
    constexpr std::size_t mostRows = 8192;
    constexpr std::size_t mostBytes = std::size_t{4} << 20;
    reader.releaseFields();
    const std::size_t start = reader.position();
    while (batch.rows.size() < mostRows && batch.rejects.size() < mostRows) {
        const bool isEmpty = batch.rows.empty() && batch.rejects.empty();
        if ((!isEmpty && reader.position() - start > mostBytes) || !reader.next()) {
            break;
        }
        take();
    }
    return !batch.rows.empty() || !batch.rejects.empty();
}

} // namespace hb::ingest
