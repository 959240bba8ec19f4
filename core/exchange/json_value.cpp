// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/json_value.h"

#include <charconv>
#include <cstddef>
#include <optional>

namespace hb::exchange {
namespace {

constexpr int deepest = 64;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// The length of the UTF-8 character at the start of `text`, 0 where there is none.
std::size_t utf8Length(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) {
            return 0;
        }
    }
    const unsigned second = byte(1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second >= 0xA0;
    const bool beyond = first == 0xF4 && second >= 0x90;
    return overlong || surrogate || beyond ? 0 : length;
}

void appendUtf8(std::string& text, std::uint32_t code) {
    const auto put = [&](std::uint32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

/// Recursive descent; each function leaves m_at behind what it read, or at the offending byte with m_expected
/// set.
class Parser {
public:
    explicit Parser(std::string_view text) : m_text(text) {}

    Result<JsonValue> run() {
        if (m_text.starts_with("\xEF\xBB\xBF")) {
            m_at = 3;
        }
        JsonValue value;
        if (!readValue(value, 0)) {
            return failure(fault());
        }
        skipBlanks();
        if (m_at < m_text.size()) {
            m_expected = "the end of the text";
            return failure(fault());
        }
        return value;
    }

private:
    bool fail(const char* expected) {
        m_expected = expected;
        return false;
    }

    [[nodiscard]] bool at(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }

    void skipBlanks() {
        while (at(' ') || at('\n') || at('\r') || at('\t')) {
            ++m_at;
        }
    }

    bool readValue(JsonValue& value, int depth) {
        skipBlanks();
        if (depth > deepest) {
            return fail("at most 64 levels of nesting");
        }
        if (at('{')) {
            return readObject(value, depth);
        }
        if (at('[')) {
            return readArray(value, depth);
        }
        if (at('"')) {
            value.kind = JsonValue::Kind::String;
            return readString(value.string);
        }
        if (at('-') || (m_at < m_text.size() && isDigit(m_text[m_at]))) {
            value.kind = JsonValue::Kind::Number;
            return readNumber(value.number);
        }
        return readWord(value);
    }

    bool readWord(JsonValue& value) {
        const std::string_view rest = m_text.substr(m_at);
        if (rest.starts_with("true") || rest.starts_with("false")) {
            value.kind = JsonValue::Kind::Bool;
            value.boolean = rest.starts_with("true");
            m_at += value.boolean ? 4U : 5U;
            return true;
        }
        if (rest.starts_with("null")) {
            m_at += 4;
            return true;
        }
        return fail("a value");
    }

    bool readObject(JsonValue& value, int depth) {
        value.kind = JsonValue::Kind::Object;
        ++m_at;
        skipBlanks();
        if (at('}')) {
            ++m_at;
            return true;
        }
        while (true) {
            skipBlanks();
            if (!at('"')) {
                return fail("a key in quotes");
            }
            JsonMember& member = value.members.emplace_back();
            if (!readString(member.key)) {
                return false;
            }
            skipBlanks();
            if (!at(':')) {
                return fail("a colon");
            }
            ++m_at;
            if (!readValue(member.value, depth + 1)) {
                return false;
            }
            skipBlanks();
            if (at('}')) {
                ++m_at;
                return true;
            }
            if (!at(',')) {
                return fail("a comma or a closing brace");
            }
            ++m_at;
        }
    }

    bool readArray(JsonValue& value, int depth) {
        value.kind = JsonValue::Kind::Array;
        ++m_at;
        skipBlanks();
        if (at(']')) {
            ++m_at;
            return true;
        }
        while (true) {
            if (!readValue(value.items.emplace_back(), depth + 1)) {
                return false;
            }
            skipBlanks();
            if (at(']')) {
                ++m_at;
                return true;
            }
            if (!at(',')) {
                return fail("a comma or a closing bracket");
            }
            ++m_at;
        }
    }

    bool readString(std::string& text) {
        ++m_at;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c == '\\') {
                if (!readEscape(text)) {
                    return false;
                }
                continue;
            }
            if (static_cast<unsigned char>(c) < 0x20) {
                return fail("a closing quote (control characters are written as \\n, \\t or \\u00XX)");
            }
            const std::size_t length = utf8Length(m_text.substr(m_at));
            if (length == 0) {
                return fail("UTF-8 text");
            }
            text.append(m_text, m_at, length);
            m_at += length;
        }
        return fail("a closing quote");
    }

    bool readEscape(std::string& text) {
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        const char c = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        if (const std::size_t found = names.find(c); found != std::string_view::npos) {
            text += meanings[found];
            m_at += 2;
            return true;
        }
        const std::optional<std::uint32_t> first = hexAt(m_at);
        if (!first) {
            return fail("one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX");
        }
        if (*first == 0) {
            return fail("a character other than U+0000");
        }
        if (*first < 0xD800 || *first > 0xDFFF) {
            appendUtf8(text, *first);
            m_at += 6;
            return true;
        }
        const std::optional<std::uint32_t> second = hexAt(m_at + 6);
        if (*first > 0xDBFF || !second || *second < 0xDC00 || *second > 0xDFFF) {
            return fail("both halves of a surrogate pair");
        }
        appendUtf8(text, 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00));
        m_at += 12;
        return true;
    }

