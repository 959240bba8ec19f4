// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/table_file.h"

#include "core/ingest/field_parser.h"
#include "core/ingest/table_text.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace hb::ingest {

namespace {

std::string_view faultText(RowFault fault) {
    switch (fault) {
    case RowFault::QuoteNotClosed:
        return "a quote that is never closed";
    case RowFault::TextAfterQuote:
        return "text after a closing quote";
    default:
        return "a name over 1 MB";
    }
}

/// The separator that stands most often in the first row, outside quotes; a comma where none does.
char separatorOf(std::string_view text) {
    static constexpr std::array<char, 4> separators = {',', ';', '\t', '|'};
    std::array<std::size_t, 4> counts{};
    bool inQuotes = false;
    bool begun = false;
    for (const char c : text) {
        inQuotes = c == '"' ? !inQuotes : inQuotes;
        if (!inQuotes && (c == '\n' || c == '\r')) {
            if (begun) {
                break;
            }
            continue;
        }
        begun = begun || c != ' ';
        const auto found = std::ranges::find(separators, c);
        if (!inQuotes && found != separators.end()) {
            ++counts[static_cast<std::size_t>(found - separators.begin())];
        }
    }
    return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

/// The separator that a first line `sep=;` names, 0 without one.
char namedSeparator(std::string_view text) {
    const std::string_view line = trimmed(text.substr(0, text.find_first_of("\r\n")));
    const bool quoted = line.size() == 7 && line.front() == '"' && line.back() == '"';
    const std::string_view plain = quoted ? line.substr(1, 5) : text.substr(0, text.find_first_of("\r\n"));
    if (plain.size() != 5 || lowerCase(plain.substr(0, 4)) != "sep=") {
        return 0;
    }
    const char c = plain[4];
    const bool usable = static_cast<unsigned char>(c) < 0x80 && c != '"' &&
                        !QChar::isLetterOrNumber(static_cast<char32_t>(c));
    return usable ? c : '\0';
}

} // namespace

TableFile::TableFile(QString path, std::unique_ptr<TableText> text)
    : m_path(std::move(path)), m_owner(std::move(text)), m_text(m_owner->text()) {
    m_dialect.encoding = m_owner->encoding();
    m_dialect.encodingTold = m_owner->isEncodingTold();
    m_dialect.byteOrderMark = m_owner->hasByteOrderMark();
}
TableFile::TableFile(TableFile&&) noexcept = default;
TableFile& TableFile::operator=(TableFile&&) noexcept = default;
TableFile::~TableFile() = default;

Result<TableFile> TableFile::open(const QString& path, const QString& encoding, const Job& job) {
    HB_TRY(auto text, TableText::open(path, encoding, job));
    TableFile table(path, std::move(text));
    if (auto header = table.readHeader(); !header) {
        Error error = std::move(header).error();
        error.what = "Could not read the file";
        error.place = path.toStdString() + (error.place.empty() ? "" : ", " + error.place);
        return failure(std::move(error));
    }
    return table;
}

Result<void> TableFile::readHeader() {
    std::size_t start = 0;
    if (const char named = namedSeparator(m_text)) {
        m_dialect.separator = named;
        m_dialect.separatorLine = true;
        start = m_text.find_first_of("\r\n");
        start = start == std::string_view::npos ? m_text.size() : start;
    } else {
        m_dialect.separator = separatorOf(m_text);
    }
    RowReader reader(m_text.substr(start), m_dialect.separator);
    if (!reader.next()) {
        return failure({.code = ErrorCode::InvalidInput,
                        .found = m_text.empty() ? "an empty file" : "no header",
                        .expected = "a first row with the names of the columns"});
    }
    m_headerLine = reader.line();
    const std::string place = "line " + std::to_string(m_headerLine);
    if (reader.fault() != RowFault::None) {
        return failure({.code = ErrorCode::InvalidInput,
                        .found = std::string(faultText(reader.fault())) + " in the header",
                        .expected = "a first row with the names of the columns",
                        .place = place});
    }
    if (reader.fieldTotal() > RowReader::mostFields) {
        return failure({.code = ErrorCode::InvalidInput,
                        .found = std::to_string(reader.fieldTotal()) + " columns",
                        .expected = "at most " + std::to_string(RowReader::mostFields),
                        .place = place});
    }
    for (const std::string_view field : reader.fields()) {
        m_columns.emplace_back(trimmed(field));
        if (beginsWithNoCharacter(m_columns.back())) {
            return failure({.code = ErrorCode::InvalidInput,
                            .found = "a column whose name begins with U+FFFE, which is no character",
                            .expected = "names that begin with a character",
                            .place = place});
        }
    }
    m_bodyStart = start + reader.position();
    m_bodyLine = reader.nextLine();
    return checkDistinct();
}

Result<void> TableFile::checkDistinct() const {
    QHash<QString, std::size_t> seen;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (!isRead(i)) {
            continue;
        }
        const QString folded = foldedColumnName(columnName(i));
        if (const auto before = seen.constFind(folded); before != seen.constEnd()) {
            return failure(
                {.code = ErrorCode::InvalidInput,
                 .found = "the columns \"" + clipped(m_columns[*before]) + "\" and \"" +
                          clipped(m_columns[i]) + "\" (" + std::to_string(*before + 1) + " and " +
                          std::to_string(i + 1) + ')',
                 .expected = "names that differ by more than case, blanks, underscores and hyphens",
                 .hint = "Rename or remove one of them",
                 .place = "line " + std::to_string(m_headerLine)});
        }
        seen.insert(folded, i);
    }
    return {};
}

bool TableFile::isRead(std::size_t column) const {
    return !m_columns[column].empty() && !isFromRejects(column);
}

bool TableFile::isFromRejects(std::size_t column) const {
    return lowerCase(std::string_view(m_columns[column]).substr(0, 7)) == "reject_";
}

QString TableFile::columnName(std::size_t column) const {
    return column < m_columns.size() ? QString::fromStdString(m_columns[column]) : QString();
}

RowReader TableFile::rows() const {
    return rowsFrom(m_bodyStart, m_bodyLine);
}

RowReader TableFile::rowsFrom(std::size_t offset, std::int64_t line) const {
    return RowReader(m_text, m_dialect.separator, m_columns.size(), line, offset);
}

RejectedRow rejectFaultyRow(const RowReader& reader, std::size_t fieldCount) {
    RejectedRow reject{.offset = reader.offset(), .line = reader.line()};
    switch (reader.fault()) {
    case RowFault::FieldTooLong:
        reject.column = reader.faultField();
        reject.found = std::to_string(reader.faultSize()) + " bytes";
        reject.expected = "at most " + std::to_string(RowReader::mostFieldBytes) + " bytes in a field";
        break;
    case RowFault::QuoteNotClosed:
    case RowFault::TextAfterQuote:
        reject.line = reader.faultLine();
        reject.column = reader.faultField();
        reject.found = faultText(reader.fault());
        reject.expected = "quotes around a whole field, doubled inside it";
        break;
    default:
        reject.found = std::to_string(reader.fieldTotal()) + " fields";
        reject.expected = std::to_string(fieldCount) + " fields, as in the header";
        break;
    }
    return reject;
}

} // namespace hb::ingest
