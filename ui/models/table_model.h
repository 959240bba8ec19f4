// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <QVariant>

#include <functional>
#include <utility>
#include <vector>

namespace hb::models {

/// What a column sorts by, never its displayed text.
inline constexpr int sortRole = Qt::UserRole;

template <typename Row>
struct Column {
    QString id = {};
    QString title = {};
    Qt::Alignment alignment = Qt::AlignLeft;
    std::function<QString(const Row&)> text = {};
    std::function<QVariant(const Row&)> sort = {}; ///< none: the text
    std::function<QString(const Row&)> tooltip = {};
};

/// Rows shown as they are: a table is its columns.
template <typename Row>
class TableModel : public QAbstractTableModel {
public:
    explicit TableModel(std::vector<Column<Row>> columns, QObject* parent = nullptr)
        : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

    void setRows(std::vector<Row> rows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Column<Row>& columnAt(int column) const {
        return m_columns[static_cast<std::size_t>(column)];
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        const Column<Row>& column = m_columns[static_cast<std::size_t>(index.column())];
        const Row& row = m_rows[static_cast<std::size_t>(index.row())];
        switch (role) {
        case Qt::DisplayRole:
            return column.text(row);
        case Qt::ToolTipRole:
            return column.tooltip ? QVariant(column.tooltip(row)) : QVariant();
        case Qt::TextAlignmentRole:
            return QVariant(column.alignment | Qt::AlignVCenter);
        case sortRole:
            return column.sort ? column.sort(row) : QVariant(column.text(row));
        default:
            return {};
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
            return {};
        }
        const Column<Row>& column = m_columns[static_cast<std::size_t>(section)];
        if (role == Qt::TextAlignmentRole) {
            return QVariant(column.alignment | Qt::AlignVCenter);
        }
        return role == Qt::DisplayRole ? QVariant(column.title) : QVariant();
    }

protected:
    void insertRowsAt(int first, const std::vector<Row>& rows) {
        this->beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
        m_rows.insert(m_rows.begin() + first, rows.begin(), rows.end());
        this->endInsertRows();
    }
    void removeRowsAt(int first, int count) {
        this->beginRemoveRows({}, first, first + count - 1);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + count);
        this->endRemoveRows();
    }

private:
    std::vector<Column<Row>> m_columns;
    std::vector<Row> m_rows;
};

} // namespace hb::models
