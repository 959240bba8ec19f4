// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/band_bars.h"

#include "core/wording/numbers.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/copy_menu.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hb::pages {

namespace {
constexpr int lineHeight = 22;
constexpr int nameWidth = 72;
constexpr int widestBar = 560;
constexpr double leastPart = 4;
constexpr std::size_t mostCurrencies = 3;
} // namespace

BandBars::BandBars(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setObjectName(QStringLiteral("bandBars"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &theme::Theme::changed, this, &QWidget::updateGeometry);
}

void BandBars::setSummary(const models::BookSummary& summary) {
    m_lines.clear();
    Line accounts{.name = tr("Accounts"), .parts = {}, .figures = {}};
    QStringList words;
    for (std::size_t band = 0; band < summary.bands.size(); ++band) {
        const models::Tally& tally = summary.bands[band];
        accounts.parts[band] = static_cast<double>(tally.accounts);
        if (tally.accounts > 0) {
            accounts.figures[band] =
                tr("%1 %2").arg(QLocale().toString(static_cast<qlonglong>(tally.accounts)),
                                wording::bandName(static_cast<Band>(band)));
            words.append(accounts.figures[band]);
        }
    }
    m_lines.push_back(std::move(accounts));
    for (std::size_t at = 0; at < std::min(mostCurrencies, summary.all.cents.size()); ++at) {
        const QString& currency = summary.currencies[static_cast<qsizetype>(at)];
        Line money{.name = summary.all.cents.size() == 1 ? tr("ARR") : tr("ARR %1").arg(currency),
                   .parts = {},
                   .figures = {},
                   .currency = currency};
        for (std::size_t band = 0; band < summary.bands.size(); ++band) {
            const std::int64_t cents = summary.bands[band].cents[at];
            money.parts[band] = static_cast<double>(cents);
            if (cents > 0) {
                money.figures[band] = wording::shortMoney(cents, currency);
            }
        }
        m_lines.push_back(std::move(money));
    }
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize BandBars::sizeHint() const {
    return {m_theme.px(600), m_theme.px(lineHeight) * static_cast<int>(m_lines.size())};
}

void BandBars::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_segments.clear();
    int top = 0;
    for (const Line& line : m_lines) {
        paintLine(painter, line, top);
        top += m_theme.px(lineHeight);
    }
}

void BandBars::paintLine(QPainter& painter, const Line& line, int top) {
    const theme::Tokens& tokens = m_theme.tokens();
    const int height = m_theme.px(lineHeight);
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    painter.setPen(tokens.muted);
    painter.drawText(
        QRect(0, top, m_theme.px(nameWidth), height), Qt::AlignLeft | Qt::AlignVCenter, line.name);
    const double total = std::accumulate(line.parts.begin(), line.parts.end(), 0.0);
    const int width = std::min(m_theme.px(widestBar), this->width() / 2);
    const int barHeight = m_theme.px(theme::size::bar);
    double left = m_theme.px(nameWidth);
    for (std::size_t band = 0; band < line.parts.size() && total > 0; ++band) {
        if (line.parts[band] <= 0) {
            continue;
        }
        const double part = std::max(leastPart, line.parts[band] / total * width); // few are seen, too
        const QRectF bar(left, top + (height - barHeight) / 2.0, part - 1, barHeight);
        QPainterPath shape;
        shape.addRoundedRect(bar, m_theme.px(theme::radius::bar), m_theme.px(theme::radius::bar));
        widgets::fillBandShape(painter, shape, static_cast<Band>(band), m_theme);
        m_segments.push_back(
            {bar.toAlignedRect().adjusted(0, -6, 0, 6), static_cast<int>(band), line.figures[band]});
        left += part;
    }
    int x = m_theme.px(nameWidth) + width + m_theme.px(theme::space::l);
    const int glyph = m_theme.px(12);
    for (std::size_t band = 0; band < line.parts.size(); ++band) {
        if (line.figures[band].isEmpty()) {
            continue;
        }
        widgets::paintBandGlyph(
            painter, QRectF(x, top + (height - glyph) / 2.0, glyph, glyph), static_cast<Band>(band), m_theme);
        painter.setPen(tokens.ink);
        const int words = QFontMetrics(painter.font()).horizontalAdvance(line.figures[band]);
        const QRect place(x + glyph + m_theme.px(theme::space::xs), top, words + 2, height);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, line.figures[band]);
        m_segments.push_back(
            {QRect(x, top, place.right() - x, height), static_cast<int>(band), line.figures[band]});
        x = place.right() + m_theme.px(theme::space::l);
    }
}

void BandBars::mousePressEvent(QMouseEvent* event) {
    for (const Segment& segment : m_segments) {
        if (event->button() == Qt::LeftButton && segment.rect.contains(event->position().toPoint())) {
            Q_EMIT bandChosen(segment.band);
            return;
        }
    }
}

exchange::Table BandBars::asTable() const {
    exchange::Table table{.name = tr("Bands"), .head = {tr("Band")}, .rows = {}};
    for (const Line& line : m_lines) {
        table.head.append(line.currency ? tr("ARR") : line.name);
    }
    for (const Band band : {Band::Red, Band::Yellow, Band::Green, Band::None}) {
        std::vector<exchange::Cell>& row = table.rows.emplace_back();
        row.emplace_back(wording::bandName(band));
        for (const Line& line : m_lines) {
            const double part = line.parts[static_cast<std::size_t>(band)];
            row.push_back(line.currency ? exchange::Cell(exchange::Money{.cents = std::llround(part),
                                                                         .currency = *line.currency})
                                        : exchange::Cell(exchange::Number{.value = part}));
        }
    }
    return table;
}

void BandBars::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(QStringLiteral("bandBarsMenu"));
    widgets::addCopyActions(*menu,
                            {.text = [this] { return accessibleName() + u'\n'; },
                             .table = [this] { return asTable(); },
                             .picture = [this] { return grab(); }});
    menu->popup(event->globalPos());
}

bool BandBars::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (const Segment& segment : m_segments) {
            if (segment.rect.contains(help->pos())) {
                QToolTip::showText(help->globalPos(), segment.words, this);
                return true;
            }
        }
    }
    return QWidget::event(event);
}

} // namespace hb::pages
