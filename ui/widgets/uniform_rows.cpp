// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/uniform_rows.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace hb::widgets {

UniformRows::UniformRows(const theme::Theme& theme, const Measures& measures, QWidget* parent)
    : RowPicker(parent), m_theme(theme), m_measures(measures) {
    connect(&m_theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void UniformRows::showRows() {
    keepCurrentRow();
    updateGeometry();
    update();
}

void UniformRows::describeRows() {
    QStringList lines;
    for (int row = 0; row < rowCount(); ++row) {
        lines << rowName(row);
    }
    setAccessibleDescription(lines.join(u", "_s));
}

QSize UniformRows::sizeHint() const {
    return {m_theme.px(m_measures.width), m_theme.px(m_measures.height) * rowCount()};
}

QSize UniformRows::minimumSizeHint() const {
    return {m_theme.px(m_measures.leastWidth), sizeHint().height()};
}

QRect UniformRows::rowRect(int row) const {
    const int high = m_theme.px(m_measures.height);
    return {0, row * high, width(), high};
}

int UniformRows::rowAt(QPointF place) const {
    const int row = static_cast<int>(place.y()) / m_theme.px(m_measures.height);
    return place.y() >= 0 && row < rowCount() ? row : -1;
}

void UniformRows::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < rowCount(); ++row) {
        const QRect box = rowRect(row);
        if (!box.intersects(event->rect())) {
            continue;
        }
        if (row == hoveredRow()) {
            painter.fillRect(box, m_theme.tokens().accentTint);
        }
        paintRow(painter, row, box);
        if (hasFocus() && row == currentRow()) {
            painter.setPen(QPen(m_theme.tokens().accent, theme::size::focusRing));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(
                QRectF(box).adjusted(1, 1, -1, -1), theme::radius::control, theme::radius::control);
        }
    }
}

} // namespace hb::widgets
