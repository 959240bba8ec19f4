// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/scatter_chart.h"
#include "ui/pages/compare/compare_part.h"

#include <cstddef>
#include <vector>

namespace hb::pages {

/// The living accounts with a score and an ARR above 0 in the book's currency, by score; how soon they renew.
[[nodiscard]] charts::ScatterData scatterOf(const CompareView& view);
/// What has to be known to read the picture: that points stand for nobody, or are hollow; empty: nothing.
[[nodiscard]] QString scatterNote(const CompareView& view, const charts::ScatterData& data);
/// Whom *next* and *previous* walk from a point: those beside it by score, as the keys do in the picture.
[[nodiscard]] std::vector<AccountIndex> walkedFrom(const charts::ScatterData& data, std::size_t point);
/// The same as a table.
[[nodiscard]] exchange::Table scatterTable(const CompareView& view);

} // namespace hb::pages
