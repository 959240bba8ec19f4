// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/row_picker.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace hb::widgets {

namespace {

constexpr int rowsOfPage = 10;

} // namespace

RowPicker::RowPicker(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RowPicker::keepCurrentRow() {
    m_hovered = -1;
    m_current = std::min(m_current, rowCount() - 1);
    const bool isMoved = m_current >= 0 && !m_key.isEmpty() && rowKey(m_current) != m_key;
    for (int row = 0; isMoved && row < rowCount(); ++row) {
        if (rowKey(row) == m_key) {
            m_current = row;
            break;
        }
    }
    m_key = m_current < 0 ? QString() : rowKey(m_current);
}

void RowPicker::clearCurrentRow() {
    m_current = m_hovered = -1;
    m_key.clear();
}

void RowPicker::setCurrent(int row) {
    m_current = std::clamp(row, 0, rowCount() - 1);
    m_key = rowKey(m_current);
    setAccessibleName(rowName(m_current));
    update();
    Q_EMIT currentChanged(m_current);
}

bool RowPicker::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos());
        QToolTip::showText(help->globalPos(), row >= 0 ? rowTip(row) : QString(), this);
        return true;
    }
    if (event->type() == QEvent::FocusIn && m_current < 0 && rowCount() > 0) {
        setCurrent(0);
    }
    return QWidget::event(event);
}

void RowPicker::keyPressEvent(QKeyEvent* event) {
    const int key = event->modifiers() == Qt::NoModifier && rowCount() > 0 ? event->key() : 0;
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        setCurrent(m_current + (key == Qt::Key_Up ? -1 : 1));
    } else if (key == Qt::Key_Home || key == Qt::Key_End) {
        setCurrent(key == Qt::Key_Home ? 0 : rowCount() - 1);
    } else if (key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
        setCurrent(m_current + (key == Qt::Key_PageUp ? -rowsOfPage : rowsOfPage));
    } else if (m_current >= 0 && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        Q_EMIT activated(m_current);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RowPicker::mouseMoveEvent(QMouseEvent* event) {
    const int row = rowAt(event->position());
    if (row != m_hovered) {
        m_hovered = row;
        update();
    }
}

void RowPicker::mousePressEvent(QMouseEvent* event) {
    const int row = rowAt(event->position());
    if (row >= 0) {
        setCurrent(row);
    }
    if (row >= 0 && event->button() == Qt::LeftButton) {
        Q_EMIT activated(row);
    } else {
        QWidget::mousePressEvent(event);
    }
}

void RowPicker::leaveEvent(QEvent* /*event*/) {
    m_hovered = -1;
    update();
}

} // namespace hb::widgets
