// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/field_parser.h"

#include "core/model/snapshot.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace hb::ingest {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digitsAt(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && isDigit(text[end])) {
        ++end;
    }
    return end - at;
}

/// The length of the blank that the text begins with, 0 without one.
std::size_t leadingBlank(std::string_view text) {
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) <= ' ') {
        return 1;
    }
    if (text.size() >= 2 && byte(0) == 0xC2 && byte(1) == 0xA0) {
        return 2; // no-break space
    }
    if (text.size() < 3) {
        return 0;
    }
    const bool general =
        byte(0) == 0xE2 && byte(1) == 0x80 && (byte(2) <= 0x8A || byte(2) == 0xAF); // U+2000.., U+202F
    const bool ideographic = byte(0) == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80;
    const bool byteOrderMark = byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF;
    return general || ideographic || byteOrderMark ? 3 : 0;
}

std::size_t trailingBlank(std::string_view text) {
    if (static_cast<unsigned char>(text.back()) <= ' ') {
        return 1;
    }
    for (const std::size_t size : {std::size_t{2}, std::size_t{3}}) {
        if (text.size() >= size && leadingBlank(text.substr(text.size() - size)) == size) {
            return size;
        }
    }
    return 0;
}

/// Up to 15 digits are exact as a double.
constexpr std::array<double, 16> powersOfTen = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

bool isExponent(std::string_view text) {
    if (text.empty() || (text[0] != 'e' && text[0] != 'E')) {
        return false;
    }
    const std::size_t sign = text.size() > 1 && (text[1] == '+' || text[1] == '-') ? 1 : 0;
    const std::size_t digits = digitsAt(text, 1 + sign);
    return digits > 0 && 1 + sign + digits == text.size();
}

/// Of text whose grammar has been checked.
std::optional<double> parseAnyNumber(std::string_view text) {
    text.remove_prefix(text[0] == '+' ? 1 : 0);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value + 0.0; // -0 is 0
}

/// Drops one of the signs where it stands before or behind the text; true if it did.
bool dropSign(std::string_view& text, const std::vector<std::string>& signs) {
    for (const std::string& sign : signs) {
        if (text.starts_with(sign)) {
            text = trimmed(text.substr(sign.size()));
            return true;
        }
        if (text.ends_with(sign)) {
            text = trimmed(text.substr(0, text.size() - sign.size()));
            return true;
        }
    }
    return false;
}

/// Appends the whole part without its thousands; what remains of the text, none where the groups are wrong.
std::optional<std::string_view>
appendWhole(std::string_view text, const std::string& thousands, std::string& out) {
    std::size_t size = digitsAt(text, 0);
    out += text.substr(0, size);
    text.remove_prefix(size);
    if (thousands.empty() || size == 0 || size > 3 || !text.starts_with(thousands)) {
        return text;
    }
    while (text.starts_with(thousands)) {
        text.remove_prefix(thousands.size());
        size = digitsAt(text, 0);
        if (size != 3) {
            return std::nullopt;
        }
        out += text.substr(0, size);
        text.remove_prefix(size);
    }
    return text;
}

/// True for `HH:MM`, `HH:MM:SS.fff`, with AM or PM, with Z, a name or an offset behind.
bool isTimeOfDay(std::string_view text) {
    std::size_t at = digitsAt(text, 0);
    if (at < 1 || at > 2) {
        return false;
    }
    for (int part = 0; part < 2; ++part) {
        if (at >= text.size() || text[at] != ':') {
            if (part == 0) {
                return false;
            }
            break;
        }
        if (digitsAt(text, at + 1) != 2 || text[at + 1] > '5') {
            return false;
        }
        at += 3;
    }
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
        const std::size_t fraction = digitsAt(text, at + 1);
        if (fraction == 0) {
            return false;
        }
        at += 1 + fraction;
    }
    const std::string_view zone = trimmed(text.substr(at));
    return std::ranges::all_of(zone,
                               [](char c) {
                                   return isDigit(c) || c == ':' || c == '+' || c == '-' || c == ' ' ||
                                          (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                               }) &&
           zone.size() <= 12;
}

