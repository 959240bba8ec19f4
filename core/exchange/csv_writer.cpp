// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv_writer.h"

#include "core/exchange/number_text.h"

#include <QIODevice>

namespace hb::exchange {

namespace {

constexpr qsizetype flushAt = 1 << 16;

} // namespace

CsvWriter::CsvWriter(QIODevice& device) : m_device(device) {
    m_buffer.reserve(2 * flushAt);
}

void CsvWriter::raw(std::string_view utf8) {
    if (!m_firstField) {
        m_buffer.append(',');
        m_severalFields = true;
    }
    m_firstField = false;
    m_buffer.append(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

void CsvWriter::field(std::string_view utf8) {
    if (utf8.find_first_of(",;\t|\"\r\n") == std::string_view::npos) {
        raw(utf8);
        return;
    }
    raw("\"");
    for (const char c : utf8) {
        if (c == '"') {
            m_buffer.append('"');
        }
        m_buffer.append(c);
    }
    m_buffer.append('"');
}

void CsvWriter::field(const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    field(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

void CsvWriter::field(double value) {
    raw(NumberText(value).view());
}

void CsvWriter::field(std::int64_t value) {
    raw(NumberText(value).view());
}

void CsvWriter::field(bool value) {
    raw(value ? "true" : "false");
}

void CsvWriter::field(Day day) {
    raw(toIsoText(day));
}

void CsvWriter::absent() {
    raw({});
}

void CsvWriter::endRow() {
    if (!m_severalFields && m_buffer.size() == m_rowStart) {
        m_buffer.append("\"\""); // else the row of one empty field would be a blank line, which is no row
    }
    m_buffer.append('\n');
    m_firstField = true;
    m_severalFields = false;
    if (m_buffer.size() >= flushAt) {
        flush();
    }
    m_rowStart = m_buffer.size();
}

void CsvWriter::flush() {
    if (m_good && m_device.write(m_buffer) != m_buffer.size()) {
        m_good = false;
    }
    m_buffer.resize(0);
}

Result<void> CsvWriter::finish() {
    flush();
    m_rowStart = 0;
    if (!m_good) {
        return failure({.code = ErrorCode::Io,
                        .what = "Could not write the table",
                        .found = m_device.errorString().toStdString()});
    }
    return {};
}

} // namespace hb::exchange
