// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/benchmark_card.h"

#include "core/scoring/band.h"
#include "core/wording/benchmark_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/models/book_layout.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/copy_menu.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int metricWidth = 176, boxWidth = 200, boxGap = 16, boxHigh = 10, markSize = 10;
constexpr double fullScore = 100;

} // namespace

// --- the rows

BenchmarkRows::BenchmarkRows(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setObjectName(u"benchmarkRows"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &theme::Theme::changed, this, [this] { updateGeometry(), update(); });
}

void BenchmarkRows::setRows(std::vector<BenchmarkRow> rows) {
    m_rows = std::move(rows);
    QStringList lines;
    for (const BenchmarkRow& row : m_rows) {
        lines.append(tr("%1: %2. %3").arg(row.name, row.words, row.tip));
    }
    setAccessibleDescription(lines.join(u'\n'));
    updateGeometry();
    update();
}

exchange::Table BenchmarkRows::asTable() const {
    exchange::Table table{.name = tr("Beside others"),
                          .head = {tr("Metric"),
                                   tr("Score"),
                                   tr("Lower quartile"),
                                   tr("Median"),
                                   tr("Upper quartile"),
                                   tr("In words")},
                          .rows = {}};
    for (const BenchmarkRow& row : m_rows) {
        table.rows.push_back({row.name,
                              exchange::numberCell(row.score),
                              exchange::numberCell(row.quartiles.low),
                              exchange::numberCell(row.quartiles.median),
                              exchange::numberCell(row.quartiles.high),
                              row.words});
    }
    return table;
}

QSize BenchmarkRows::sizeHint() const {
    return {m_theme.px(2 * metricWidth + boxWidth),
            static_cast<int>(m_rows.size()) * m_theme.px(theme::size::tableControl)};
}

bool BenchmarkRows::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto row = static_cast<std::size_t>(std::max(0, help->y()) / m_theme.px(theme::size::tableControl));
    QToolTip::showText(help->globalPos(), row < m_rows.size() ? m_rows[row].tip : QString(), this);
    return true;
}

void BenchmarkRows::paintBox(QPainter& painter, const QRectF& room, const BenchmarkRow& row) const {
    const theme::Tokens& tokens = m_theme.tokens();
    const double middle = std::round(room.center().y()) + 0.5;
    const auto at = [&room](double score) { return room.left() + room.width() * score / fullScore; };
    painter.setPen(QPen(tokens.line, theme::size::hairline));
    painter.drawLine(QPointF(room.left(), middle), QPointF(room.right(), middle));
    const double half = m_theme.px(boxHigh) / 2.0;
    const analytics::Quartiles& quartiles = row.quartiles;
    const QRectF box(QPointF(at(quartiles.low), middle - half), QPointF(at(quartiles.high), middle + half));
    painter.setPen(QPen(tokens.controlEdge, theme::size::hairline));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(box, theme::radius::bar, theme::radius::bar);
    painter.drawLine(QPointF(at(quartiles.median), middle - half),
                     QPointF(at(quartiles.median), middle + half));
    const double side = m_theme.px(markSize);
    widgets::paintBandGlyph(
        painter, QRectF(at(row.score) - side / 2, middle - side / 2, side, side), row.band, m_theme);
}

void BenchmarkRows::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(theme::TextRole::Body));
    const QFontMetrics metrics(painter.font());
    const int high = m_theme.px(theme::size::tableControl);
    const int name = m_theme.px(metricWidth), box = m_theme.px(boxWidth), space = m_theme.px(boxGap);
    const int said = name + box + 2 * space;
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        const BenchmarkRow& row = m_rows[at];
        const QRect line(0, static_cast<int>(at) * high, width(), high);
        const auto words = [&](const QRect& place, const QString& text) {
            painter.drawText(place,
                             Qt::AlignVCenter | Qt::TextSingleLine,
                             metrics.elidedText(text, Qt::ElideRight, place.width()));
        };
        painter.setPen(m_theme.tokens().ink);
        words(QRect(0, line.top(), name, high), row.name);
        paintBox(painter, QRectF(name + space, line.top(), box, high), row);
        painter.setPen(m_theme.tokens().muted);
        words(QRect(said, line.top(), width() - said, high), row.words);
    }
}

