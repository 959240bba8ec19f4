// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace hb::widgets {

/// The ranges of a scheme as one bar from 0 to 100, each in its band's fill under its label, with the bounds
/// to drag. Arrows move the current bound by 1, with Shift by 10; Tab walks the bounds; no bound passes
/// another.
class SchemeBar : public QWidget {
    Q_OBJECT

public:
    SchemeBar(const theme::Theme& theme, QWidget* parent = nullptr);
    /// Ends a drag that is under way.
    void setRanges(std::vector<Range> ranges);
    [[nodiscard]] const std::vector<Range>& ranges() const { return m_ranges; }
    /// Without it the bar has no handles and takes no focus.
    void setEditable(bool editable);
    [[nodiscard]] bool isDragging() const { return m_drag.has_value(); }
    /// The bound that keys move: the range that begins there, from 1.
    [[nodiscard]] std::size_t currentBound() const { return m_current; }
    /// Where a bound stands, in the middle of its handle.
    [[nodiscard]] QPointF placeOf(std::size_t bound) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A bound is being dragged and stands here now.
    void boundMoved(int range, double from);
    /// It was let go, or moved by a key.
    void boundSet(int range, double from);
    /// Esc during a drag: all is as it was.
    void dragCancelled();

protected:
    bool event(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Drag {
        double grip = 0; ///< of the pointer from the handle's middle
        std::vector<Range> before;
    };
    [[nodiscard]] QRectF barRect() const;
    [[nodiscard]] double xOf(double score) const;
    [[nodiscard]] double upper(std::size_t range) const;
    [[nodiscard]] std::optional<std::size_t> boundAt(QPointF place) const;
    [[nodiscard]] double within(std::size_t bound, double wanted) const;
    void choose(std::size_t bound);
    void cancelDrag();
    void say();
    void paintRanges(QPainter& painter) const;
    void paintLabel(QPainter& painter, std::size_t range) const;
    void paintBounds(QPainter& painter) const;
    void paintHandle(QPainter& painter, std::size_t bound) const;

    const theme::Theme& m_theme;
    std::vector<Range> m_ranges;
    std::optional<Drag> m_drag;
    std::size_t m_current = 1;
    std::optional<std::size_t> m_hovered;
    bool m_editable = true;
};

} // namespace hb::widgets
