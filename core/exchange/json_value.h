// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hb::exchange {

struct JsonMember;

/// One value of a JSON text. Unlike QJsonDocument it keeps the order of members and keys that stand twice,
/// and so that faults can be found, nothing is dropped or replaced.
struct JsonValue {
    enum class Kind : std::uint8_t { Null, Bool, Number, String, Array, Object };
    Kind kind = Kind::Null;
    bool boolean = false;
    double number = 0;               ///< finite, never -0
    std::string string;              ///< UTF-8 without U+0000
    std::vector<JsonValue> items;    ///< of an array
    std::vector<JsonMember> members; ///< of an object, as they stand

    /// The first member with that key, or null.
    [[nodiscard]] const JsonValue* find(std::string_view key) const;
};

struct JsonMember {
    std::string key;
    JsonValue value;
};

/// Reads a JSON text (RFC 8259; a UTF-8 byte order mark may lead). The Error's place is "line 3, column 5".
/// Refused besides bad syntax: bytes that are not UTF-8, lone surrogates, U+0000, numbers beyond double, and
/// nesting deeper than 64.
[[nodiscard]] Result<JsonValue> parseJson(std::string_view text);

} // namespace hb::exchange
