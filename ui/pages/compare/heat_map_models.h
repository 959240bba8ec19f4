// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compare/heat_map_data.h"
#include "ui/widgets/tile_data.h"

#include <QAbstractTableModel>

#include <memory>
#include <string>
#include <vector>

// The heat map as two tables with the same columns: what stands above, and the rows that scroll below it.
// Column 0 names the row, each other one is a metric.

namespace hb::pages {

/// What both tables show: positions in `order` and `sort` are of `data`, which may not be the newest.
struct HeatMapShown {
    std::shared_ptr<const HeatMapData> data;
    HeatMapOrder order;
    std::optional<HeatMapSort> sort;

    /// The account's key, or the group's name: the same in another data.
    [[nodiscard]] QString rowKey(std::uint32_t row) const;
    /// The metric's key, of a place in the data's metrics.
    [[nodiscard]] const std::string& metricKey(std::size_t metric) const;
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
    /// By a metric's key; 0, that of the names, where it does not stand there.
    [[nodiscard]] int columnOf(const std::string& metric) const;
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
    /// The share red of `of`, week by week; by metric of its scorecard.
    void setWeeks(std::shared_ptr<const HeatMapData> of, std::vector<widgets::SparklineData> weeks);
    /// Empty until it is known.
    [[nodiscard]] const widgets::SparklineData& weeksOf(int column) const;

private:
    [[nodiscard]] QString titleOf(int row) const;
    [[nodiscard]] QString textOf(int row, std::size_t metric) const;
    [[nodiscard]] QString wordsOf(int row, std::size_t metric) const;
    /// Null until it is known, and while what is shown is of another day or book.
    [[nodiscard]] const widgets::SparklineData* weeksOfMetric(std::size_t metric) const;
    std::shared_ptr<const HeatMapData> m_weeksOf;
    std::vector<widgets::SparklineData> m_weeks;
};

} // namespace hb::pages
