// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/clustering.h"
#include "core/analytics/grouping.h"
#include "core/analytics/heat_map.h"
#include "core/analytics/prevalence.h"
#include "ui/pages/compare/compare_part.h"
#include "ui/widgets/tile_data.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

// What the heat map shows, worked out in one go, and the orders that it can stand in.

namespace hb::pages {

struct HeatMapData {
    CompareView view;
    analytics::HeatMap map;
    std::vector<analytics::MetricPrevalence> metrics; ///< the largest share red first: the usual columns
    analytics::Grouping grouping;
    std::vector<analytics::GroupCell> cells; ///< [group * metrics.size() + place in `metrics`]
    bool isByArr = false;                    ///< shares are of the ARR in the book's currency

    [[nodiscard]] const Snapshot& snapshot() const { return view.book->snapshot(); }
    [[nodiscard]] Day day() const { return view.book->period.to; }
    [[nodiscard]] const analytics::GroupCell& cell(std::size_t group, std::size_t metric) const {
        return cells[group * metrics.size() + metric];
    }
    /// Of `metrics`, what is red of it.
    [[nodiscard]] std::optional<double> share(std::size_t metric) const;
    [[nodiscard]] std::optional<std::size_t> find(MetricIndex metric) const;
};

/// Works on all cores; to be thrown away once `stop` is requested.
[[nodiscard]] HeatMapData heatMapData(const CompareView& view, const std::stop_token& stop);

/// The share red of each metric, of the accounts or of their ARR, in percent, on the last day and the weeks
/// before it, oldest first: 12, or more where the period has more. By metric of the scorecard; a gap where
/// nobody had a score. Works on all cores.
[[nodiscard]] std::vector<widgets::SparklineData> heatWeeks(const HeatMapData& data,
                                                            const std::stop_token& stop);

enum class HeatRows : std::uint8_t { Groups, Accounts };

/// What stands in the rows and columns. Rows are groups of the grouping or accounts of the snapshot, columns
/// places in HeatMapData::metrics.
struct HeatMapOrder {
    HeatRows kind = HeatRows::Groups;
    std::vector<std::uint32_t> rows;
    std::vector<std::size_t> columns;
};

/// Whether rows stand by a metric, and from which end. Those without a score of it stand last either way.
struct HeatMapSort {
    MetricIndex metric = 0;
    bool highestFirst = false;

    friend bool operator==(const HeatMapSort&, const HeatMapSort&) = default;
};

/// The usual order: the lowest score first, those without one last, and columns by what is red.
[[nodiscard]] HeatMapOrder groupsInOrder(const HeatMapData& data);
[[nodiscard]] HeatMapOrder accountsInOrder(const HeatMapData& data, std::vector<AccountIndex> accounts);
void sortRows(const HeatMapData& data, HeatMapOrder& order, const HeatMapSort& sort);
/// The score in a cell: of an account, the mean of a group.
[[nodiscard]] std::optional<double>
heatScore(const HeatMapData& data, HeatRows kind, std::uint32_t row, std::size_t metric);

struct AlikeHeatMap {
    HeatMapOrder order;
    std::size_t clustered = 0; ///< so many rows were compared with one another
};

/// Rows and columns so that alike stand together.
[[nodiscard]] AlikeHeatMap
alikeHeatMap(const HeatMapData& data, const HeatMapOrder& order, const std::stop_token& stop);

} // namespace hb::pages
