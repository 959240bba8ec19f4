// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/row_picker.h"

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
class FamilyRows : public widgets::RowPicker {
    Q_OBJECT

public:
    FamilyRows(const theme::Theme& theme, QWidget* parent = nullptr);
    void setRows(std::vector<FamilyRow> rows);
    [[nodiscard]] const std::vector<FamilyRow>& rows() const { return m_rows; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int rowAt(QPointF place) const override;
    [[nodiscard]] QString rowName(int row) const override;
    [[nodiscard]] QString rowTip(int row) const override;

private:
    void paintRow(QPainter& painter, const FamilyRow& row, const QRectF& box) const;
    const theme::Theme& m_theme;
    std::vector<FamilyRow> m_rows;
};

} // namespace hb::pages
