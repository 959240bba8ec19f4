// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/scatter_chart.h"

#include "ui/theme/number_text.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace hb::charts {

namespace {
constexpr int high = 260, wide = 640, leastWide = 360, leftRoom = 56, bottomRoom = 20, reach = 12;
constexpr std::array sides{6, 6, 9, 13}; // by Soonness
} // namespace

ScatterChart::ScatterChart(const theme::Theme& theme, QWidget* parent) : RowPicker(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &theme::Theme::changed, this, [this] {
        m_cloud = {};
        updateGeometry();
        update();
    });
}

void ScatterChart::setData(ScatterData scatter) {
    m_data = std::move(scatter);
    m_low = 0;
    m_high = 1;
    if (!m_data.points.empty()) {
        const auto [least, most] = std::ranges::minmax_element(m_data.points, {}, &ScatterPoint::amount);
        m_low = std::floor(std::log10(least->amount));
        m_high = std::max(std::ceil(std::log10(most->amount)), m_low + 1);
    }
    m_cloud = {};
    keepCurrentRow();
    setAccessibleName(tr("Score and ARR"));
    setAccessibleDescription(m_data.description);
    update();
}

QSize ScatterChart::sizeHint() const {
    return {m_theme.px(wide), m_theme.px(high)};
}

QSize ScatterChart::minimumSizeHint() const {
    return {m_theme.px(leastWide), m_theme.px(high)};
}

QRectF ScatterChart::plot() const {
    const double edge = m_theme.px(theme::space::s);
    return {static_cast<double>(m_theme.px(leftRoom)),
            edge,
            width() - m_theme.px(leftRoom) - 2 * edge,
            height() - m_theme.px(bottomRoom) - edge};
}

QPointF ScatterChart::placeOf(std::size_t point) const {
    const ScatterPoint& at = m_data.points[point];
    const QRectF box = plot();
    const double up = (std::log10(at.amount) - m_low) / (m_high - m_low);
    return {box.left() + box.width() * std::clamp(at.score, 0.0, 100.0) / 100,
            box.bottom() - box.height() * up};
}

double ScatterChart::sideOf(Soonness soon) const {
    return m_theme.px(sides.at(static_cast<std::size_t>(soon)));
}

void ScatterChart::paintScales(QPainter& painter) const {
    const theme::Tokens& tokens = m_theme.tokens();
    const QRectF box = plot();
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    const double line = QFontMetricsF(painter.font()).height();
    for (double decade = m_low; decade <= m_high; ++decade) {
        const double y = std::round(box.bottom() - box.height() * (decade - m_low) / (m_high - m_low)) + 0.5;
        painter.setPen(QPen(tokens.line, theme::size::hairline));
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
        painter.setPen(tokens.muted);
        theme::drawNumber(painter,
                          {0, y - line / 2, box.left() - m_theme.px(theme::space::xs), line},
                          Qt::AlignRight,
                          m_data.amountText(std::pow(10, decade)));
    }
    for (const double score : m_data.scale) {
        const double x = std::round(box.left() + box.width() * score / 100) + 0.5;
        painter.setPen(QPen(tokens.line, theme::size::hairline));
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
        painter.setPen(tokens.muted);
        theme::drawNumber(painter,
                          {x - line * 2, box.bottom() + m_theme.px(2), line * 4, line},
                          Qt::AlignHCenter,
                          QLocale().toString(score, 'g', 4));
    }
}

/// A point, painted once for all of its kind. Without a renewal day hollow: it is not known to be later.
QPixmap ScatterChart::stampOf(Band band, Soonness soon) const {
    const theme::BandStyle& style = m_theme.band(band);
    const double radius = sideOf(soon) / 2;
    const bool isHollow = soon == Soonness::Unknown;
    const double ratio = devicePixelRatioF();
    const int side = static_cast<int>(std::ceil(sideOf(soon))) + 2; // with its edge
    QPixmap stamp(QSize(side, side) * ratio);
    stamp.setDevicePixelRatio(ratio);
    stamp.fill(Qt::transparent);
    QPainter painter(&stamp);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(isHollow ? m_theme.tokens().surface : style.fill);
    painter.setPen(QPen(isHollow || band == Band::Yellow ? style.line : m_theme.tokens().surface, 1));
    painter.drawEllipse(QPointF(side / 2.0, side / 2.0), radius, radius);
    return stamp;
}

void ScatterChart::paintCloud() {
    const double ratio = devicePixelRatioF();
    m_cloud = QPixmap(size() * ratio);
    m_cloud.setDevicePixelRatio(ratio);
    m_cloud.fill(Qt::transparent);
    QPainter painter(&m_cloud);
    painter.setRenderHint(QPainter::Antialiasing);
    paintScales(painter);
    std::array<std::array<QPixmap, sides.size()>, 4> stamps; // by band
    for (std::size_t at = 0; at < m_data.points.size(); ++at) {
        const ScatterPoint& point = m_data.points[at];
        QPixmap& stamp =
            stamps.at(static_cast<std::size_t>(point.band)).at(static_cast<std::size_t>(point.soon));
        if (stamp.isNull()) {
            stamp = stampOf(point.band, point.soon);
        }
        const QPointF corner = placeOf(at) - QRectF({}, stamp.deviceIndependentSize()).center();
        painter.drawPixmap(QPointF((corner * ratio).toPoint()) / ratio, stamp);
    }
}

void ScatterChart::paintEvent(QPaintEvent*) {
    if (m_data.points.empty()) {
        return;
    }
    if (m_cloud.isNull()) {
        paintCloud();
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(0, 0, m_cloud);
    const auto ring = [&](int row, const QColor& colour) {
        const auto at = static_cast<std::size_t>(row);
        const double radius = sideOf(m_data.points[at].soon) / 2 + m_theme.px(theme::size::focusDistance);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, theme::size::focusRing));
        painter.drawEllipse(placeOf(at), radius, radius);
    };
    if (hoveredRow() >= 0 && hoveredRow() < rowCount()) {
        ring(hoveredRow(), m_theme.tokens().controlEdge);
    }
    if (hasFocus() && currentRow() >= 0 && currentRow() < rowCount()) {
        ring(currentRow(), m_theme.tokens().accent);
        painter.setPen(m_theme.tokens().ink);
        painter.setFont(m_theme.font(theme::TextRole::Caption));
        painter.drawText(plot(), Qt::AlignLeft | Qt::AlignTop, rowName(currentRow()));
    }
}

void ScatterChart::resizeEvent(QResizeEvent* event) {
    m_cloud = {};
    RowPicker::resizeEvent(event);
}

int ScatterChart::rowAt(QPointF place) const {
    int nearest = -1;
    double least = std::pow(m_theme.px(reach), 2);
    for (int row = 0; row < rowCount(); ++row) {
        const QPointF away = placeOf(static_cast<std::size_t>(row)) - place;
        const double distance = QPointF::dotProduct(away, away);
        if (distance <= least) {
            least = distance;
            nearest = row;
        }
    }
    return nearest;
}

QString ScatterChart::rowName(int row) const {
    return m_data.wordsOf(m_data.points[static_cast<std::size_t>(row)]);
}

QString ScatterChart::rowKey(int row) const {
    return m_data.keyOf ? m_data.keyOf(m_data.points[static_cast<std::size_t>(row)]) : QString();
}

} // namespace hb::charts
