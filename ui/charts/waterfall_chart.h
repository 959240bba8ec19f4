// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/row_picker.h"

#include <vector>

namespace hb::charts {

/// One end of a waterfall: a day's score.
struct WaterfallEnd {
    QString name; ///< "1 Mar"
    double score = 0;
    Band band = Band::None;
    QString text; ///< "56.4"
};

/// One step between the ends.
struct WaterfallStep {
    QString name;
    double points = 0; ///< signed
    QString text;      ///< "−9.2"
    QString sentence;
};

struct WaterfallData {
    WaterfallEnd before, after;
    std::vector<WaterfallStep> steps;
    QString description; ///< the whole as a sentence
};

/// From the old score to the new, a row a line: ends in their band's fill, a loss solid muted, a gain hollow
/// with an edge of ink, each with its signed number. Its steps are the rows to pick: activated() asks where
/// one comes from.
class WaterfallChart : public widgets::RowPicker {
    Q_OBJECT

public:
    WaterfallChart(const theme::Theme& theme, QWidget* parent = nullptr);
    void setData(WaterfallData waterfall);
    [[nodiscard]] const WaterfallData& waterfall() const { return m_data; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_data.steps.size()); }
    [[nodiscard]] int rowAt(QPointF place) const override;
    [[nodiscard]] QString rowName(int row) const override;
    [[nodiscard]] QString rowTip(int row) const override;

private:
    struct Row {
        QString name, text, sentence;
        double from = 0, to = 0;
        bool isEnd = false;
        Band band = Band::None;
    };
    [[nodiscard]] std::vector<Row> rows() const;
    void paintRow(QPainter& painter, const Row& row, const QRectF& box) const;
    [[nodiscard]] QRectF barRoom(const QRectF& box) const;
    const theme::Theme& m_theme;
    WaterfallData m_data;
};

} // namespace hb::charts
