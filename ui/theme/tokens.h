// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"

#include <QColor>

#include <array>
#include <cstddef>

// Every colour and size of the window (look.md, Tokens). Nothing else in ui/ names a colour or a font size;
// sizes are in pixels of a 13 px font and go through Theme::px.

namespace hb::theme {

/// fill for shapes, line for outlines and sparklines, text for words, tint for grounds; mark is drawn in a
/// glyph's fill.
struct BandStyle {
    QColor fill, line, text, tint, mark;
};

struct Tokens {
    bool isDark = false;
    QColor canvas, surface, raised, ink, muted, line, controlEdge, accent, onAccent, accentTint;
    std::array<BandStyle, 4> bands; ///< by Band

    [[nodiscard]] constexpr const BandStyle& band(Band band) const {
        return bands[static_cast<std::size_t>(band)];
    }
};

namespace detail {
constexpr QColor rgb(unsigned value) {
    return {static_cast<int>(value >> 16U),
            static_cast<int>((value >> 8U) & 0xFFU),
            static_cast<int>(value & 0xFFU)};
}
constexpr BandStyle style(unsigned fill, unsigned line, unsigned text, unsigned tint, unsigned mark) {
    return {rgb(fill), rgb(line), rgb(text), rgb(tint), rgb(mark)};
}
} // namespace detail

inline constexpr Tokens lightTokens{
    .isDark = false,
    .canvas = detail::rgb(0xF6F7F9),
    .surface = detail::rgb(0xFFFFFF),
    .raised = detail::rgb(0xFFFFFF),
    .ink = detail::rgb(0x1B1F24),
    .muted = detail::rgb(0x57606A),
    .line = detail::rgb(0xD8DEE4),
    .controlEdge = detail::rgb(0x858E98),
    .accent = detail::rgb(0x0B62C4),
    .onAccent = detail::rgb(0xFFFFFF),
    .accentTint = detail::rgb(0xE6F0FB),
    .bands = {detail::style(0xA8231A, 0xA8231A, 0xA8231A, 0xF6D6D2, 0xFFFFFF),
              detail::style(0xF5BD1F, 0xAD7800, 0x7A5200, 0xFCF0CC, 0x1B1F24),
              detail::style(0x1F996C, 0x1B8A61, 0x136B4A, 0xE9F6F0, 0xFFFFFF),
              detail::style(0x6B7580, 0x6B7580, 0x57606A, 0xEEF0F2, 0x6B7580)},
};

inline constexpr Tokens darkTokens{
    .isDark = true,
    .canvas = detail::rgb(0x15181C),
    .surface = detail::rgb(0x1E2227),
    .raised = detail::rgb(0x262B31),
    .ink = detail::rgb(0xE6EAEF),
    .muted = detail::rgb(0xA3ADB8),
    .line = detail::rgb(0x343A41),
    .controlEdge = detail::rgb(0x717B86),
    .accent = detail::rgb(0x6CB2FF),
    .onAccent = detail::rgb(0x0E1116),
    .accentTint = detail::rgb(0x16324F),
    .bands = {detail::style(0xE5564A, 0xF0695E, 0xFF9A90, 0x5A2925, 0x15181C),
              detail::style(0xFFD866, 0xFFD866, 0xFFD866, 0x3D3512, 0x15181C),
              detail::style(0x4FC490, 0x4FC490, 0x7AD9AE, 0x152A20, 0x15181C),
              detail::style(0x8D97A1, 0x8D97A1, 0xA3ADB8, 0x2A2F35, 0x8D97A1)},
};

/// Zones of a chart are band tints at this opacity.
inline constexpr double zoneOpacity = 0.55;

namespace space {
inline constexpr int xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 32;
inline constexpr int pageMargin = 24, cardGap = 16, tileGap = 12, cardPadding = 16;
} // namespace space

namespace radius {
inline constexpr int card = 8, control = 6, bar = 2;
} // namespace radius

namespace size {
inline constexpr int hairline = 1, control = 32, tableControl = 28, row = 32, tableHead = 28, hitArea = 24;
inline constexpr int focusRing = 2, focusDistance = 2, icon = 16, bar = 10;
inline constexpr int railWide = 80, railNarrow = 56, topBar = 48, timeBar = 32, statusBar = 24;
} // namespace size

/// The type scale; 13 stands for the size of the system's font.
namespace type {
inline constexpr int base = 13, hero = 28, pageTitle = 18, cardTitle = 13, body = 13, secondary = 12,
                     caption = 11;
inline constexpr int smallest = 11;
} // namespace type

} // namespace hb::theme
