// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/waterfall_chart.h"

#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace hb::charts {

namespace {
constexpr int rowHeight = 28, nameWidth = 152, numberWidth = 52, gap = 12, leastWords = 160;
}

WaterfallChart::WaterfallChart(const theme::Theme& theme, QWidget* parent)
    : RowPicker(parent), m_theme(theme) {
    connect(&m_theme, &theme::Theme::changed, this, [this] { updateGeometry(), update(); });
}

void WaterfallChart::setData(WaterfallData waterfall) {
    m_data = std::move(waterfall);
    clearCurrentRow();
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
        if (!row.isEnd && (step == hoveredRow() || (hasFocus() && step == currentRow()))) {
            painter.fillRect(box, m_theme.tokens().accentTint);
        }
        paintRow(painter, row, box);
        box.translate(0, high);
        ++step;
    }
}

int WaterfallChart::rowAt(QPointF place) const {
    const int row = static_cast<int>(place.y()) / std::max(1, m_theme.px(rowHeight));
    return place.y() >= 0 && row > 0 && row <= rowCount() ? row - 1 : -1;
}

QString WaterfallChart::rowName(int row) const {
    const WaterfallStep& step = m_data.steps[static_cast<std::size_t>(row)];
    return step.sentence.isEmpty() ? step.name : step.sentence;
}

QString WaterfallChart::rowTip(int row) const {
    return m_data.steps[static_cast<std::size_t>(row)].sentence;
}

} // namespace hb::charts
