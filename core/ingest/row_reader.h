// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace hb::ingest {

/// Keeps bytes at fixed places until it is cleared; its blocks are used again.
class ByteArena {
public:
    [[nodiscard]] char* take(std::size_t size);
    [[nodiscard]] std::string_view keep(std::string_view text);
    void clear();

private:
    struct Part {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;
    };
    std::vector<Part> m_parts;
    std::size_t m_part = 0; ///< the one being filled
    std::size_t m_used = 0;
};

enum class RowFault : std::uint8_t {
    None,
    TooFewFields,
    TooManyFields,
    FieldTooLong,   ///< over 1 MB; fields() has it empty
    QuoteNotClosed, ///< the file ends inside quotes: the row is the line on which they open
    TextAfterQuote, ///< something other than blanks follows the closing quote
};

/// Splits UTF-8 text into rows by RFC 4180: quotes doubled inside quotes, separators and line breaks inside
/// quotes, and CRLF, LF or CR between rows. Blank lines are not rows; a quote inside an unquoted field stands
/// for itself. A faulty row is one physical line (more only where its quotes close properly), and reading
/// goes on after it: a stray quote never swallows what follows. Linear in the text, no allocation for a row
/// without doubled quotes.
class RowReader {
public:
    static constexpr std::size_t mostFieldBytes = 1'000'000;
    static constexpr std::size_t mostFields = 16'384; ///< that fields() holds; fieldTotal() counts on

    /// `text` must outlive the reader, which begins at `offset`, on the physical line `line`. With
    /// `fieldCount` 0 the number of fields is not checked.
    RowReader(std::string_view text,
              char separator,
              std::size_t fieldCount = 0,
              std::int64_t line = 1,
              std::size_t offset = 0);

    /// Goes to the next row; false at the end.
    [[nodiscard]] bool next();

    /// Views into the text, or into an arena where doubled quotes were undone: those hold until
    /// releaseFields().
    [[nodiscard]] std::span<const std::string_view> fields() const {
        return {m_fields.data(), m_count < m_fields.size() ? m_count : m_fields.size()};
    }
    [[nodiscard]] RowFault fault() const { return m_fault; }
    [[nodiscard]] std::size_t fieldTotal() const { return m_count; }
    /// The 0-based field at which a fault in quotes or length stands, its bytes (FieldTooLong), and the line
    /// on which its quote opens.
    [[nodiscard]] std::size_t faultField() const { return m_faultField; }
    [[nodiscard]] std::size_t faultSize() const { return m_faultSize; }
    [[nodiscard]] std::int64_t faultLine() const { return m_faultLine; }
    /// The 1-based physical line on which the row starts.
    [[nodiscard]] std::int64_t line() const { return m_rowLine; }
    [[nodiscard]] std::int64_t nextLine() const { return m_line; }
    /// Where in the text the row starts.
    [[nodiscard]] std::size_t offset() const { return m_rowStart; }
    /// The row as it stands in the text, without its line end.
    [[nodiscard]] std::string_view raw() const { return m_text.substr(m_rowStart, m_rowEnd - m_rowStart); }
    /// How far the text has been read.
    [[nodiscard]] std::size_t position() const { return m_at; }
    /// Frees the undone quotes of all rows so far.
    void releaseFields() { m_arena.clear(); }

private:
    void skipBlankLines();
    void skipLineEnd();
    void readRow();
    void readPlain();
    bool readQuoted();
    std::string_view undoubled(std::string_view inside, std::size_t doubled);
    void failAtQuote(RowFault fault, std::size_t quoteAt);
    void add(std::string_view field);
    void addOdd(std::string_view field);
    void endRow();

    std::string_view m_text;
    char m_separator;
    std::size_t m_fieldCount;
    std::size_t m_at = 0;
    std::int64_t m_line; ///< of m_at
    std::size_t m_rowStart = 0;
    std::size_t m_rowEnd = 0;
    std::int64_t m_rowLine = 0;
    RowFault m_fault = RowFault::None;
    std::size_t m_faultField = 0;
    std::size_t m_faultSize = 0;
    std::int64_t m_faultLine = 0;
    std::size_t m_count = 0;                ///< fields of the row
    std::vector<std::string_view> m_fields; ///< those of the row are the first ones
    ByteArena m_arena;
};

} // namespace hb::ingest
