// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/heat_map_data.h"

#include "ui/pages/compare/compare_question.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace hb::pages {

namespace {

constexpr int fewestWeeks = 12;
/// Lowest first, without a score last.
constexpr double last = std::numeric_limits<double>::infinity();

void orderColumns(HeatMapData& data) {
    std::vector<double> shares(data.map.metrics);
    for (std::size_t at = 0; at < data.metrics.size(); ++at) {
        shares[data.metrics[at].metric] = data.share(at).value_or(-1); // what has none stands last
    }
    std::ranges::stable_sort(
        data.metrics, std::ranges::greater(), [&](const auto& each) { return shares[each.metric]; });
}

void addCells(HeatMapData& data, const std::stop_token& stop) {
    for (const analytics::AccountGroup& group : data.grouping.groups) {
        for (const analytics::MetricPrevalence& metric : data.metrics) {
            if (stop.stop_requested()) {
                return;
            }
            data.cells.push_back(analytics::groupCell(data.map, group.accounts, metric.metric));
        }
    }
}

std::vector<std::size_t> usualColumns(const HeatMapData& data) {
    std::vector<std::size_t> columns(data.metrics.size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    return columns;
}

template <typename Key>
void sortBy(std::vector<std::uint32_t>& rows, const Key& keyOf) {
    std::ranges::stable_sort(rows, std::ranges::less(), keyOf);
}

} // namespace

std::optional<double> HeatMapData::share(std::size_t metric) const {
    const analytics::RedOnDay& now = metrics[metric].now;
    return isByArr ? now.arr.share() : now.share();
}

std::optional<std::size_t> HeatMapData::find(MetricIndex metric) const {
    const auto found = std::ranges::find(metrics, metric, &analytics::MetricPrevalence::metric);
    return found == metrics.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - metrics.begin()));
}

HeatMapData heatMapData(const CompareView& view, const std::stop_token& stop) {
    const analytics::ComparedBook& book = *view.book;
    HeatMapData data{
        .view = view,
        .map = analytics::heatMap(*book.scorer, book.period.to, stop),
        .metrics = analytics::prevalence(*book.scorer, book.accounts, book.period.to, book.period.from, stop),
        .grouping = groupingOf(view),
        .cells = {},
        .isByArr = false};
    std::erase_if(data.metrics, [](const auto& each) { return each.now.scored == 0; }); // nothing to show
    data.isByArr =
        view.question.countBy == CountBy::Arr &&
        std::ranges::any_of(data.metrics, [](const auto& each) { return each.now.arr.share().has_value(); });
    orderColumns(data);
    addCells(data, stop);
    return data;
}

std::vector<widgets::SparklineData> heatWeeks(const HeatMapData& data, const std::stop_token& stop) {
    const analytics::Period& period = data.view.book->period;
    const int weeks = std::max(fewestWeeks, (period.to.number - period.from.number) / daysOfWeek);
    std::vector<Day> days;
    for (int week = weeks; week >= 0; --week) {
        days.push_back(period.to - week * daysOfWeek);
    }
    std::vector<MetricIndex> metrics;
    for (const analytics::MetricPrevalence& each : data.metrics) {
        metrics.push_back(each.metric);
    }
    const auto counts =
        analytics::redHistory(*data.view.book->scorer, data.view.book->accounts, metrics, days, stop);
    std::vector<widgets::SparklineData> result(data.map.metrics);
    for (std::size_t at = 0; at < counts.size(); ++at) {
        const auto share = data.isByArr ? counts[at].arr.share() : counts[at].share();
        result[metrics[at / days.size()]].scores.push_back(share ? std::optional(100 * *share)
                                                                 : std::nullopt);
    }
    return result;
}

std::optional<double>
heatScore(const HeatMapData& data, HeatRows kind, std::uint32_t row, std::size_t metric) {
    return kind == HeatRows::Groups ? data.cell(row, metric).mean
                                    : data.map.score(row, data.metrics[metric].metric);
}

HeatMapOrder groupsInOrder(const HeatMapData& data) {
    HeatMapOrder order{.kind = HeatRows::Groups, .rows = {}, .columns = usualColumns(data)};
    order.rows.resize(data.grouping.groups.size());
    std::iota(order.rows.begin(), order.rows.end(), 0U);
    sortBy(order.rows, [&](std::uint32_t row) { return data.grouping.groups[row].mean.value_or(last); });
    return order;
}

HeatMapOrder accountsInOrder(const HeatMapData& data, std::vector<AccountIndex> accounts) {
    HeatMapOrder order{
        .kind = HeatRows::Accounts, .rows = std::move(accounts), .columns = usualColumns(data)};
    sortBy(order.rows, [&](std::uint32_t row) {
        const scoring::TrackScore& shown = data.view.book->now[row].shown;
        return shown.band == Band::None ? last : shown.score;
    });
    return order;
}

void sortRows(const HeatMapData& data, HeatMapOrder& order, const HeatMapSort& sort) {
    const auto column = data.find(sort.metric);
    if (!column) {
        return;
    }
    sortBy(order.rows, [&](std::uint32_t row) {
        const auto score = heatScore(data, order.kind, row, *column);
        return !score ? last : sort.highestFirst ? -*score : *score;
    });
}

AlikeHeatMap alikeHeatMap(const HeatMapData& data, const HeatMapOrder& order, const std::stop_token& stop) {
    analytics::ScoreTable table{.width = order.columns.size(), .scores = {}};
    table.scores.reserve(order.rows.size() * order.columns.size());
    for (const std::uint32_t row : order.rows) {
        for (const std::size_t column : order.columns) {
            table.scores.push_back(
                heatScore(data, order.kind, row, column).value_or(std::numeric_limits<double>::quiet_NaN()));
        }
    }
    const analytics::AlikeOrder rows = analytics::alikeOrder(table, stop);
    const analytics::AlikeOrder columns = analytics::alikeOrder(analytics::transposed(table), stop);
    AlikeHeatMap alike{.order = {.kind = order.kind, .rows = {}, .columns = {}}, .clustered = rows.clustered};
    for (const std::size_t row : rows.rows) {
        alike.order.rows.push_back(order.rows[row]);
    }
    for (const std::size_t column : columns.rows) {
        alike.order.columns.push_back(order.columns[column]);
    }
    return alike;
}

} // namespace hb::pages