    /// The number of a \uXXXX that starts at `from`.
    [[nodiscard]] std::optional<std::uint32_t> hexAt(std::size_t from) const {
        if (from + 6 > m_text.size() || m_text[from] != '\\' || m_text[from + 1] != 'u') {
            return {};
        }
        std::uint32_t code = 0;
        const char* first = m_text.data() + from + 2;
        const auto read = std::from_chars(first, first + 4, code, 16);
        return read.ptr == first + 4 ? std::optional(code) : std::nullopt;
    }

    bool readDigits() {
        const std::size_t first = m_at;
        while (m_at < m_text.size() && isDigit(m_text[m_at])) {
            ++m_at;
        }
        return m_at > first || fail("a digit");
    }

    bool readNumber(double& number) {
        const std::size_t first = m_at;
        m_at += at('-') ? 1U : 0U;
        const bool zero = at('0');
        if (!readDigits()) {
            return false;
        }
        if (zero && m_at > first + (m_text[first] == '-' ? 2U : 1U)) {
            return fail("a number without leading zeros");
        }
        if (at('.')) {
            ++m_at;
            if (!readDigits()) {
                return false;
            }
        }
        if (at('e') || at('E')) {
            ++m_at;
            m_at += at('+') || at('-') ? 1U : 0U;
            if (!readDigits()) {
                return false;
            }
        }
        const auto read = std::from_chars(m_text.data() + first, m_text.data() + m_at, number);
        if (read.ec != std::errc()) {
            m_at = first;
            return fail("a number that a double can hold");
        }
        number += 0.0; // -0 is 0
        return true;
    }

    [[nodiscard]] Error fault() const {
        std::size_t line = 1;
        std::size_t column = 1;
        for (std::size_t i = m_text.starts_with("\xEF\xBB\xBF") ? 3 : 0; i < m_at && i < m_text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(m_text[i]);
            if (byte == '\n') {
                ++line;
                column = 1;
            } else if ((byte & 0xC0U) != 0x80) {
                ++column;
            }
        }
        return {.code = ErrorCode::InvalidInput,
                .what = "This is not a JSON text",
                .found = found(),
                .expected = m_expected,
                .place = "line " + std::to_string(line) + ", column " + std::to_string(column)};
    }

    /// The offending character; what is not text is named by its byte.
    [[nodiscard]] std::string found() const {
        if (m_at >= m_text.size()) {
            return "the end of the text";
        }
        const std::size_t length = utf8Length(m_text.substr(m_at));
        const auto byte = static_cast<unsigned char>(m_text[m_at]);
        if (length > 0 && byte >= 0x20 && byte != 0x7F) {
            return std::string(m_text.substr(m_at, length));
        }
        constexpr std::string_view digits = "0123456789ABCDEF";
        return std::string("byte 0x") + digits[byte >> 4U] + digits[byte & 0xFU];
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    const char* m_expected = "";
};

} // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
    for (const JsonMember& member : members) {
        if (member.key == key) {
            return &member.value;
        }
    }
    return nullptr;
}

Result<JsonValue> parseJson(std::string_view text) {
    return Parser(text).run();
}

} // namespace hb::exchange