bool isDroppableTail(std::string_view tail) {
    if (tail.empty()) {
        return true;
    }
    return (tail[0] == 'T' || tail[0] == ' ') && isTimeOfDay(trimmed(tail.substr(1)));
}

} // namespace

std::string_view trimmedSlowly(std::string_view utf8) {
    while (!utf8.empty()) {
        const std::size_t blank = leadingBlank(utf8);
        if (blank == 0) {
            break;
        }
        utf8.remove_prefix(blank);
    }
    while (!utf8.empty()) {
        const std::size_t blank = trailingBlank(utf8);
        if (blank == 0) {
            break;
        }
        utf8.remove_suffix(blank);
    }
    return utf8;
}

std::string clipped(std::string_view utf8) {
    constexpr std::size_t most = 200;
    if (utf8.size() <= most) {
        return std::string(utf8);
    }
    std::size_t size = most;
    while (size > 0 && (static_cast<unsigned char>(utf8[size]) & 0xC0) == 0x80) {
        --size;
    }
    return std::string(utf8.substr(0, size)) + "...";
}

std::string lowerCase(std::string_view utf8) {
    std::string text(utf8);
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        std::ranges::transform(
            text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return text;
    }
    return QString::fromStdString(text).toCaseFolded().toStdString();
}

std::optional<double> parseNumber(std::string_view text) {
    std::size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
    const std::size_t start = at;
    std::uint64_t digits = 0; // those of the whole and the decimals; counts while there are few
    for (; at < text.size() && isDigit(text[at]); ++at) {
        digits = digits * 10 + static_cast<std::uint64_t>(text[at] - '0');
    }
    if (at == start) {
        return std::nullopt;
    }
    std::size_t decimals = 0;
    if (at < text.size() && text[at] == '.') {
        for (++at; at < text.size() && isDigit(text[at]); ++at, ++decimals) {
            digits = digits * 10 + static_cast<std::uint64_t>(text[at] - '0');
        }
        if (decimals == 0) {
            return std::nullopt;
        }
    }
    if (at == text.size() && at - start < powersOfTen.size()) {
        // Both are exact as doubles, so that the one division rounds right.
        const double value = static_cast<double>(digits) / powersOfTen[decimals];
        return text[0] == '-' && digits != 0 ? -value : value;
    }
    return at == text.size() || isExponent(text.substr(at)) ? parseAnyNumber(text) : std::nullopt;
}

NumberForm numberForm(const ColumnMapping& mapping) {
    NumberForm form;
    form.decimal = mapping.decimal == u',' ? ',' : '.';
    if (!mapping.thousands.isNull()) {
        form.thousands = QString(mapping.thousands).toStdString();
    }
    for (const QString& sign : mapping.currency) {
        form.currency.push_back(sign.trimmed().toStdString());
    }
    std::erase(form.currency, std::string());
    std::ranges::sort(form.currency, std::ranges::greater{}, &std::string::size); // "US$" before "$"
    return form;
}

std::string_view
plainNumber(std::string_view cell, const NumberForm& form, bool percent, std::string& buffer) {
    buffer.clear();
    if (percent && cell.ends_with('%')) {
        cell = trimmed(cell.substr(0, cell.size() - 1));
    }
    const bool hadSign = dropSign(cell, form.currency);
    if (!cell.empty() && (cell[0] == '+' || cell[0] == '-')) {
        buffer += cell[0];
        cell.remove_prefix(1);
        if (!hadSign) {
            dropSign(cell, form.currency); // "-$5"
        }
    }
    std::optional<std::string_view> rest = appendWhole(cell, form.thousands, buffer);
    if (!rest) {
        return {};
    }
    if (rest->starts_with(form.decimal)) {
        buffer += '.';
        rest->remove_prefix(1);
    } else if (rest->starts_with('.')) {
        return {};
    }
    buffer += *rest;
    return buffer;
}