// --- the card

BenchmarkCard::BenchmarkCard(const theme::Theme& theme, jobs::JobRunner& jobs, QWidget* parent)
    : Card(tr("Beside others"), parent), m_jobs(jobs), m_note(widgets::makeLabel("captionMuted", this)),
      m_rows(new BenchmarkRows(theme, this)) {
    setObjectName(u"benchmarkCard"_s);
    m_note->setObjectName(u"benchmarkNote"_s);
    m_note->setWordWrap(true);
    m_note->setText(
        tr("Scores from 0 to 100: the box holds the middle half of the others, its line the one in "
           "the middle, the sign is this account."));
    content()->setSpacing(theme::space::s);
    content()->addWidget(m_rows);
    content()->addWidget(m_note);
    hide();
}

void BenchmarkCard::setAccount(const AccountAt& at) {
    if (std::string key = (*at.snapshot().accounts)[at.account].key; key != m_key) {
        m_key = std::move(key);
        hide(); // what stands there is of another
    }
    m_jobs.runLatest<analytics::Benchmark>(
        u"benchmark"_s,
        {},
        [moment = at.moment, account = at.account](const Job& job) -> Result<analytics::Benchmark> {
            auto beside =
                analytics::benchmark(*moment->scorer, account, attribute::segment, moment->day, job.stop);
            return job.stopped() ? Result<analytics::Benchmark>(cancelled())
                                 : Result<analytics::Benchmark>(std::move(beside));
        },
        this,
        [this, at](const Result<analytics::Benchmark>& beside) {
            if (beside) {
                showBenchmark(at, *beside);
            }
        });
}

void BenchmarkCard::showBenchmark(const AccountAt& at, const analytics::Benchmark& benchmark) {
    const Snapshot& snapshot = at.snapshot();
    const bool hasSegments = snapshot.findAttribute(attribute::segment) != nullptr;
    const QString segment = models::groupTitle(wording::fromUtf8(attribute::segment),
                                               QString::fromStdString((*snapshot.texts)[benchmark.value]));
    const QString whom = hasSegments ? segment : tr("all accounts");
    const auto& ranges = at.version().ranges;
    std::vector<BenchmarkRow> rows;
    for (const analytics::MetricBenchmark& each : benchmark.metrics) {
        const Metric& metric = snapshot.scorecard->metrics[each.metric];
        if (!each.ofScore.quartiles) {
            continue;
        }
        QStringList tip{wording::benchmarkScores(each.ofScore, wording::schemeDecimals(ranges))};
        if (const QString values = wording::benchmarkValues(metric, each); !values.isEmpty()) {
            tip.append(values);
        }
        rows.push_back({.name = wording::fromUtf8(metric.name),
                        .words = wording::benchmarkText(each.ofScore, whom),
                        .tip = tip.join(u' '),
                        .score = each.score,
                        .band = scoring::bandOf(ranges, each.score),
                        .quartiles = *each.ofScore.quartiles});
    }
    const auto others = static_cast<int>(benchmark.others);
    setTitle(hasSegments ? tr("Beside %Ln others: %1", nullptr, others).arg(segment)
                         : tr("Beside all %Ln others", nullptr, others));
    m_rows->setAccessibleName(tr("Beside others"));
    setVisible(!rows.empty());
    m_rows->setRows(std::move(rows));
}

void BenchmarkCard::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"benchmarkMenu"_s);
    widgets::addCopyActions(*menu,
                            {.text = [this] { return m_rows->accessibleDescription() + u'\n'; },
                             .table = [this] { return m_rows->asTable(); },
                             .picture = [this] { return grab(); }});
    menu->popup(event->globalPos());
}

} // namespace hb::pages
