// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compare/compare_part.h"

#include <functional>
#include <vector>

namespace hb::pages {

/// A line of the table of tabs.
struct CompareTab {
    QString name; ///< as places and settings keep it
    QString title;
    QString ofAll; ///< what in it is of all accounts where some are compared, as a sentence; mostly empty
    std::function<ComparePart*(const shell::Context&, shell::Navigator&, QWidget* parent)> make;
};

/// The tabs of the Compare page, in their order.
[[nodiscard]] std::vector<CompareTab> compareTabs();

} // namespace hb::pages