std::optional<double> parseNumber(std::string_view cell, const NumberForm& form, bool percent) {
    if (form.isPlain() && !percent) {
        return parseNumber(cell);
    }
    std::string buffer;
    return parseNumber(plainNumber(cell, form, percent, buffer));
}

std::optional<std::int64_t> parseAmount(std::string_view cell, const NumberForm& form) {
    std::string buffer;
    std::string_view text = plainNumber(cell, form, false, buffer);
    const std::optional<double> number = parseNumber(text);
    if (!number) {
        return std::nullopt;
    }
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    if (text.find_first_of("eE") != std::string_view::npos) {
        const double cents = *number * 100;
        if (std::abs(cents) > 9e14 || std::abs(cents - std::round(cents)) > 1e-6) {
            return std::nullopt;
        }
        return static_cast<std::int64_t>(std::llround(cents));
    }
    const std::size_t point = text.find('.');
    while (point != std::string_view::npos && text.size() > point + 3 && text.ends_with('0')) {
        text.remove_suffix(1); // "12.500" has two decimals
    }
    return parseCents(text);
}

std::optional<DayForm> DayForm::fromText(const QString& format) {
    DayForm form;
    if (format.isEmpty()) {
        return form;
    }
    const std::string text = format.toStdString();
    int seen[3] = {0, 0, 0};
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = std::string_view(text).substr(at);
        if (rest.starts_with("yyyy")) {
            form.m_pieces.push_back({Part::Year, 0});
            ++seen[0];
            at += 4;
        } else if (rest.starts_with("MM")) {
            form.m_pieces.push_back({Part::Month, 0});
            ++seen[1];
            at += 2;
        } else if (rest.starts_with("dd")) {
            form.m_pieces.push_back({Part::DayOfMonth, 0});
            ++seen[2];
            at += 2;
        } else {
            const char c = rest[0];
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (letter || isDigit(c) || static_cast<unsigned char>(c) >= 0x80) {
                return std::nullopt;
            }
            form.m_pieces.push_back({Part::Text, c});
            ++at;
        }
    }
    if (seen[0] != 1 || seen[1] != 1 || seen[2] != 1) {
        return std::nullopt;
    }
    form.m_expected = "a day as " + text + ", 1900 to 2199";
    return form;
}

bool DayForm::standsAlone(std::size_t piece) const {
    const bool begins = piece == 0 || m_pieces[piece - 1].part == Part::Text;
    return begins && (piece + 1 == m_pieces.size() || m_pieces[piece + 1].part == Part::Text);
}

std::optional<Day> DayForm::parse(std::string_view text) const {
    if (m_pieces.empty()) {
        return text.size() >= 10 && isDroppableTail(text.substr(10)) ? parseIsoDay(text.substr(0, 10))
                                                                     : std::nullopt;
    }
    int year = 0;
    int month = 0;
    int day = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        const Piece piece = m_pieces[i];
        if (piece.part == Part::Text) {
            if (at >= text.size() || text[at] != piece.text) {
                return std::nullopt;
            }
            ++at;
            continue;
        }
        const std::size_t wanted = piece.part == Part::Year ? 4 : 2;
        const std::size_t size = std::min(digitsAt(text, at), wanted);
        if (size != wanted && (size == 0 || piece.part == Part::Year || !standsAlone(i))) {
            return std::nullopt;
        }
        int& value = piece.part == Part::Year ? year : piece.part == Part::Month ? month : day;
        std::from_chars(text.data() + at, text.data() + at + size, value);
        at += size;
    }
    return isDroppableTail(text.substr(at)) ? fromYearMonthDay(year, month, day) : std::nullopt;
}

Result<DayForm> dayForm(const ColumnMapping& mapping) {
    if (auto form = DayForm::fromText(mapping.dateFormat)) {
        return *std::move(form);
    }
    return failure({.code = ErrorCode::InvalidInput,
                    .what = "Could not use the mapping",
                    .found = mapping.dateFormat.toStdString(),
                    .expected = "a date format with dd, MM and yyyy once each"});
}

} // namespace hb::ingest
