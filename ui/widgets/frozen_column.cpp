// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frozen_column.h"

#include <QAbstractItemDelegate>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionViewItem>
#include <QTableView>

namespace hb::widgets {

/// Shows the header's own picture of the first section, and hands a click on it to the header.
class FrozenColumn::Head : public QWidget {
public:
    explicit Head(QTableView& table) : QWidget(&table), m_table(table) {}

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        const QHeaderView& header = *m_table.horizontalHeader();
        const QStyle& style = *header.style();
        QStyleOptionHeader option;
        option.initFrom(&header);
        option.rect = rect();
        option.section = 0;
        option.text = m_table.model()->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString();
        option.textAlignment = Qt::AlignLeft | Qt::AlignVCenter;
        option.state |= QStyle::State_Raised;
        if (header.sortIndicatorSection() == 0) {
            option.sortIndicator = header.sortIndicatorOrder() == Qt::AscendingOrder
                                       ? QStyleOptionHeader::SortDown
                                       : QStyleOptionHeader::SortUp;
        }
        style.drawControl(QStyle::CE_Header, &option, &painter, &header);
    }
    void mouseReleaseEvent(QMouseEvent* event) override {
        if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
            Q_EMIT m_table.horizontalHeader()->sectionClicked(0);
        }
    }
    void mousePressEvent(QMouseEvent* event) override { event->accept(); }

private:
    QTableView& m_table;
};

FrozenColumn::FrozenColumn(const theme::Theme& theme, QTableView& table)
    : QWidget(&table), m_theme(theme), m_table(table), m_head(new Head(table)) {
    setObjectName(QStringLiteral("frozenColumn"));
    m_head->setObjectName(QStringLiteral("frozenHead"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent); // so that painting it again does not paint the table below it
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_head->hide();
    const auto repaint = [this] { update(); };
    connect(table.horizontalScrollBar(), &QScrollBar::valueChanged, this, &FrozenColumn::place);
    connect(table.horizontalHeader(), &QHeaderView::sectionResized, this, &FrozenColumn::place);
    connect(
        table.horizontalHeader(), &QHeaderView::sortIndicatorChanged, m_head, [this] { m_head->update(); });
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, this, repaint);
    table.viewport()->installEventFilter(this);
}

void FrozenColumn::place() {
    const bool scrolled = m_table.horizontalScrollBar()->value() > 0;
    const QRect body = m_table.viewport()->geometry();
    const QRect head = m_table.horizontalHeader()->geometry();
    const int width = m_table.columnWidth(0);
    setGeometry(body.left(), body.top(), width, body.height());
    m_head->setGeometry(head.left(), head.top(), width, head.height());
    for (QWidget* part : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_head)}) {
        part->setVisible(scrolled && (part != m_head || !m_table.horizontalHeader()->isHidden()));
        part->raise();
        part->update();
    }
}

bool FrozenColumn::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) {
        place();
    } else if (event->type() == QEvent::Paint && isVisible()) {
        update(); // selection, focus, data: whatever made the table paint
    }
    return QWidget::eventFilter(watched, event);
}

void FrozenColumn::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
    const QAbstractItemModel& model = *m_table.model();
    int row = m_table.rowAt(0);
    for (; row >= 0 && row < model.rowCount() && m_table.rowViewportPosition(row) < height(); ++row) {
        const QModelIndex index = model.index(row, 0);
        QStyleOptionViewItem option;
        option.initFrom(&m_table);
        option.rect = QRect(0, m_table.rowViewportPosition(row), width(), m_table.rowHeight(row));
        option.widget = &m_table;
        option.state.setFlag(QStyle::State_HasFocus,
                             m_table.hasFocus() && m_table.currentIndex().row() == row);
        option.state.setFlag(QStyle::State_Selected, m_table.selectionModel()->isSelected(index));
        m_table.itemDelegateForIndex(index)->paint(&painter, option, index);
    }
    painter.setPen(m_theme.tokens().line);
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

} // namespace hb::widgets
