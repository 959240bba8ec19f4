// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/table_model.h"

#include <algorithm>

namespace hb::pages {

/// A table that its heads sort. Whatever has no value stands last in either order, and new rows come in the
/// order that stands.
template <typename Row>
class SortedTable : public models::TableModel<Row> {
public:
    using models::TableModel<Row>::TableModel;

    void show(std::vector<Row> rows) {
        order(rows);
        this->setRows(std::move(rows));
    }
    void sort(int column, Qt::SortOrder direction) override {
        m_column = column;
        m_direction = direction;
        show(this->rows());
    }

protected:
    [[nodiscard]] virtual QVariant sortValue(const Row& row, int column) const = 0;

private:
    void order(std::vector<Row>& rows) const {
        if (m_column < 0) {
            return;
        }
        std::ranges::stable_sort(rows, [this](const Row& left, const Row& right) {
            const QVariant a = sortValue(left, m_column);
            const QVariant b = sortValue(right, m_column);
            if (!a.isValid() || !b.isValid()) {
                return a.isValid() && !b.isValid();
            }
            const QPartialOrdering order = QVariant::compare(a, b);
            return m_direction == Qt::AscendingOrder ? order == QPartialOrdering::Less
                                                     : order == QPartialOrdering::Greater;
        });
    }
    int m_column = -1;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
};

} // namespace hb::pages
