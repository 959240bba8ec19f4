// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/preview_model.h"

#include "ui/pages/import/import_words.h"

namespace hb::pages {

void PreviewModel::setPreview(const book::FilePreview& preview) {
    beginResetModel(); // another file: nothing of the old one stays
    m_preview = preview;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_preview.rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_preview.columns.size());
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    return m_preview.rows[static_cast<std::size_t>(index.row())].value(index.column());
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const book::FileColumn& column = m_preview.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) {
        return column.name + QChar::LineFeed + useWord(column);
    }
    if (role == Qt::ToolTipRole) {
        return column.name;
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    }
    return {};
}

} // namespace hb::pages
