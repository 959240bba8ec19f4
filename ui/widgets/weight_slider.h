// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

namespace hb::widgets {

/// A weight from 0 on a line. Dragged it sends `moving` for every step and `changed` once it is let go (Esc
/// goes back); arrows step 1, with Shift 10, Home is 0.
class WeightSlider : public QWidget {
    Q_OBJECT

public:
    WeightSlider(const theme::Theme& theme, QWidget* parent = nullptr);
    /// The line goes to 100, or further where the weight does. Ignored while it is dragged.
    void setWeight(double weight);
    [[nodiscard]] double weight() const { return m_weight; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void moving(double weight);
    void changed(double weight);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRectF line() const;
    [[nodiscard]] double weightAt(double x) const;
    void move(double weight);
    const theme::Theme& m_theme;
    double m_weight = 0;
    double m_most = 100;
    std::optional<double> m_start; ///< of the drag
};

} // namespace hb::widgets
