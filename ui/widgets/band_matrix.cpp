// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/band_matrix.h"

#include "core/wording/effect_sentence.h"
#include "core/wording/numbers.h"
#include "ui/widgets/band_glyph.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace hb::widgets {

namespace {

constexpr int matrixRowHigh = 36, headHigh = 24, headWide = 72, cellGlyph = 12;
constexpr int headLeft = theme::space::xs; // the ring of the focus does not cut the heads
constexpr std::size_t bands = 4;

Band band(std::size_t at) {
    return static_cast<Band>(at);
}

QString meaning(Band before, Band after) {
    if (before == Band::None || after == Band::None || before == after) {
        return {};
    }
    return after < before ? BandMatrix::tr("worse") : BandMatrix::tr("better");
}

} // namespace

BandMatrix::BandMatrix(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setDays(tr("then"), tr("now"));
    setAccessibleName(tr("From which band to which"));
    connect(&theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

// Wide enough for the names of the rows, and for the days over them.
int BandMatrix::headRoom() const {
    const QFontMetrics metrics(m_theme.font(theme::TextRole::Caption));
    return m_theme.px(headLeft) +
           std::max(m_theme.px(headWide), metrics.horizontalAdvance(m_corner) + m_theme.px(theme::space::m));
}

void BandMatrix::setDays(const QString& before, const QString& after) {
    m_corner = tr("%1 \u2192 %2").arg(before, after);
    updateGeometry();
    update();
}

QSize BandMatrix::sizeHint() const {
    const int cell = m_theme.px(56);
    return {headRoom() + static_cast<int>(bands) * cell,
            m_theme.px(headHigh) + static_cast<int>(bands) * cellHigh()};
}

void BandMatrix::setMovement(const analytics::Movement& movement) {
    for (std::size_t before = 0; before < bands; ++before) {
        for (std::size_t after = 0; after < bands; ++after) {
            const analytics::Tally& tally = movement.cells[before][after];
            m_cells[before][after] = tally.accounts == 0 ? Cell{}
                                                         : Cell{.count = wording::countText(tally.accounts),
                                                                .amounts = wording::tallyAmounts(tally),
                                                                .money = wording::tallyMoney(tally)};
        }
    }
    describe();
    updateGeometry();
    update();
}

int BandMatrix::moneyHigh() const {
    return QFontMetrics(m_theme.font(theme::TextRole::Caption)).height();
}

/// As the cell with the most currencies needs it.
int BandMatrix::cellHigh() const {
    qsizetype most = 1;
    for (const auto& row : m_cells) {
        for (const Cell& cell : row) {
            most = std::max(most, cell.amounts.size());
        }
    }
    return m_theme.px(matrixRowHigh) + static_cast<int>(most - 1) * moneyHigh();
}

void BandMatrix::setChosen(std::optional<std::pair<Band, Band>> cell) {
    m_chosen = cell;
    update();
}

QRect BandMatrix::cellRect(Band before, Band after) const {
    const int left = headRoom();
    const int top = m_theme.px(headHigh);
    const int wide = (width() - left) / static_cast<int>(bands);
    const int high = cellHigh();
    return {left + static_cast<int>(after) * wide, top + static_cast<int>(before) * high, wide, high};
}

void BandMatrix::describe() {
    QStringList moves;
    for (std::size_t before = 0; before < bands; ++before) {
        for (std::size_t after = 0; after < bands; ++after) {
            const Cell& cell = m_cells[before][after];
            if (before != after && !cell.count.isEmpty()) {
                moves.append(cellWords(band(before), band(after)));
            }
        }
    }
    setAccessibleDescription(moves.isEmpty() ? tr("Nobody changes band") : moves.join(QStringLiteral("; ")));
}

QString BandMatrix::cellWords(Band before, Band after) const {
    const Cell& cell = m_cells[static_cast<std::size_t>(before)][static_cast<std::size_t>(after)];
    const QString count = cell.count.isEmpty() ? tr("nobody") : cell.count;
    const QString who =
        before == after
            ? tr("%1 stay %2").arg(count, wording::bandName(before))
            : tr("%1 from %2 to %3").arg(count, wording::bandName(before), wording::bandName(after));
    const QString withMoney = cell.money.isEmpty() ? who : tr("%1, %2").arg(who, cell.money);
    const QString means = meaning(before, after);
    return means.isEmpty() ? withMoney : tr("%1: %2").arg(withMoney, means);
}

void BandMatrix::paintHeads(QPainter& painter) const {
    const double side = m_theme.px(cellGlyph);
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    painter.setPen(m_theme.tokens().muted);
    const int edge = m_theme.px(headLeft);
    painter.drawText(
        QRect(edge, 0, headRoom() - edge, m_theme.px(headHigh)), Qt::AlignLeft | Qt::AlignVCenter, m_corner);
    for (std::size_t at = 0; at < bands; ++at) {
        const QRect column = cellRect(Band::Red, band(at));
        const QRectF above(column.center().x() - side / 2, (m_theme.px(headHigh) - side) / 2.0, side, side);
        paintBandGlyph(painter, above, band(at), m_theme);
        const QRect row = cellRect(band(at), Band::Red);
        paintBandGlyph(painter, QRectF(edge, row.center().y() - side / 2, side, side), band(at), m_theme);
        painter.setPen(m_theme.tokens().muted);
        const int left = edge + m_theme.px(cellGlyph + theme::space::xs);
        painter.drawText(QRect(left, row.top(), headRoom() - left, row.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         wording::bandName(band(at)));
    }
}

void BandMatrix::paintCell(QPainter& painter, std::size_t before, std::size_t after) const {
    const theme::Tokens& tokens = m_theme.tokens();
    const Cell& cell = m_cells[before][after];
    const QRect box = cellRect(band(before), band(after)).adjusted(1, 1, -1, -1);
    const bool moves = before != after && !cell.count.isEmpty();
    if (moves) {
        painter.fillRect(box, tokens.band(band(after)).tint);
    }
    if (m_chosen == std::pair(band(before), band(after))) {
        painter.setPen(QPen(tokens.ink, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
    }
    painter.setPen(moves ? tokens.ink : tokens.muted);
    painter.setFont(m_theme.font(moves ? theme::TextRole::CardTitle : theme::TextRole::Caption));
    const int high = moneyHigh();
    const auto lines = static_cast<int>(cell.amounts.size());
    const int counted = lines == 0 ? box.height() : box.height() / 2 - (lines - 1) * high / 2;
    painter.drawText(QRect(box.left(), box.top(), box.width(), counted),
                     static_cast<int>(lines == 0 ? Qt::AlignCenter : Qt::AlignHCenter | Qt::AlignBottom),
                     cell.count);
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    QRect line(box.left(), box.top() + counted, box.width(), high);
    for (const QString& amount : cell.amounts) {
        painter.drawText(line,
                         Qt::AlignCenter,
                         painter.fontMetrics().elidedText(amount, Qt::ElideRight, box.width())); // whole: tip
        line.translate(0, high);
    }
}

void BandMatrix::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().line, theme::size::hairline));
    for (std::size_t at = 0; at < bands; ++at) {
        const int y = cellRect(band(at), Band::Red).top();
        painter.drawLine(0, y, width(), y);
    }
    paintHeads(painter);
    for (std::size_t before = 0; before < bands; ++before) {
        for (std::size_t after = 0; after < bands; ++after) {
            paintCell(painter, before, after);
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.tokens().accent, m_theme.px(theme::size::focusRing)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cellRect(band(m_current.first), band(m_current.second)).adjusted(1, 1, -1, -1));
    }
}

std::optional<std::pair<Band, Band>> BandMatrix::cellAt(QPointF place) const {
    for (std::size_t before = 0; before < bands; ++before) {
        for (std::size_t after = 0; after < bands; ++after) {
            if (cellRect(band(before), band(after)).contains(place.toPoint())) {
                return std::pair(band(before), band(after));
            }
        }
    }
    return std::nullopt;
}

bool BandMatrix::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto cell = cellAt(help->pos());
        QToolTip::showText(help->globalPos(), cell ? cellWords(cell->first, cell->second) : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

void BandMatrix::mousePressEvent(QMouseEvent* event) {
    if (const auto cell = cellAt(event->position()); cell && event->button() == Qt::LeftButton) {
        m_current = {static_cast<std::size_t>(cell->first), static_cast<std::size_t>(cell->second)};
        Q_EMIT asked(cell->first, cell->second);
    }
}

void BandMatrix::keyPressEvent(QKeyEvent* event) {
    auto [row, column] = m_current;
    switch (event->key()) {
    case Qt::Key_Up:
        row -= row > 0 ? 1U : 0U;
        break;
    case Qt::Key_Down:
        row += row + 1 < bands ? 1U : 0U;
        break;
    case Qt::Key_Left:
        column -= column > 0 ? 1U : 0U;
        break;
    case Qt::Key_Right:
        column += column + 1 < bands ? 1U : 0U;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT asked(band(row), band(column));
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_current = {row, column};
    setAccessibleName(cellWords(band(row), band(column)));
    update();
}

void BandMatrix::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

} // namespace hb::widgets
