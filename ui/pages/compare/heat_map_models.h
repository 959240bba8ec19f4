// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compare/heat_map_data.h"
#include "ui/widgets/tile_data.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

// The heat map as two tables with the same columns: what stands above, and the rows that scroll below it.
// Column 0 names the row, each other one is a metric.

namespace hb::pages {

/// What both tables show.
struct HeatMapShown {
    std::shared_ptr<const HeatMapData> data;
    HeatMapOrder order;
    std::optional<HeatMapSort> sort;
};

/// The part of both that they share.
class HeatModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    /// A screen reader's name of a column; the tables show none of their own.
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Of a column after the first; none of the first.
    [[nodiscard]] std::optional<std::size_t> metricAt(int column) const;
    /// -1: it is not shown.
    [[nodiscard]] int columnOf(MetricIndex metric) const;
    [[nodiscard]] const HeatMapShown& shown() const { return m_shown; }
    void show(HeatMapShown shown);

protected:
    HeatMapShown m_shown;
};

/// A row a group or an account.
class HeatRowsModel : public HeatModel {
    Q_OBJECT
public:
    using HeatModel::HeatModel;
    static constexpr int bandRole = Qt::UserRole + 1;  ///< of the cell, of the account in column 0
    static constexpr int countRole = Qt::UserRole + 2; ///< column 0 of a group: how many accounts

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] std::uint32_t rowAt(int row) const {
        return m_shown.order.rows[static_cast<std::size_t>(row)];
    }

private:
    [[nodiscard]] QVariant nameData(std::uint32_t row, int role) const;
    [[nodiscard]] QVariant cellData(std::uint32_t row, std::size_t metric, int role) const;
};

/// Over the map: each metric's name, how much of the book is red in it, since when, and whose it is.
class HeatHeadModel : public HeatModel {
    Q_OBJECT
public:
    enum Row : std::uint8_t { Name, Share, Change, Weeks, Team };
    static constexpr int rows = 5;
    static constexpr int sortRole = Qt::UserRole + 1; ///< scoring::Direction as a number; of a sorted column

    using HeatModel::HeatModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : rows;
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// The share red, week by week; by metric of the scorecard.
    void setWeeks(std::vector<widgets::SparklineData> weeks);
    /// Empty until it is known.
    [[nodiscard]] const widgets::SparklineData& weeksOf(int column) const;

private:
    [[nodiscard]] QString titleOf(int row) const;
    [[nodiscard]] QString textOf(int row, std::size_t metric) const;
    [[nodiscard]] QString wordsOf(int row, std::size_t metric) const;
    std::vector<widgets::SparklineData> m_weeks;
};

} // namespace hb::pages
