// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_data.h"
#include "ui/theme/theme.h"

#include <QChartView>

class QCategoryAxis;
class QLineSeries;

namespace hb::charts {

/// The QChartView behind TrendChart: axes, zones and lines are Qt Charts'; markers, last point, rule and card
/// are painted over.
class TrendView : public QChartView {
    Q_OBJECT

public:
    TrendView(const theme::Theme& theme, QWidget* parent);
    /// `trend` stays with its owner, and alive.
    void show(const TrendData& trend);
    [[nodiscard]] std::optional<std::size_t> pointed() const { return m_pointed; }

Q_SIGNALS:
    void dayChosen(hb::Day day);

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void build();
    [[nodiscard]] int labelRoom() const;
    [[nodiscard]] int rightMargin() const;
    void addAxes(Day first, Day last);
    void addZones(Day first, Day last);
    void addLines();
    void addStretch(const std::vector<QPointF>& stretch, const QPen& pen);
    void point(std::optional<std::size_t> at);
    [[nodiscard]] QPointF place(Day day, double score) const;
    void paintMarkers(QPainter& painter) const;
    void paintLastPoint(QPainter& painter) const;
    void paintRule(QPainter& painter) const;
    /// Where markers are painted; those of neighbouring days share a place.
    struct MarkerPlace {
        QRectF box;
        double x = 0; ///< of the day
        MarkerKind kind = MarkerKind::Note;
        QString name;
        QStringList lines; ///< "Mon 30 Mar 2026: Renewed"
    };
    [[nodiscard]] std::vector<MarkerPlace> markerPlaces() const;
    [[nodiscard]] MarkerPlace placeOf(const TrendMarker& marker) const;
    [[nodiscard]] QStringList cardLines(const TrendPoint& point) const;

    const theme::Theme& m_theme;
    const TrendData* m_trend = nullptr;
    QCategoryAxis* m_timeAxis = nullptr;
    QCategoryAxis* m_scoreAxis = nullptr;
    std::optional<std::size_t> m_pointed;
    int m_builtWidth = 0;
    int m_builtLabels = 0;
};

} // namespace hb::charts
