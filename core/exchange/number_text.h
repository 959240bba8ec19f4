// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace hb::exchange {

/// A number as files and commands write it: the shortest that reads back the same, a point, never an
/// exponent. Keeps its own room, so that writing millions allocates nothing; the text lives as long as this.
class NumberText {
public:
    explicit NumberText(double value); ///< precondition: finite
    explicit NumberText(std::int64_t value);
    [[nodiscard]] std::string_view view() const { return {m_room.data(), m_size}; }

private:
    std::array<char, 400> m_room; // 1.8e308 has 309 digits, 5e-324 some 330 characters
    std::size_t m_size = 0;
};

} // namespace hb::exchange
