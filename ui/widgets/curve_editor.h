// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "core/model/template_version.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_menu.h"
#include "ui/widgets/curve_scale.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

namespace hb::widgets {

enum class CurveChange : std::uint8_t { Moved, Added, Removed };

/// The curve of a metric over the values that accounts have: points are dragged, a click on the line adds
/// one, Delete removes the selected one. Arrows move it by a step, Shift ten; Tab and Page keys walk points,
/// Home and End go to the ends, Insert adds one behind it; Esc takes a drag back.
class CurveEditor : public QWidget {
    Q_OBJECT

public:
    explicit CurveEditor(const theme::Theme& theme, QWidget* parent = nullptr);
    /// Values strictly increasing. A drag goes on where the curve is the one that it began with or shows.
    void setCurve(std::vector<CurvePoint> curve);
    void setHistogram(std::vector<double> values); ///< in any order
    void setRanges(const Scheme& scheme);
    void setUnit(const QString& unit);
    void setEditable(bool editable);
    /// Lays the value axis anew; else it only follows where the curve leaves it.
    void fit();
    void select(int point); ///< -1: none
    [[nodiscard]] int selection() const { return m_selected; }
    [[nodiscard]] const std::vector<CurvePoint>& curve() const { return m_curve; }
    [[nodiscard]] const ValueAxis& axis() const { return m_axis; }
    [[nodiscard]] bool isDragging() const { return m_drag.has_value(); }
    /// The points of the curve, and how many accounts have which value, as the right button copies them.
    [[nodiscard]] Copies copies();
    [[nodiscard]] Copies copiesOfValues();
    /// Where a point stands in the widget.
    [[nodiscard]] QPointF placeOf(const CurvePoint& point) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// During a drag; the curve it began with when it is taken back.
    void moving(const std::vector<hb::CurvePoint>& curve);
    void changed(const std::vector<hb::CurvePoint>& curve, hb::widgets::CurveChange what);
    void selected(int point);
    /// What a person asked for cannot be: a sentence.
    void refused(const QString& why);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Drag {
        std::vector<CurvePoint> start;
        int startSelection = -1;
        std::size_t at = 0;
        CurvePoint origin;
        QPointF pressed;
        CurveChange what = CurveChange::Moved;
        bool hasMoved = false;
    };

    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double valueAt(double x) const;
    [[nodiscard]] double scoreAt(double y) const;
    [[nodiscard]] std::optional<std::size_t> pointAt(QPointF place) const;
    /// The value under a place on or near the line, where a click would add a point.
    [[nodiscard]] std::optional<double> lineValueAt(QPointF place) const;
    [[nodiscard]] double dragStep() const;
    void dragTo(QPointF place);
    void cancelDrag();
    void hover(QPointF place);
    void commit(std::vector<CurvePoint> curve, CurveChange what);
    void removeSelected();
    void addBehindSelected();
    void nudge(double values, double scores);
    bool walk(int key);
    void describe();
    [[nodiscard]] QString pointText(const CurvePoint& point) const;

    // curve_editor_copy.cpp
    [[nodiscard]] exchange::Table pointsTable() const;
    [[nodiscard]] exchange::Table valuesTable() const;
    [[nodiscard]] QString headOf(const QString& what) const;

    // curve_editor_paint.cpp
    void paintZones(QPainter& painter) const;
    void paintHistogram(QPainter& painter) const;
    void paintScoreLabels(QPainter& painter) const;
    void paintValueLabels(QPainter& painter) const;
    void paintLine(QPainter& painter) const;
    void paintPoints(QPainter& painter) const;
    void paintCard(QPainter& painter, const CurvePoint& point) const;

    const theme::Theme& m_theme;
    std::vector<CurvePoint> m_curve;
    std::vector<double> m_values; ///< increasing
    Scheme m_scheme = redYellowGreenScheme();
    QString m_unit;
    ValueAxis m_axis;
    bool m_editable = true;
    bool m_hasWholeValues = false;
    int m_selected = -1;
    std::optional<std::size_t> m_hovered;
    std::optional<double> m_ghost; ///< the value at which a click would add a point
    std::optional<Drag> m_drag;
};

} // namespace hb::widgets
