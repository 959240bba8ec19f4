// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/theme/theme.h"

#include <QWidget>

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
/// with an edge of ink, each with its signed number. Painted. Up and Down walk the steps, Enter and a click
/// ask where one comes from.
class WaterfallChart : public QWidget {
    Q_OBJECT

public:
    WaterfallChart(const theme::Theme& theme, QWidget* parent = nullptr);
    void setData(WaterfallData waterfall);
    [[nodiscard]] const WaterfallData& waterfall() const { return m_data; }
    /// The step that the keys or the pointer last chose; -1 before that.
    [[nodiscard]] int currentStep() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Where does a step come from? Not of the ends.
    void activated(int step);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

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
    [[nodiscard]] int stepAt(QPointF place) const; ///< -1: none
    void setCurrent(int step);
    const theme::Theme& m_theme;
    WaterfallData m_data;
    int m_current = -1;
    int m_hovered = -1;
};

} // namespace hb::charts
