// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/ingest/column_mapping.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hb::ingest {

[[nodiscard]] std::string_view trimmedSlowly(std::string_view utf8);

/// The text without blanks around it (those beyond ASCII too).
[[nodiscard]] inline std::string_view trimmed(std::string_view utf8) {
    const auto isPlain = [](char c) {
        return static_cast<signed char>(c) > ' ';
    }; // false for what may begin or end a blank beyond ASCII
    return !utf8.empty() && isPlain(utf8.front()) && isPlain(utf8.back()) ? utf8 : trimmedSlowly(utf8);
}
/// True for a text that begins with U+FFFE: SQLite takes it for a byte order mark and turns the rest round.
[[nodiscard]] inline bool beginsWithNoCharacter(std::string_view utf8) {
    return utf8.starts_with("\xEF\xBF\xBE");
}
inline constexpr std::string_view textExpected =
    "a text that does not begin with U+FFFE, which is no character";
/// At most some 200 bytes of a text, to show what was found.
[[nodiscard]] std::string clipped(std::string_view utf8);
[[nodiscard]] std::string lowerCase(std::string_view utf8);

/// Exactly `[+-]digits[.digits][e[+-]digits]`, finite, nothing around it.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

/// How the numbers of one source are written, made ready once.
struct NumberForm {
    char decimal = '.';
    std::string thousands;             ///< empty: none
    std::vector<std::string> currency; ///< signs that may stand before or behind

    [[nodiscard]] bool isPlain() const { return decimal == '.' && thousands.empty() && currency.empty(); }
};
[[nodiscard]] NumberForm numberForm(const ColumnMapping& mapping);
/// A cell as plain number text (grammar of parseNumber) in `buffer`; empty where its form is wrong. Thousands
/// must stand in groups of three: "12.5" is never 125. In a percent column "45%" reads as 45, the number that
/// people see.
[[nodiscard]] std::string_view
plainNumber(std::string_view cell, const NumberForm& form, bool percent, std::string& buffer);
[[nodiscard]] std::optional<double> parseNumber(std::string_view cell, const NumberForm& form, bool percent);

/// Reads an amount of money with at most two decimals as cents; `1.5e3` too, where it is whole cents.
[[nodiscard]] std::optional<std::int64_t> parseAmount(std::string_view cell, const NumberForm& form);

/// A form of dates, made ready once: YYYY-MM-DD, or as a mapping names it.
class DayForm {
public:
    DayForm() = default; ///< YYYY-MM-DD
    /// None unless `dd`, `MM` and `yyyy` stand once each, with separators between them (or none: yyyyMMdd).
    [[nodiscard]] static std::optional<DayForm> fromText(const QString& format);

    /// A day, 1900 to 2199; a time of day after `T` or a blank is dropped with its offset. Day and month may
    /// be written with one digit between separators.
    [[nodiscard]] std::optional<Day> parse(std::string_view text) const;
    /// What a cell should look like: "a day as dd.MM.yyyy".
    [[nodiscard]] const std::string& expected() const { return m_expected; }

private:
    enum class Part : char { Text, DayOfMonth, Month, Year };
    struct Piece {
        Part part = Part::Text;
        char text = 0;
    };
    [[nodiscard]] bool standsAlone(std::size_t piece) const;

    std::vector<Piece> m_pieces; ///< empty: YYYY-MM-DD
    std::string m_expected = "a day as YYYY-MM-DD, 1900 to 2199";
};

/// The mapping's form of dates. InvalidInput where it is none (parseMapping refuses such a mapping).
[[nodiscard]] Result<DayForm> dayForm(const ColumnMapping& mapping);

} // namespace hb::ingest
