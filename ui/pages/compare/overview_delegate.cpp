// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/overview_delegate.h"

#include "core/wording/effect_sentence.h"
#include "ui/pages/compare/overview_table.h"
#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QTableView>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hb::pages {

using theme::TextRole;

namespace {

constexpr int bandGlyph = 14, changeArrow = 8, figureWidth = 40, dot = 6, barTop = 10;
constexpr double wholeScale = 100, leastPart = 3;

} // namespace

OverviewDelegate::OverviewDelegate(const theme::Theme& theme, const OverviewTable& table, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_table(table) {}

QRectF OverviewDelegate::inner(const QRect& cell) const {
    const int pad = m_theme.px(theme::space::s);
    return QRectF(cell).adjusted(pad, 0, -pad, 0);
}

void OverviewDelegate::paint(QPainter* painter,
                             const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const OverviewRow& row = m_table.at(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, row);
    const QRectF box = inner(option.rect);
    const QString words = index.data().toString();
    if (row.isNote) {
        paintNote(*painter, option, index.row());
        painter->restore();
        return;
    }
    const bool isAll = !row.account && row.group == m_table.overview()->all();
    painter->setFont(m_theme.font(isAll ? TextRole::CardTitle : TextRole::Body));
    painter->setPen(m_theme.tokens().ink);
    if (row.account && index.column() <= OverviewTable::Accounts) {
        painter->setClipRect(option.rect); // an account has no count: its name runs on over that column
        paintName(*painter,
                  nameBox(option),
                  row,
                  m_table.index(index.row(), OverviewTable::Name).data().toString());
    } else if (index.column() == OverviewTable::Name) {
        paintName(*painter, box, row, words);
    } else if (index.column() == OverviewTable::Bands && row.isGroup()) {
        paintBands(*painter, option.rect, row.group);
    } else if (index.column() == OverviewTable::Alike && row.isGroup()) {
        paintAlike(*painter, box, row.group, words);
    } else {
        paintWords(*painter, box, index, words);
    }
    painter->restore();
}

void OverviewDelegate::paintGround(QPainter& painter,
                                   const QStyleOptionViewItem& option,
                                   const OverviewRow& row) const {
    const theme::Tokens& tokens = m_theme.tokens();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || !row.isGroup()) {
        painter.fillRect(option.rect, isSelected ? tokens.accentTint : tokens.canvas);
    }
    painter.setPen(tokens.line);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

QRectF OverviewDelegate::nameBox(const QStyleOptionViewItem& option) const {
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    if (!view) {
        return inner(option.rect);
    }
    const int wide = view->columnWidth(OverviewTable::Name) + view->columnWidth(OverviewTable::Accounts);
    return inner(QRect(
        view->columnViewportPosition(OverviewTable::Name), option.rect.top(), wide, option.rect.height()));
}

/// A group has a sign that says whether it is open; an account stands further in, with its glyph.
void OverviewDelegate::paintName(QPainter& painter,
                                 const QRectF& box,
                                 const OverviewRow& row,
                                 const QString& name) const {
    const double side = m_theme.px(bandGlyph);
    const double gap = m_theme.px(theme::space::xs);
    double left = box.left();
    if (row.account) {
        left += side + gap;
        widgets::paintBandGlyph(painter,
                                QRectF(left, box.center().y() - side / 2, side, side),
                                m_table.scoreOf(*row.account).band,
                                m_theme);
    } else if (row.group < m_table.overview()->all()) {
        const theme::Icon icon =
            m_table.isOpen(row.group) ? theme::Icon::ChevronDown : theme::Icon::ChevronRight;
        painter.drawPixmap(
            QPointF(left, box.center().y() - side / 2),
            theme::iconPixmap(
                icon, m_theme.tokens().muted, static_cast<int>(side), painter.device()->devicePixelRatioF()));
    }
    left += side + gap;
    const QRectF place(left, box.top(), box.right() - left, box.height());
    painter.drawText(place,
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(
                         name, Qt::ElideRight, static_cast<int>(std::max(0.0, place.width()))));
}

/// The line runs on over all columns, each of which paints its piece of it.
void OverviewDelegate::paintNote(QPainter& painter, const QStyleOptionViewItem& option, int row) const {
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    const double first = view ? view->columnViewportPosition(OverviewTable::Name) : option.rect.left();
    const double left =
        first + m_theme.px(theme::space::s) + 2 * (m_theme.px(bandGlyph) + m_theme.px(theme::space::xs));
    const QString note = m_table.index(row, OverviewTable::Name).data().toString();
    painter.setClipRect(option.rect);
    painter.setFont(m_theme.font(TextRole::Body));
    painter.setPen(m_theme.tokens().muted);
    const QRectF line(
        left, option.rect.top(), QFontMetricsF(painter.font()).horizontalAdvance(note), option.rect.height());
    const int flags =
        static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip;
    painter.drawText(line, flags, note);
    painter.setPen(m_theme.tokens().accent);
    painter.drawText(line.translated(line.width() + m_theme.px(theme::space::s), 0), flags, tr("Show all"));
}

std::array<QRectF, 4> OverviewDelegate::partsOf(const QRect& cell, std::size_t group) const {
    const QRectF box = inner(cell);
    const std::array<double, 4> shares = m_table.bandShares(group);
    const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
    std::array<QRectF, 4> parts;
    double left = box.left();
    for (std::size_t band = 0; band < parts.size() && total > 0; ++band) {
        const double part = shares[band] > 0 ? std::max(leastPart, shares[band] / total * box.width()) : 0;
        const double right = std::min(left + part, box.right());
        parts[band] =
            QRectF(left, box.top() + m_theme.px(barTop), right - left, m_theme.px(theme::size::bar));
        left = right;
    }
    return parts;
}

std::optional<Band>
OverviewDelegate::bandAt(const QRect& cell, std::size_t group, const QPoint& place) const {
    const std::array<QRectF, 4> parts = partsOf(cell, group);
    for (std::size_t band = 0; band < parts.size(); ++band) {
        if (parts[band].width() > 0 && place.x() >= parts[band].left() && place.x() < parts[band].right()) {
            return static_cast<Band>(band);
        }
    }
    return std::nullopt;
}

/// The number of a part stands under it, where there is room.
void OverviewDelegate::paintBands(QPainter& painter, const QRect& cell, std::size_t group) const {
    const std::array<QRectF, 4> parts = partsOf(cell, group);
    const auto& bands = m_table.overview()->group(group).bands;
    painter.setFont(m_theme.font(TextRole::Caption));
    const double barRadius = m_theme.px(theme::radius::bar);
    double left = cell.left(); // two numbers side by side must not read as one
    for (std::size_t band = 0; band < parts.size(); ++band) {
        if (parts[band].width() <= 0) {
            continue;
        }
        QPainterPath shape;
        shape.addRoundedRect(parts[band].adjusted(0, 0, -1, 0), barRadius, barRadius);
        widgets::fillBandShape(painter, shape, static_cast<Band>(band), m_theme);
        if (m_table.onlyOf(group) == static_cast<OverviewOnly>(band)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(m_theme.tokens().ink, 2 * theme::size::hairline));
            painter.drawRoundedRect(parts[band].adjusted(-1, -2, 0, 2), barRadius, barRadius);
        }
        const QString number = m_table.countBy() == CountBy::Arr
                                   ? wording::tallyMoney(bands[band])
                                   : QLocale().toString(static_cast<qulonglong>(bands[band].accounts));
        const double wide = theme::numberWidth(painter.fontMetrics(), number);
        left = std::max(left, parts[band].left());
        if (left + wide <= parts[band].right()) {
            painter.setPen(m_theme.band(static_cast<Band>(band)).text);
            theme::drawNumber(painter,
                              QRectF(left, parts[band].bottom(), wide, cell.bottom() - parts[band].bottom()),
                              Qt::AlignLeft,
                              number);
            left += wide + m_theme.px(theme::space::s);
        }
    }
}

