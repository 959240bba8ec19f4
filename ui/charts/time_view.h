// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_data.h"
#include "ui/theme/theme.h"

#include <QChartView>

class QAbstractSeries;
class QCategoryAxis;

namespace hb::charts {

/// A label of the scale of 0 to 100.
struct ScaleLabel {
    double at = 0;
    QString text;
};

/// The QChartView behind what is drawn over time: a time axis, a scale of 0 to 100, markers, and a rule with
/// a card that the pointer and the keys move over the days. Who inherits draws lines or areas.
class TimeView : public QChartView {
    Q_OBJECT

public:
    [[nodiscard]] std::optional<std::size_t> pointed() const { return m_pointed; }

Q_SIGNALS:
    void dayChosen(hb::Day day);

protected:
    TimeView(const theme::Theme& theme, QWidget* parent);
    /// Shows what the functions below now say.
    void showData();

    [[nodiscard]] virtual std::size_t pointCount() const = 0;
    [[nodiscard]] virtual Day dayOf(std::size_t point) const = 0;
    [[nodiscard]] virtual std::vector<ScaleLabel> scale() const = 0;
    /// The chart as a sentence, and one of its points.
    [[nodiscard]] virtual QString spoken() const = 0;
    [[nodiscard]] virtual QString spoken(std::size_t point) const = 0;
    /// The lines of the card of a point; the first is its head.
    [[nodiscard]] virtual QStringList cardLines(std::size_t point) const = 0;
    [[nodiscard]] virtual const std::vector<TrendMarker>& markers() const = 0;
    /// Room for half a label of the time axis and for what stands after the last point.
    [[nodiscard]] virtual int rightMargin() const = 0;
    virtual void addContents(Day first, Day last) = 0;
    /// Over the contents: under the markers, and over them but under rule and card.
    virtual void paintUnder(QPainter& /*painter*/) const {}
    virtual void paintOver(QPainter& painter) const = 0;

    [[nodiscard]] const theme::Theme& theme() const { return m_theme; }
    void add(QAbstractSeries* series);
    [[nodiscard]] QPointF place(Day day, double value) const;
    /// What happened since the point before this one.
    [[nodiscard]] QStringList eventsOf(std::size_t point) const;

    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    /// Where markers are painted; those of neighbouring days share a place.
    struct MarkerPlace {
        QRectF box;
        double x = 0; ///< of the day
        MarkerKind kind = MarkerKind::Note;
        QString name;
        QStringList lines; ///< "Mon 30 Mar 2026: Renewed"
    };
    void build();
    [[nodiscard]] int labelRoom() const;
    void addAxes(Day first, Day last);
    void point(std::optional<std::size_t> at);
    void paintMarkers(QPainter& painter) const;
    void paintRule(QPainter& painter) const;
    [[nodiscard]] std::vector<MarkerPlace> markerPlaces() const;
    [[nodiscard]] MarkerPlace placeOf(const TrendMarker& marker) const;

    const theme::Theme& m_theme;
    QCategoryAxis* m_timeAxis = nullptr; ///< null while there is nothing to show
    QCategoryAxis* m_scale = nullptr;
    std::optional<std::size_t> m_pointed;
    int m_builtWidth = 0;
    int m_builtLabels = 0;
};

/// A pen of the same width at any scale of the chart.
[[nodiscard]] QPen cosmetic(const QColor& colour, double width, Qt::PenStyle style = Qt::SolidLine);

} // namespace hb::charts
