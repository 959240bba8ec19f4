// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hb::exchange {

/// Writes JSON as text whose form depends on nothing but the calls: members in the order given, two blanks a
/// level, and what was begun with OneLine on one line.
class JsonWriter {
public:
    enum class Form : std::uint8_t { Lines, OneLine };

    void beginObject(Form form = Form::Lines) { begin('{', form); }
    void endObject() { end('}'); }
    void beginArray(Form form = Form::Lines) { begin('[', form); }
    void endArray() { end(']'); }
    JsonWriter& key(std::string_view key);
    void value(std::string_view text);
    void value(double number);
    void value(int number) { value(static_cast<double>(number)); }
    void value(bool truth);
    void value(const char*) = delete; ///< would be taken for a bool
    void null();

    /// The text with a line break at its end.
    [[nodiscard]] std::string take();

private:
    struct Level {
        bool oneLine = false;
        bool empty = true;
    };
    void begin(char bracket, Form form);
    void end(char bracket);
    void separate();
    void quote(std::string_view text);

    std::string m_text;
    std::vector<Level> m_levels;
    bool m_afterKey = false;
};

} // namespace hb::exchange
