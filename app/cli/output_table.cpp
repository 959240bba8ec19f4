// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_table.h"

#include "app/cli/aligned_table.h"
#include "core/exchange/csv_writer.h"
#include "core/exchange/number_text.h"
#include "core/model/snapshot.h"

#include <QByteArray>
#include <QIODevice>

namespace hb::cli {

namespace {

class CsvTable final : public OutputTable {
public:
    CsvTable(QIODevice& device, std::vector<Column> columns)
        : OutputTable(std::move(columns)), m_writer(device) {
        for (const Column& column : this->columns()) {
            m_writer.field(std::string_view(column.name));
        }
        m_writer.endRow();
    }
    using OutputTable::cell;
    void cell(std::string_view text) override { m_writer.field(text); }
    void cell(double value) override { m_writer.field(value); }
    void cell(Cents amount) override { m_writer.field(toText(amount)); }
    void cell(std::int64_t value) override { m_writer.field(value); }
    void cell(bool value) override { m_writer.field(value); }
    void absent() override { m_writer.absent(); }
    void endRow() override { m_writer.endRow(); }
    Result<void> finish() override { return m_writer.finish(); }
    bool isGood() const override { return m_writer.isGood(); }

private:
    exchange::CsvWriter m_writer;
};

/// An array of objects, an object a line.
class JsonTable final : public OutputTable {
public:
    JsonTable(QIODevice& device, std::vector<Column> columns)
        : OutputTable(std::move(columns)), m_device(device) {
        for (const Column& column : this->columns()) {
            m_names.push_back(jsonText(column.name) + ": ");
        }
        m_buffer.push_back('[');
    }
    using OutputTable::cell;
    void cell(std::string_view text) override { put(jsonText(text)); }
    void cell(double value) override { put(exchange::NumberText(value).view()); }
    void cell(Cents amount) override { put(toText(amount)); }
    void cell(std::int64_t value) override { put(exchange::NumberText(value).view()); }
    void cell(bool value) override { put(value ? "true" : "false"); }
    void absent() override { put("null"); }
    void endRow() override {
        m_buffer += '}';
        m_column = 0;
        m_anyRow = true;
        if (m_buffer.size() >= 65536) {
            flush();
        }
    }
    Result<void> finish() override {
        m_buffer += m_anyRow ? "\n]\n" : "]\n";
        flush();
        if (!m_good) {
            return failure({.code = ErrorCode::Io,
                            .what = "Could not write the results",
                            .found = m_device.errorString().toStdString()});
        }
        return {};
    }
    bool isGood() const override { return m_good; }

private:
    void put(std::string_view json) {
        if (m_column == 0) {
            m_buffer += m_anyRow ? ",\n{" : "\n{";
        } else {
            m_buffer += ", ";
        }
        m_buffer += m_names[m_column];
        m_buffer += json;
        ++m_column;
    }
    void flush() {
        const auto size = static_cast<qint64>(m_buffer.size());
        m_good = m_good && m_device.write(m_buffer.data(), size) == size;
        m_buffer.clear();
    }

    QIODevice& m_device;
    std::vector<std::string> m_names;
    std::string m_buffer;
    std::size_t m_column = 0;
    bool m_anyRow = false;
    bool m_good = true;
};

} // namespace

std::unique_ptr<OutputTable> makeTable(QIODevice& device, Format format, std::vector<Column> columns) {
    switch (format) {
    case Format::Table:
        return std::make_unique<AlignedTable>(device, std::move(columns));
    case Format::Csv:
        return std::make_unique<CsvTable>(device, std::move(columns));
    case Format::Json:
        break;
    }
    return std::make_unique<JsonTable>(device, std::move(columns));
}

std::string toText(Cents amount) {
    return centsToText(amount.value);
}

std::string jsonText(std::string_view utf8) {
    static constexpr char hex[] = "0123456789abcdef";
    std::string json = "\"";
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (c == '\n') {
            json += "\\n";
        } else if (byte < 0x20) {
            json += "\\u00";
            json += hex[byte >> 4];
            json += hex[byte & 15];
        } else {
            json += c;
        }
    }
    json += '"';
    return json;
}

} // namespace hb::cli
