// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/widgets/uniform_rows.h"

#include <optional>
#include <vector>

namespace hb::widgets {

/// One row of "costs points", in words and numbers already made.
struct CostRow {
    Band band = Band::None;
    std::optional<theme::Icon> mark; ///< in place of the glyph: of exceptions and overrides
    QString name;
    double fraction = 0; ///< of the bar's room, 0..1
    QString points;
    QString value;
    QString age;
    QString helps;
    QString who; ///< can help
    QString tooltip;
};

/// The rows as bars, 32 high each: glyph, name, bar in the metric's band fill, points, value, age, what helps
/// and who. activated() asks where a row comes from.
class CostList : public UniformRows {
    Q_OBJECT

public:
    CostList(const theme::Theme& theme, QWidget* parent = nullptr);
    void setRows(std::vector<CostRow> rows);
    [[nodiscard]] const std::vector<CostRow>& rows() const { return m_rows; }

protected:
    void paintRow(QPainter& painter, int row, const QRectF& box) const override;
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QString rowName(int row) const override;
    [[nodiscard]] QString rowTip(int row) const override;
    [[nodiscard]] QString rowKey(int row) const override {
        return m_rows[static_cast<std::size_t>(row)].name;
    }

private:
    [[nodiscard]] double nameRoom() const;
    std::vector<CostRow> m_rows;
};

} // namespace hb::widgets
