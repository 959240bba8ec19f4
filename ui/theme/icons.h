// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>

#include <cstdint>

namespace hb::theme {

/// The one icon set: resources/icons/<name>.svg, 16 px, outline, drawn in one colour.
enum class Icon : std::uint8_t {
    Book,
    Attention,
    Compare,
    Team,
    Templates,
    Validate,
    Data,
    Search,
    Back,
    Forward,
    Menu,
    Pin,
    Lid,
    Clock,
    Note,
    Flag,
    Plus,
    Close,
    ChevronDown,
    ChevronRight,
    ChevronLeft,
    ChevronUp,
    Undo,
    Redo,
    Copy,
    Person,
    Calendar,
    Help,
    List,
    Tiles,
    Filter,
    Check,
    External,
    Settings,
    Sort,
    Star,
    Folder,
    Import,
    Picture,
    Phone,
    Mail,
};
inline constexpr std::size_t iconCount = 41;

/// Its file name without ending; also a stable name for tests.
[[nodiscard]] const char* iconName(Icon icon);

/// The icon in one colour, `size` logical pixels square, drawn for `devicePixelRatio`. Cached.
[[nodiscard]] QPixmap iconPixmap(Icon icon, const QColor& colour, int size, double devicePixelRatio);

} // namespace hb::theme
