// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/fault_list.h"
#include "core/exchange/json_value.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hb::exchange {

/// The words of an enumeration in a file.
template <typename Enum, std::size_t count>
using Words = std::array<std::pair<std::string_view, Enum>, count>;

enum class Need : std::uint8_t { Required, Optional };

/// Reads the members of one JSON object into variables and tells of what is missing, of another type or
/// unknown. A variable whose member is absent or faulty keeps its value.
class ObjectReader {
public:
    ObjectReader(const JsonValue& value, JsonPath path, FaultList& faults);
    ObjectReader(const ObjectReader&) = delete;
    ObjectReader& operator=(const ObjectReader&) = delete;

    [[nodiscard]] bool has(std::string_view key) const { return m_value.find(key) != nullptr; }
    [[nodiscard]] const JsonPath& path() const { return m_path; }
    [[nodiscard]] FaultList& faults() { return m_faults; }

    /// The member, which may be of any type; null where it is absent.
    const JsonValue* member(std::string_view key, Need need);
    /// The member if it is of that kind; null where it is absent or not.
    const JsonValue* member(std::string_view key, JsonValue::Kind kind, Need need);
    void text(std::string_view key, std::string& to, Need need);
    void textOrNull(std::string_view key, std::string& to); ///< null is the empty text
    void number(std::string_view key, double& to, Need need);
    void integer(std::string_view key, int& to, Need need);
    void truth(std::string_view key, bool& to);
    /// Only true may be written.
    void alwaysTrue(std::string_view key);
    template <typename Enum, std::size_t count>
    void word(std::string_view key, Enum& to, const Words<Enum, count>& words, Need need = Need::Optional);
    /// The texts of an array.
    void texts(std::string_view key, std::vector<std::string>& to, Need need);

    /// Tells of the members that nobody asked for and of those that stand twice.
    void finish();

private:
    const JsonValue& m_value;
    JsonPath m_path;
    FaultList& m_faults;
    std::vector<std::string_view> m_known;
};

/// What a value of that kind is called: "must be a text".
[[nodiscard]] std::string mustBe(JsonValue::Kind kind);
/// Reads the texts of an array that is a value itself.
void readTexts(const JsonValue& array, const JsonPath& path, FaultList& faults, std::vector<std::string>& to);

template <typename Enum, std::size_t count>
void ObjectReader::word(std::string_view key, Enum& to, const Words<Enum, count>& words, Need need) {
    const JsonValue* found = member(key, JsonValue::Kind::String, need);
    if (!found) {
        return;
    }
    std::string all;
    for (const auto& [text, meaning] : words) {
        if (found->string == text) {
            to = meaning;
            return;
        }
        all += (all.empty() ? "" : ", ") + std::string(text);
    }
    m_faults.misread(m_path / key, "must be one of " + all);
}

} // namespace hb::exchange
