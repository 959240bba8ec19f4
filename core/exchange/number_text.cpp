// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/number_text.h"

#include "core/base/contract.h"

#include <charconv>
#include <cmath>

namespace hb::exchange {

NumberText::NumberText(double value) {
    HB_EXPECTS(std::isfinite(value));
    const double written = value == 0 ? 0.0 : value; // no "-0"
    const auto end =
        std::to_chars(m_room.data(), m_room.data() + m_room.size(), written, std::chars_format::fixed).ptr;
    m_size = static_cast<std::size_t>(end - m_room.data());
}

NumberText::NumberText(std::int64_t value) {
    const auto end = std::to_chars(m_room.data(), m_room.data() + m_room.size(), value).ptr;
    m_size = static_cast<std::size_t>(end - m_room.data());
}

} // namespace hb::exchange