void OverviewDelegate::paintAlike(QPainter& painter,
                                  const QRectF& box,
                                  std::size_t group,
                                  const QString& text) const {
    const auto mean = m_table.alikeOf(group);
    if (!mean || !mean->adjusted) {
        painter.setPen(m_theme.tokens().muted);
        painter.drawText(box, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), text);
        return;
    }
    const double figure = m_theme.px(figureWidth);
    theme::drawNumber(painter, QRectF(box.left(), box.top(), figure, box.height()), Qt::AlignRight, text);
    const QRectF scale = box.adjusted(figure + m_theme.px(theme::space::m), 0, 0, 0);
    const auto placeOf = [&](double score) {
        return scale.left() + std::clamp(score / wholeScale, 0.0, 1.0) * scale.width();
    };
    const double middle = scale.center().y();
    painter.setPen(QPen(m_theme.tokens().line, theme::size::hairline));
    painter.drawLine(QPointF(scale.left(), middle), QPointF(scale.right(), middle));
    painter.setPen(QPen(m_theme.tokens().muted, 2 * theme::size::hairline));
    painter.drawLine(QPointF(placeOf(mean->low), middle), QPointF(placeOf(mean->high), middle));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().ink);
    const double half = m_theme.px(dot) / 2.0;
    painter.drawEllipse(QPointF(placeOf(*mean->adjusted), middle), half, half);
}

void OverviewDelegate::paintWords(QPainter& painter,
                                  const QRectF& box,
                                  const QModelIndex& index,
                                  const QString& words) const {
    const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
    const QFontMetricsF metrics(painter.font());
    if (index.column() == OverviewTable::Change && !words.isEmpty()) {
        // A change that reads 0.0 has no direction.
        const double change = std::round(m_table.change(m_table.at(index.row())).value_or(0) * 10);
        const double side = m_theme.px(changeArrow);
        const double left =
            box.right() - theme::numberWidth(metrics, words) - side - m_theme.px(theme::space::xs);
        widgets::paintTrendArrow(painter,
                                 QRectF(left, box.center().y() - side / 2, side, side),
                                 change < 0   ? scoring::Direction::Down
                                 : change > 0 ? scoring::Direction::Up
                                              : scoring::Direction::Steady,
                                 m_theme.tokens().ink);
    }
    if (alignment.testFlag(Qt::AlignRight) && theme::numberWidth(metrics, words) <= box.width()) {
        theme::drawNumber(painter, box, Qt::AlignRight, words);
        return;
    }
    painter.drawText(box,
                     static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     metrics.elidedText(words, Qt::ElideRight, box.width()));
}

} // namespace hb::pages
