// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/object_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace hb::exchange {

ObjectReader::ObjectReader(const JsonValue& value, JsonPath path, FaultList& faults)
    : m_value(value), m_path(std::move(path)), m_faults(faults) {
    if (value.kind != JsonValue::Kind::Object) {
        m_faults.misread(m_path, mustBe(JsonValue::Kind::Object));
    }
}

const JsonValue* ObjectReader::member(std::string_view key, Need need) {
    m_known.push_back(key);
    const JsonValue* found = m_value.find(key);
    if (!found && need == Need::Required) {
        m_faults.misread(m_path / key, "is required");
    }
    return found;
}

const JsonValue* ObjectReader::member(std::string_view key, JsonValue::Kind kind, Need need) {
    const JsonValue* found = member(key, need);
    if (found && found->kind != kind) {
        m_faults.misread(m_path / key, mustBe(kind));
        return nullptr;
    }
    return found;
}

void ObjectReader::text(std::string_view key, std::string& to, Need need) {
    if (const JsonValue* found = member(key, JsonValue::Kind::String, need)) {
        to = found->string;
    }
}

void ObjectReader::textOrNull(std::string_view key, std::string& to) {
    const JsonValue* found = member(key, Need::Optional);
    if (found && found->kind == JsonValue::Kind::String) {
        to = found->string;
    } else if (found && found->kind != JsonValue::Kind::Null) {
        m_faults.misread(m_path / key, "must be a text or null");
    }
}

void ObjectReader::number(std::string_view key, double& to, Need need) {
    if (const JsonValue* found = member(key, JsonValue::Kind::Number, need)) {
        to = found->number;
    }
}

void ObjectReader::integer(std::string_view key, int& to, Need need) {
    const JsonValue* found = member(key, JsonValue::Kind::Number, need);
    if (!found) {
        return;
    }
    if (found->number != std::floor(found->number)) {
        m_faults.misread(m_path / key, "must be an integer");
        return;
    }
    if (std::abs(found->number) > std::numeric_limits<int>::max()) {
        m_faults.misread(m_path / key, "is too large for an integer");
        return;
    }
    to = static_cast<int>(found->number);
}

void ObjectReader::truth(std::string_view key, bool& to) {
    if (const JsonValue* found = member(key, JsonValue::Kind::Bool, Need::Optional)) {
        to = found->boolean;
    }
}

void ObjectReader::alwaysTrue(std::string_view key) {
    const JsonValue* found = member(key, Need::Optional);
    if (found && !found->boolean) {
        m_faults.misread(m_path / key, "must be true");
    }
}

void ObjectReader::texts(std::string_view key, std::vector<std::string>& to, Need need) {
    if (const JsonValue* found = member(key, JsonValue::Kind::Array, need)) {
        readTexts(*found, m_path / key, m_faults, to);
    }
}

void ObjectReader::finish() {
    std::set<std::string_view> seen;
    for (const JsonMember& member : m_value.members) {
        if (!seen.insert(member.key).second) {
            m_faults.misread(m_path / member.key, "is there twice");
        } else if (std::find(m_known.begin(), m_known.end(), member.key) == m_known.end()) {
            m_faults.misread(m_path / member.key, "unknown key");
        }
    }
}

std::string mustBe(JsonValue::Kind kind) {
    switch (kind) {
    case JsonValue::Kind::Null:
        return "must be null";
    case JsonValue::Kind::Bool:
        return "must be true or false";
    case JsonValue::Kind::Number:
        return "must be a number";
    case JsonValue::Kind::String:
        return "must be a text";
    case JsonValue::Kind::Array:
        return "must be an array";
    case JsonValue::Kind::Object:
        break;
    }
    return "must be an object";
}

void readTexts(const JsonValue& array,
               const JsonPath& path,
               FaultList& faults,
               std::vector<std::string>& to) {
    for (std::size_t i = 0; i < array.items.size(); ++i) {
        if (array.items[i].kind != JsonValue::Kind::String) {
            faults.misread(path / i, mustBe(JsonValue::Kind::String));
        }
        to.push_back(array.items[i].string);
    }
}

} // namespace hb::exchange
