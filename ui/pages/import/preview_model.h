// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/file_preview.h"

#include <QAbstractTableModel>

namespace hb::pages {

/// The first rows of a file under two lines of head: the column's name, and what it means here.
class PreviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setPreview(const book::FilePreview& preview);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    book::FilePreview m_preview;
};

} // namespace hb::pages
