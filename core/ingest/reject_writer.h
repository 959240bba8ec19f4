// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/table_file.h"

#include <memory>

namespace hb::ingest {

/// Writes a rejects file: the separator and header of its file, the rejected rows, and reject_line,
/// reject_column, reject_found, reject_expected behind them; mended, the same command imports it. Its
/// encoding is the one that was told, or that a byte order mark names, else UTF-8. A row stands as its fields
/// stood; of a cell that alone was rejected (wide files) the row keeps the `kept` columns and that cell; a
/// row that could not be split as the header says stands whole in the first column, so that the others stay
/// in line and it is rejected again until it is mended. Rejects without a row (unknown columns) are not
/// written. The file appears whole on commit() and only if something was written; else what stood there
/// before stays. A pipe or a device is written to as it is.
class RejectWriter {
public:
    /// `table` must outlive the writer; `kept` are its columns that say which account and day a cell is of.
    RejectWriter(const TableFile& table, QString path, std::vector<std::size_t> kept = {});
    ~RejectWriter();
    RejectWriter(const RejectWriter&) = delete;
    RejectWriter& operator=(const RejectWriter&) = delete;

    [[nodiscard]] Result<void> write(std::span<const RejectedRow> rejects);
    /// True where a file was written.
    [[nodiscard]] Result<bool> commit();

    /// FILE.rejects.csv beside the file.
    [[nodiscard]] static QString defaultPath(const QString& tablePath);
    /// Whether the file there ends in our columns, so that it is one of ours.
    [[nodiscard]] static bool wrote(const QString& path, const QString& encoding);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace hb::ingest
