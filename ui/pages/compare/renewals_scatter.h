// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/scatter_chart.h"
#include "ui/pages/compare/compare_part.h"

namespace hb::pages {

/// The living accounts with a score and an ARR above 0 in the book's currency, by score; how soon they renew.
[[nodiscard]] charts::ScatterData scatterOf(const CompareView& view);
/// The same as a table.
[[nodiscard]] exchange::Table scatterTable(const CompareView& view);

} // namespace hb::pages
