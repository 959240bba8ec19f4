// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/widgets/uniform_rows.h"

#include <vector>

namespace hb::pages {

/// One account of a family, in words already made.
struct FamilyRow {
    QString key;
    Band band = Band::None;
    QString name;
    QString score; ///< or why there is none
    QString arr;   ///< empty: unknown
    QString tip;
};

/// Accounts as rows, 32 high each: glyph, name, score, ARR. activated() asks to open one.
class FamilyRows : public widgets::UniformRows {
    Q_OBJECT

public:
    FamilyRows(const theme::Theme& theme, QWidget* parent = nullptr);
    void setRows(std::vector<FamilyRow> rows);
    [[nodiscard]] const std::vector<FamilyRow>& rows() const { return m_rows; }

protected:
    void paintRow(QPainter& painter, int row, const QRectF& box) const override;
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QString rowName(int row) const override;
    [[nodiscard]] QString rowTip(int row) const override;
    [[nodiscard]] QString rowKey(int row) const override { return m_rows[static_cast<std::size_t>(row)].key; }

private:
    std::vector<FamilyRow> m_rows;
};

} // namespace hb::pages
