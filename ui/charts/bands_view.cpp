// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bands_view.h"

#include "core/wording/days.h"
#include "core/wording/numbers.h"
#include "ui/widgets/band_glyph.h"

#include <QLineSeries>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace hb::charts {

namespace {

constexpr std::array layers{Band::Red, Band::Yellow, Band::Green, Band::None}; ///< from the base up
constexpr int glyphSide = 12;

double whole(const BandsPoint& point) {
    return std::accumulate(point.amounts.begin(), point.amounts.end(), 0.0);
}

double amountOf(const BandsPoint& point, Band band) {
    return point.amounts[static_cast<std::size_t>(band)];
}

} // namespace

void BandsView::show(const BandsData& bands) {
    m_data = &bands;
    showData();
}

std::vector<ScaleLabel> BandsView::scale() const {
    return {{0, u"0"_s}, {50, u"50"_s}, {100, u"100"_s}};
}

// Room for the glyph and the share of each band at its end.
int BandsView::rightMargin() const {
    const QFontMetrics metrics(theme().font(theme::TextRole::Caption));
    return theme().px(glyphSide + 3 * theme::space::xs) + metrics.horizontalAdvance(wording::percentText(1));
}

void BandsView::addContents(Day first, Day last) {
    auto* base = new QLineSeries(chart()); // axes stand only where there is something to measure
    base->append(first.number, 0);
    base->append(last.number, 0);
    base->setPen(Qt::NoPen);
    add(base);
}

QPointF BandsView::edge(std::size_t point, std::size_t layer) const {
    const BandsPoint& at = m_data->points[point];
    double below = 0;
    for (std::size_t under = 0; under < layer; ++under) {
        below += amountOf(at, layers[under]);
    }
    return place(at.day, 100 * below / whole(at));
}

void BandsView::paintStretch(QPainter& painter, std::size_t first, std::size_t last) const {
    const double half = first == last ? 1 : 0; // a day alone is a line
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        QPolygonF shape;
        double height = 0;
        for (std::size_t point = first; point <= last; ++point) {
            shape << edge(point, layer + 1) - QPointF(half, 0);
            height += shape.back().y() - edge(point, layer).y();
        }
        for (std::size_t point = last + 1; point > first; --point) {
            shape << edge(point - 1, layer) + QPointF(half, 0);
        }
        if (height == 0) {
            continue;
        }
        QPainterPath path;
        path.addPolygon(shape);
        path.closeSubpath();
        widgets::fillBandShape(painter, path, layers[layer], theme());
        painter.strokePath(path, QPen(theme().tokens().surface, theme::size::hairline));
    }
}

void BandsView::paintUnder(QPainter& painter) const {
    const std::size_t count = m_data->points.size();
    for (std::size_t first = 0; first < count; ++first) {
        if (whole(m_data->points[first]) <= 0) {
            continue;
        }
        std::size_t last = first;
        while (last + 1 < count && whole(m_data->points[last + 1]) > 0) {
            ++last;
        }
        paintStretch(painter, first, last);
        first = last;
    }
}

// The shares of the last day beside their areas. Those of thin ones make room for one another.
void BandsView::paintOver(QPainter& painter) const {
    const std::size_t last = m_data->points.size() - 1;
    const BandsPoint& point = m_data->points[last];
    if (whole(point) <= 0) {
        return;
    }
    std::array<double, layers.size()> amounts{};
    std::ranges::transform(layers, amounts.begin(), [&](Band band) { return amountOf(point, band); });
    const std::vector<QString> percents = wording::percentTexts(amounts);
    const double side = theme().px(glyphSide);
    painter.setFont(theme().font(theme::TextRole::Caption));
    const double high = painter.fontMetrics().height();
    const std::vector<std::pair<std::size_t, double>> middles = labelMiddles(high);
    const double left = edge(last, 0).x() + theme().px(theme::space::xs);
    for (const auto& [layer, middle] : middles) {
        widgets::paintBandGlyph(painter, QRectF(left, middle - side / 2, side, side), layers[layer], theme());
        painter.setPen(theme().tokens().ink);
        const double textLeft = left + side + theme().px(theme::space::xs);
        painter.drawText(QRectF(textLeft, middle - high / 2, width() - textLeft, high),
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                         percents[layer]);
    }
}

/// Where the shares of the last day stand, from the base up: in the middle of their areas, or as near to it
/// as the others and the ends of the scale let them.
std::vector<std::pair<std::size_t, double>> BandsView::labelMiddles(double high) const {
    const std::size_t last = m_data->points.size() - 1;
    std::vector<std::pair<std::size_t, double>> middles;
    double room = edge(last, 0).y() + high / 2;
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        if (amountOf(m_data->points[last], layers[layer]) > 0) {
            const double middle = (edge(last, layer).y() + edge(last, layer + 1).y()) / 2;
            room = std::min(middle, room - high);
            middles.emplace_back(layer, room);
        }
    }
    room = edge(last, layers.size()).y() - high / 2;
    for (std::size_t at = middles.size(); at > 0; --at) {
        double& middle = middles[at - 1].second;
        middle = room = std::max(middle, room + high);
    }
    return middles;
}

QStringList BandsView::cardLines(std::size_t point) const {
    const Day day = dayOf(point);
    QStringList lines{wording::longDayText(day)};
    if (m_data->detail) {
        lines += m_data->detail(day).split(u'\n', Qt::SkipEmptyParts);
    }
    return lines + eventsOf(point);
}

QString BandsView::spoken(std::size_t point) const {
    return cardLines(point).join(u", "_s);
}

} // namespace hb::charts
