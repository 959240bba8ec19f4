// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/row_reader.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace hb::ingest {

namespace {

constexpr std::size_t leastPartBytes = 1 << 16;

bool isLineEnd(char c) {
    return c == '\n' || c == '\r';
}

std::int64_t countLineEnds(std::string_view text) {
    std::int64_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        count += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    }
    return count;
}

/// How many bytes stand before the separator or the line end that ends an unquoted field.
std::size_t plainBytes(std::string_view text, char separator) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t highs = 0x8080808080808080U;
    const std::uint64_t separators = ones * static_cast<unsigned char>(separator);
    std::size_t at = 0;
    if constexpr (std::endian::native == std::endian::little) {
        for (; at + 8 <= text.size(); at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + at, 8);
            const std::uint64_t others = word ^ separators; // its zero bytes are separators
            const std::uint64_t found =
                ((others - ones) & ~others) | ((word - ones * 14) & ~word); // bytes < 14: line ends
            if ((found & highs) == 0) {
                continue;
            }
            // The lowest mark is right; it is a tab or another control byte in rare cases: the loop below
            // looks.
            at += static_cast<std::size_t>(std::countr_zero(found & highs)) / 8;
            break;
        }
    }
    while (at < text.size() && text[at] != separator && !isLineEnd(text[at])) {
        ++at;
    }
    return at;
}

} // namespace

char* ByteArena::take(std::size_t size) {
    while (m_part < m_parts.size() && m_parts[m_part].size - m_used < size) {
        ++m_part;
        m_used = 0;
    }
    if (m_part == m_parts.size()) {
        const std::size_t bytes = std::max(size, leastPartBytes);
        m_parts.push_back({std::make_unique_for_overwrite<char[]>(bytes), bytes});
    }
    char* const start = m_parts[m_part].bytes.get() + m_used;
    m_used += size;
    return start;
}

std::string_view ByteArena::keep(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    char* const start = take(text.size());
    std::memcpy(start, text.data(), text.size());
    return {start, text.size()};
}

void ByteArena::clear() {
    std::erase_if(m_parts, [](const Part& part) { return part.size > leastPartBytes; });
    m_part = 0;
    m_used = 0;
}

RowReader::RowReader(
    std::string_view text, char separator, std::size_t fieldCount, std::int64_t line, std::size_t offset)
    : m_text(text), m_separator(separator), m_fieldCount(fieldCount), m_at(offset), m_line(line) {
    m_fields.resize(fieldCount);
}

bool RowReader::next() {
    skipBlankLines();
    m_rowStart = m_rowEnd = m_at;
    m_rowLine = m_faultLine = m_line;
    m_count = 0;
    m_fault = RowFault::None;
    if (m_at == m_text.size()) {
        return false;
    }
    readRow();
    return true;
}

void RowReader::skipBlankLines() {
    while (m_at < m_text.size()) {
        const std::size_t start = m_at;
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || (m_text[m_at] == '\t' && m_separator != '\t'))) {
            ++m_at;
        }
        if (m_at < m_text.size() && !isLineEnd(m_text[m_at])) {
            m_at = start;
            return;
        }
        skipLineEnd();
    }
}

void RowReader::skipLineEnd() {
    if (m_at == m_text.size()) {
        return;
    }
    const bool crlf = m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n';
    m_at += crlf ? 2 : 1;
    ++m_line;
}

void RowReader::readRow() {
    for (;;) {
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            if (!readQuoted()) {
                return;
            }
        } else {
            readPlain();
        }
        if (m_at == m_text.size() || m_text[m_at] != m_separator) {
            endRow();
            return;
        }
        ++m_at;
    }
}

void RowReader::readPlain() {
    const std::size_t size = plainBytes(m_text.substr(m_at), m_separator);
    add(m_text.substr(m_at, size));
    m_at += size;
}

bool RowReader::readQuoted() {
    const std::size_t open = m_at;
    std::size_t at = open + 1;
    std::size_t doubled = 0;
    std::size_t close = m_text.find('"', at);
    while (close != std::string_view::npos && close + 1 < m_text.size() && m_text[close + 1] == '"') {
        ++doubled;
        at = close + 2;
        close = m_text.find('"', at);
    }
    if (close == std::string_view::npos) {
        failAtQuote(RowFault::QuoteNotClosed, open);
        return false;
    }
    at = close + 1;
    while (at < m_text.size() && (m_text[at] == ' ' || (m_text[at] == '\t' && m_separator != '\t'))) {
        ++at;
    }
    if (at < m_text.size() && m_text[at] != m_separator && !isLineEnd(m_text[at])) {
        failAtQuote(RowFault::TextAfterQuote, open);
        return false;
    }
    const std::string_view inside = m_text.substr(open + 1, close - open - 1);
    m_line += countLineEnds(inside);
    add(doubled == 0 || inside.size() - doubled > mostFieldBytes ? inside : undoubled(inside, doubled));
    m_at = at;
    return true;
}

std::string_view RowReader::undoubled(std::string_view inside, std::size_t doubled) {
    const std::size_t size = inside.size() - doubled;
    char* const start = m_arena.take(size);
    char* to = start;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        *to++ = inside[i];
        i += inside[i] == '"'; // the second of two
    }
    return {start, size};
}

void RowReader::failAtQuote(RowFault fault, std::size_t quoteAt) {
    // What follows the line with the stray quote is read as if the quote were not there: nothing is
    // swallowed.
    m_fault = fault;
    m_faultField = m_count;
    m_faultLine = m_line;
    m_at = std::min(m_text.find_first_of("\r\n", quoteAt), m_text.size());
    m_rowEnd = m_at;
    skipLineEnd();
}

void RowReader::add(std::string_view field) {
    if (m_count < m_fields.size() && field.size() <= mostFieldBytes) {
        m_fields[m_count++] = field;
    } else {
        addOdd(field);
    }
}

void RowReader::addOdd(std::string_view field) {
    const bool isTooLong = field.size() > mostFieldBytes;
    if (isTooLong && m_fault == RowFault::None) {
        m_fault = RowFault::FieldTooLong;
        m_faultField = m_count;
        m_faultSize = field.size();
    }
    // A line of nothing but separators must not fill the memory.
    const std::size_t most = m_fieldCount == 0 ? mostFields : m_fieldCount;
    if (m_count < most) {
        m_fields.resize(std::max(m_fields.size(), m_count + 1));
        m_fields[m_count] = isTooLong ? std::string_view() : field;
    }
    ++m_count;
}

void RowReader::endRow() {
    m_rowEnd = m_at;
    if (m_fault == RowFault::None && m_fieldCount != 0 && m_count != m_fieldCount) {
        m_fault = m_count < m_fieldCount ? RowFault::TooFewFields : RowFault::TooManyFields;
    }
    skipLineEnd();
}

} // namespace hb::ingest
