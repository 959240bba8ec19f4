// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/family_rows.h"

#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"

#include <QPainter>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int glyphSize = 14, glyphWidth = 24, scoreWidth = 72, arrWidth = 88, leastName = 120;
}

FamilyRows::FamilyRows(const theme::Theme& theme, QWidget* parent) : RowPicker(parent), m_theme(theme) {
    connect(&m_theme, &theme::Theme::changed, this, [this] { updateGeometry(), update(); });
}

void FamilyRows::setRows(std::vector<FamilyRow> rows) {
    m_rows = std::move(rows);
    keepCurrentRow();
    QStringList lines;
    for (int row = 0; row < rowCount(); ++row) {
        lines << rowName(row);
    }
    setAccessibleDescription(lines.join(u", "_s));
    updateGeometry();
    update();
}

QSize FamilyRows::sizeHint() const {
    return {m_theme.px(glyphWidth + 2 * leastName + scoreWidth + arrWidth),
            m_theme.px(theme::size::row) * rowCount()};
}

QSize FamilyRows::minimumSizeHint() const {
    return {m_theme.px(glyphWidth + leastName + scoreWidth + arrWidth), sizeHint().height()};
}

int FamilyRows::rowAt(QPointF place) const {
    const int row = static_cast<int>(place.y()) / m_theme.px(theme::size::row);
    return place.y() >= 0 && row < rowCount() ? row : -1;
}

QString FamilyRows::rowName(int row) const {
    const FamilyRow& named = m_rows[static_cast<std::size_t>(row)];
    return u"%1: %2"_s.arg(named.name, named.score);
}

QString FamilyRows::rowTip(int row) const {
    return m_rows[static_cast<std::size_t>(row)].tip;
}

void FamilyRows::paintRow(QPainter& painter, const FamilyRow& row, const QRectF& box) const {
    const theme::Tokens& tokens = m_theme.tokens();
    const double side = m_theme.px(glyphSize);
    const double gap = m_theme.px(theme::space::s);
    widgets::paintBandGlyph(
        painter, QRectF(box.left(), box.center().y() - side / 2, side, side), row.band, m_theme);
    const double arrRoom = m_theme.px(arrWidth);
    const double scoreRoom = m_theme.px(scoreWidth);
    const QRectF name = box.adjusted(m_theme.px(glyphWidth), 0, -arrRoom - scoreRoom - gap, 0);
    painter.setFont(m_theme.font(theme::TextRole::Body));
    painter.setPen(tokens.ink);
    painter.drawText(name,
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                     QFontMetricsF(painter.font()).elidedText(row.name, Qt::ElideRight, name.width()));
    painter.setPen(row.band == Band::None ? tokens.muted : tokens.ink);
    theme::drawNumber(painter,
                      QRectF(box.right() - arrRoom - scoreRoom, box.top(), scoreRoom, box.height()),
                      Qt::AlignRight,
                      row.score);
    painter.setPen(tokens.muted);
    theme::drawNumber(painter,
                      QRectF(box.right() - arrRoom, box.top(), arrRoom - gap, box.height()),
                      Qt::AlignRight,
                      row.arr);
}

void FamilyRows::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int high = m_theme.px(theme::size::row);
    for (int at = 0; at < rowCount(); ++at) {
        const QRectF box(0, at * high, width(), high);
        const bool isCurrent = hasFocus() && at == currentRow();
        if (at == hoveredRow() || isCurrent) {
            painter.setPen(isCurrent ? QPen(m_theme.tokens().accent, theme::size::focusRing)
                                     : QPen(m_theme.tokens().line));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(
                box.adjusted(1, 1, -1, -1), theme::radius::control, theme::radius::control);
        }
        paintRow(painter,
                 m_rows[static_cast<std::size_t>(at)],
                 box.adjusted(m_theme.px(theme::space::xs), 0, 0, 0));
    }
}

} // namespace hb::pages
