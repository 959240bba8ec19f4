// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/reject_writer.h"

#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::ingest {

struct RejectWriter::Parts {
    const TableFile& table;
    QString path;
    std::vector<std::size_t> kept;
    std::unique_ptr<QSaveFile> file = {};
    std::string buffer = {};
    std::size_t lastWhole = RejectedRow::noRow; ///< the row that was written last as a whole

    Result<void> begin();
    Result<void> flush();
    void writeRow(const RejectedRow& reject);
    void put(std::string_view field);
    void endRow();
    Error error() const;
};

Error RejectWriter::Parts::error() const {
    return {.code = ErrorCode::Io,
            .what = "Could not write the rejects file",
            .found = file ? file->errorString().toStdString() : std::string(),
            .hint = "Name another file for the rejects",
            .place = path.toStdString()};
}

void RejectWriter::Parts::put(std::string_view field) {
    const char separator = table.dialect().separator;
    const char special[] = {separator, '"', '\n', '\r'};
    const bool edged = !field.empty() && (field.front() == ' ' || field.back() == ' ');
    if (!edged && field.find_first_of(std::string_view(special, sizeof special)) == std::string_view::npos) {
        buffer += field;
    } else {
        buffer += '"';
        for (const char c : field) {
            buffer.append(c == '"' ? 2 : 1, c);
        }
        buffer += '"';
    }
    buffer += separator;
}

void RejectWriter::Parts::endRow() {
    buffer.back() = '\n'; // the last separator
}

Result<void> RejectWriter::Parts::begin() {
    file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly)) {
        return failure(error());
    }
    if (table.dialect().byteOrderMark) {
        buffer += "\xEF\xBB\xBF"; // whoever needed it to open the file needs it here
    }
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        if (!table.isFromRejects(i)) {
            put(table.columns()[i]);
        }
    }
    for (const std::string_view name : {"reject_line", "reject_column", "reject_found", "reject_expected"}) {
        put(name);
    }
    endRow();
    return {};
}

Result<void> RejectWriter::Parts::flush() {
    const auto size = static_cast<qint64>(buffer.size());
    if (file->write(buffer.data(), size) != size) {
        return failure(error());
    }
    buffer.clear();
    return {};
}

void RejectWriter::Parts::writeRow(const RejectedRow& reject) {
    RowReader reader = table.rowsFrom(reject.offset, reject.line);
    if (!reader.next()) {
        return;
    }
    const bool whole = reader.fault() != RowFault::None;
    bool first = true;
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        if (table.isFromRejects(i)) {
            continue;
        }
        const bool stands =
            !reject.cellOnly || i == reject.column || std::ranges::find(kept, i) != kept.end();
        if (whole) {
            put(first ? reader.raw() : std::string_view());
        } else {
            put(stands ? reader.fields()[i] : std::string_view());
        }
        first = false;
    }
    put(std::to_string(reject.line));
    put(table.columnName(reject.column).toStdString());
    put(reject.found);
    put(reject.expected);
    endRow();
}

RejectWriter::RejectWriter(const TableFile& table, QString path, std::vector<std::size_t> kept)
    : m_parts(new Parts{.table = table, .path = std::move(path), .kept = std::move(kept)}) {}

RejectWriter::~RejectWriter() = default;

Result<void> RejectWriter::write(std::span<const RejectedRow> rejects) {
    constexpr std::size_t flushAt = std::size_t{1} << 20;
    for (const RejectedRow& reject : rejects) {
        if (reject.offset == RejectedRow::noRow ||
            (!reject.cellOnly && reject.offset == m_parts->lastWhole)) {
            continue; // no row, or one that stands there already
        }
        m_parts->lastWhole = reject.cellOnly ? m_parts->lastWhole : reject.offset;
        if (!m_parts->file) {
            HB_CHECK(m_parts->begin());
        }
        m_parts->writeRow(reject);
        if (m_parts->buffer.size() > flushAt) {
            HB_CHECK(m_parts->flush());
        }
    }
    return {};
}

Result<bool> RejectWriter::commit() {
    if (!m_parts->file) {
        return false;
    }
    HB_CHECK(m_parts->flush());
    if (!m_parts->file->commit()) {
        return failure(m_parts->error());
    }
    return true;
}

QString RejectWriter::defaultPath(const QString& tablePath) {
    return tablePath + u".rejects.csv"_s;
}

} // namespace hb::ingest
