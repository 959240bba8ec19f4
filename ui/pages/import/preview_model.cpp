// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/preview_model.h"

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
        return QStringLiteral("%1\n%2").arg(column.name, column.meaning);
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    }
    return {};
}

} // namespace hb::pages
