// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table.h"
#include "ui/pages/compare/heat_map_data.h"

#include <QString>

// What the cells of the heat map say.

namespace hb::pages {

/// "Ana Lopez", "EMEA, No segment".
[[nodiscard]] QString heatGroupName(const HeatMapData& data, std::size_t group);
[[nodiscard]] QString heatRowName(const HeatMapData& data, HeatRows kind, std::uint32_t row);
[[nodiscard]] QString heatMetricName(const HeatMapData& data, std::size_t metric);
/// What the rows are: "Owner", "Owner, Segment", "Account".
[[nodiscard]] QString heatRowsTitle(const HeatMapData& data, HeatRows kind);
/// The score in a cell; empty without one.
[[nodiscard]] QString
heatScoreText(const HeatMapData& data, HeatRows kind, std::uint32_t row, std::size_t metric);
[[nodiscard]] Band heatBand(const HeatMapData& data, HeatRows kind, std::uint32_t row, std::size_t metric);
/// The whole of a cell, for the pointer and for screen readers. Of an account with where it stands in its
/// segment.
[[nodiscard]] QString
heatCellWords(const HeatMapData& data, HeatRows kind, std::uint32_t row, std::size_t metric);
/// "23%": of the accounts that have a score, or of their ARR.
[[nodiscard]] QString heatShareText(const HeatMapData& data, std::size_t metric);
/// "Open tickets: red in 14 of 60 accounts ...": accounts and ARR, whatever the shares are of.
[[nodiscard]] QString heatSentence(const HeatMapData& data, std::size_t metric);

/// Every metric in a sentence.
[[nodiscard]] QString heatMapText(const HeatMapData& data);
/// Scores and shares not rounded, as it stands.
[[nodiscard]] exchange::Table heatMapTable(const HeatMapData& data, const HeatMapOrder& order);

} // namespace hb::pages
