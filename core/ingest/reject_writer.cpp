// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/reject_writer.h"

#include "core/ingest/text_encoding.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hb::ingest {

namespace {

constexpr std::array<std::string_view, 4> reasons = {
    "reject_line", "reject_column", "reject_found", "reject_expected"};
/// What a reader of a header may take for its separator.
constexpr std::string_view separators = ",;\t|";

} // namespace

struct RejectWriter::Parts {
    const TableFile& table;
    QString path;
    std::vector<std::size_t> kept;
    std::unique_ptr<QFileDevice> file = {};
    QSaveFile* saved = nullptr; ///< the file, where it appears at the end
    std::string buffer = {};
    std::size_t lastWhole = RejectedRow::noRow; ///< the row that was written last as a whole

    Result<void> begin();
    Result<void> flush();
    void open();
    QString encoding() const;
    void writeRow(const RejectedRow& reject);
    void put(std::string_view field, std::string_view quotedToo = {});
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

/// In which the same command reads this file as it read the other.
QString RejectWriter::Parts::encoding() const {
    const TableDialect& dialect = table.dialect();
    return dialect.encodingTold || dialect.byteOrderMark ? dialect.encoding : u"UTF-8"_s;
}

/// A field in quotes where it holds a quote, a line end, the separator or one of `quotedToo`.
void RejectWriter::Parts::put(std::string_view field, std::string_view quotedToo) {
    const char separator = table.dialect().separator;
    const char special[] = {separator, '"', '\n', '\r'};
    const bool edged = !field.empty() && (field.front() == ' ' || field.back() == ' ');
    if (!edged && field.find_first_of(std::string_view(special, sizeof special)) == std::string_view::npos &&
        field.find_first_of(quotedToo) == std::string_view::npos) {
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

void RejectWriter::Parts::open() {
    const QFileInfo there(path);
    if (there.exists() && !there.isFile()) {
        file = std::make_unique<QFile>(path); // a pipe or a device stays what it is
        return;
    }
    auto atEnd = std::make_unique<QSaveFile>(path);
    saved = atEnd.get();
    file = std::move(atEnd);
}

Result<void> RejectWriter::Parts::begin() {
    open();
    if (!file->open(QIODevice::WriteOnly)) {
        return failure(error());
    }
    if (table.dialect().byteOrderMark) {
        buffer += "\xEF\xBB\xBF"; // whoever needed it to open the file needs it here
    }
    if (table.dialect().separatorLine) {
        buffer += "sep=";
        buffer += table.dialect().separator;
        buffer += '\n';
    }
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        if (!table.isFromRejects(i)) {
            put(table.columns()[i], separators);
        }
    }
    for (const std::string_view name : reasons) {
        put(name);
    }
    endRow();
    return {};
}

Result<void> RejectWriter::Parts::flush() {
    const QByteArray bytes = encoded(buffer, encoding());
    if (file->write(bytes) != bytes.size()) {
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
    if (m_parts->saved ? !m_parts->saved->commit() : !m_parts->file->flush()) {
        return failure(m_parts->error());
    }
    return true;
}

bool RejectWriter::wrote(const QString& path, const QString& encoding) {
    const Result<TableFile> table = TableFile::open(path, encoding);
    return table.has_value() && table->columns().size() > reasons.size() &&
           std::ranges::equal(table->columns().last(reasons.size()), reasons);
}

QString RejectWriter::defaultPath(const QString& tablePath) {
    return tablePath + u".rejects.csv"_s;
}

} // namespace hb::ingest
