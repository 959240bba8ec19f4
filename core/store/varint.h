// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hb::store {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// Appends `number` as seven bits a byte, the lowest first, the top bit set on all but the last.
inline void putVarint(Bytes& bytes, std::uint64_t number) {
    while (number >= 0x80U) {
        bytes.push_back(static_cast<std::uint8_t>(number | 0x80U));
        number >>= 7U;
    }
    bytes.push_back(static_cast<std::uint8_t>(number));
}

/// Reads a blob front to back and never beyond its end: what cannot be read is 0 and leaves `failed()`.
class ByteReader {
public:
    explicit ByteReader(ByteView bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] std::size_t left() const { return m_bytes.size() - m_at; }

    std::uint8_t byte() {
        if (m_at >= m_bytes.size()) {
            m_failed = true;
            return 0;
        }
        return m_bytes[m_at++];
    }

    std::uint64_t varint() {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            const std::uint64_t bits = next & 0x7FU;
            if (shift == 63 && bits > 1) {
                break;
            }
            number |= bits << shift;
            if ((next & 0x80U) == 0) {
                return number;
            }
        }
        m_failed = true;
        return 0;
    }

    /// The next `count` bytes; empty where there are fewer.
    ByteView take(std::size_t count) {
        if (left() < count) {
            m_failed = true;
            return {};
        }
        m_at += count;
        return m_bytes.subspan(m_at - count, count);
    }

private:
    ByteView m_bytes;
    std::size_t m_at = 0;
    bool m_failed = false;
};

} // namespace hb::store
