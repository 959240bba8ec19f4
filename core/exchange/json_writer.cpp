// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/json_writer.h"

#include "core/exchange/number_text.h"

#include <utility>

namespace hb::exchange {

JsonWriter& JsonWriter::key(std::string_view key) {
    separate();
    quote(key);
    m_text += ": ";
    m_afterKey = true;
    return *this;
}

void JsonWriter::value(std::string_view text) {
    separate();
    quote(text);
}

void JsonWriter::value(double number) {
    separate();
    m_text += NumberText(number).view();
}

void JsonWriter::value(bool truth) {
    separate();
    m_text += truth ? "true" : "false";
}

void JsonWriter::null() {
    separate();
    m_text += "null";
}

std::string JsonWriter::take() {
    m_text += '\n';
    return std::exchange(m_text, {});
}

void JsonWriter::begin(char bracket, Form form) {
    separate();
    m_text += bracket;
    const bool oneLine = form == Form::OneLine || (!m_levels.empty() && m_levels.back().oneLine);
    m_levels.push_back({.oneLine = oneLine});
}

void JsonWriter::end(char bracket) {
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (!level.oneLine && !level.empty) {
        m_text += '\n';
        m_text.append(2 * m_levels.size(), ' ');
    }
    m_text += bracket;
}

void JsonWriter::separate() {
    if (std::exchange(m_afterKey, false) || m_levels.empty()) {
        return;
    }
    Level& level = m_levels.back();
    if (!std::exchange(level.empty, false)) {
        m_text += level.oneLine ? ", " : ",";
    }
    if (!level.oneLine) {
        m_text += '\n';
        m_text.append(2 * m_levels.size(), ' ');
    }
}

void JsonWriter::quote(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    m_text += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '"':
            m_text += "\\\"";
            break;
        case '\\':
            m_text += "\\\\";
            break;
        case '\n':
            m_text += "\\n";
            break;
        case '\r':
            m_text += "\\r";
            break;
        case '\t':
            m_text += "\\t";
            break;
        default:
            if (byte < 0x20 || byte == 0x7F) {
                m_text += "\\u00";
                m_text += digits[byte >> 4U];
                m_text += digits[byte & 0xFU];
            } else {
                m_text += c;
            }
        }
    }
    m_text += '"';
}

} // namespace hb::exchange
