// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/waterfall_chart.h"

#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace hb::charts {

namespace {
constexpr int rowHeight = 28, nameWidth = 152, numberWidth = 52, gap = 12, leastWords = 160;
}

WaterfallChart::WaterfallChart(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(&m_theme, &theme::Theme::changed, this, [this] { updateGeometry(), update(); });
}

void WaterfallChart::setData(WaterfallData waterfall) {
    m_data = std::move(waterfall);
    m_current = m_hovered = -1;
    setAccessibleName(tr("What changed"));
    setAccessibleDescription(m_data.description);
    updateGeometry();
    update();
}

QSize WaterfallChart::sizeHint() const {
    return {m_theme.px(nameWidth + numberWidth + gap + 360),
            m_theme.px(rowHeight) * static_cast<int>(rows().size())};
}

QSize WaterfallChart::minimumSizeHint() const {
    return {m_theme.px(nameWidth + numberWidth + gap + 120), sizeHint().height()};
}

std::vector<WaterfallChart::Row> WaterfallChart::rows() const {
    std::vector<Row> result;
    const auto end = [&](const WaterfallEnd& at) {
        result.push_back(Row{.name = at.name,
                             .text = at.text,
                             .sentence = {},
                             .from = 0,
                             .to = at.score,
                             .isEnd = true,
                             .band = at.band});
    };
    end(m_data.before);
    double running = m_data.before.score;
    for (const WaterfallStep& step : m_data.steps) {
        result.push_back(Row{.name = step.name,
                             .text = step.text,
                             .sentence = step.sentence,
                             .from = running,
                             .to = running + step.points});
        running += step.points;
    }
    end(m_data.after);
    return result;
}

QRectF WaterfallChart::barRoom(const QRectF& box) const {
    const double left = box.left() + m_theme.px(nameWidth);
    const double rest = box.right() - left - m_theme.px(numberWidth + 2 * gap);
    const bool hasWords = rest / 2 >= m_theme.px(leastWords); // else the tooltip has them
    return {left, box.top(), hasWords ? rest / 2 : rest, box.height()};
}

void WaterfallChart::paintRow(QPainter& painter, const Row& row, const QRectF& box) const {
    const theme::Tokens& tokens = m_theme.tokens();
    painter.setFont(m_theme.font(row.isEnd ? theme::TextRole::CardTitle : theme::TextRole::Body));
    painter.setPen(tokens.ink);
    const auto words = [&painter](const QRectF& where, const QString& text) {
        painter.drawText(where,
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                         QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, where.width()));
    };
    words(QRectF(box.left(), box.top(), m_theme.px(nameWidth - 8), box.height()), row.name);
    const QRectF room = barRoom(box);
    const auto x = [&room](double score) {
        return room.left() + std::clamp(score, 0.0, 100.0) / 100 * room.width();
    };
    const double thick = m_theme.px(theme::size::bar);
    const QRectF bar(std::min(x(row.from), x(row.to)),
                     box.center().y() - thick / 2,
                     std::max(2.0, std::abs(x(row.to) - x(row.from))),
                     thick);
    const double corner = m_theme.px(theme::radius::bar);
    QPainterPath shape;
    shape.addRoundedRect(bar, corner, corner);
    if (row.isEnd) {
        widgets::fillBandShape(painter, shape, row.band, m_theme);
    } else if (row.to < row.from) {
        painter.fillPath(shape, tokens.muted);
    } else {
        painter.setPen(QPen(tokens.ink, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    }
    painter.setPen(QPen(tokens.controlEdge, 1, Qt::DotLine)); // where the next row begins
    if (!row.isEnd || box.top() == 0) {
        painter.drawLine(QPointF(x(row.to), bar.bottom()),
                         QPointF(x(row.to), box.bottom() + (box.height() - thick) / 2));
    }
    painter.setPen(tokens.ink);
    const QRectF number(room.right(), box.top(), m_theme.px(numberWidth), box.height());
    theme::drawNumber(painter, number, Qt::AlignRight, row.text);
    painter.setFont(m_theme.font(theme::TextRole::Secondary));
    painter.setPen(tokens.muted);
    words(QRectF(number.right() + m_theme.px(gap),
                 box.top(),
                 box.right() - number.right() - m_theme.px(gap),
                 box.height()),
          row.sentence);
}

void WaterfallChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double high = m_theme.px(rowHeight);
    QRectF box(0, 0, width(), high);
    int step = -1; // the first end
    for (const Row& row : rows()) {
        if (!row.isEnd && (step == m_hovered || (hasFocus() && step == m_current))) {
            painter.fillRect(box, m_theme.tokens().accentTint);
        }
        paintRow(painter, row, box);
        box.translate(0, high);
        ++step;
    }
}

int WaterfallChart::stepAt(QPointF place) const {
    const int row = static_cast<int>(place.y()) / std::max(1, m_theme.px(rowHeight));
    return place.y() >= 0 && row > 0 && row <= static_cast<int>(m_data.steps.size()) ? row - 1 : -1;
}

void WaterfallChart::setCurrent(int step) {
    if (m_data.steps.empty()) {
        return;
    }
    m_current = std::clamp(step, 0, static_cast<int>(m_data.steps.size()) - 1);
    const WaterfallStep& now = m_data.steps[static_cast<std::size_t>(m_current)];
    setAccessibleName(now.sentence.isEmpty() ? now.name : now.sentence);
    update();
}

void WaterfallChart::keyPressEvent(QKeyEvent* event) {
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        setCurrent(m_current + (event->key() == Qt::Key_Up ? -1 : 1));
    } else if (plain && m_current >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT activated(m_current);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void WaterfallChart::mouseMoveEvent(QMouseEvent* event) {
    const int step = stepAt(event->position());
    if (step != m_hovered) {
        m_hovered = step;
        update();
    }
}

void WaterfallChart::mousePressEvent(QMouseEvent* event) {
    const int step = stepAt(event->position());
    if (step >= 0) {
        setCurrent(step);
    }
    if (step >= 0 && event->button() == Qt::LeftButton) {
        Q_EMIT activated(step);
    } else {
        QWidget::mousePressEvent(event);
    }
}

void WaterfallChart::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

bool WaterfallChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int step = stepAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           step >= 0 ? m_data.steps[static_cast<std::size_t>(step)].sentence : QString(),
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace hb::charts
