// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/renewals_part.h"

#include "core/wording/error_sentence.h"
#include "core/wording/renewals_sentence.h"
#include "ui/jobs/job_runner.h"
#include "ui/pages/compare/renewals_scatter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/quiet_table.h"
#include "ui/widgets/spaces.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;
using widgets::makeQuietTable;

namespace {

constexpr std::array renewalWidths{160};
constexpr std::array behindWidths{280, 112, 112, 88, 160};
constexpr std::array expectedWidths{112, 88, 152, 152, 120};
constexpr std::array keptWidths{200, 80, 144, 112, 112};
constexpr int renewalRow = 40;
constexpr int mostBehind = 8; ///< rows that are seen without scrolling

} // namespace

RenewalsPart::RenewalsPart(const shell::Context& context, shell::Navigator& /*navigator*/, QWidget* parent)
    : ComparePart(parent), m_context(context), m_renewals(this), m_behindRows(renewingColumns(), this),
      m_expectedRows(expectedColumns(), this), m_keptRows(retentionColumns(tr("Who, by the band")), this),
      m_quarterRows(retentionColumns(tr("Quarter")), this), m_behindCard(new widgets::Card({}, this)),
      m_expectedCard(new widgets::Card(tr("What is expected to stay"), this)),
      m_scatter(new charts::ScatterChart(context.theme, this)), m_scatterCard(new widgets::Card({}, this)),
      m_table(makeQuietTable(u"renewals"_s, this)), m_behind(makeQuietTable(u"renewing"_s, this)),
      m_expected(makeQuietTable(u"expected"_s, this)), m_kept(makeQuietTable(u"kept"_s, this)),
      m_quarters(makeQuietTable(u"keptByQuarter"_s, this)), m_empty(makeLabel("muted", this)),
      m_hint(makeLabel("muted", this)), m_overdue(makeLabel("muted", this)),
      m_scatterNote(makeLabel("muted", this)), m_rates(makeLabel("body", this)),
      m_sentence(makeLabel("body", this)) {
    setObjectName(u"renewalsPart"_s);
    auto* content = new QWidget;
    content->setObjectName(u"hbScrolled"_s);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins({});
    widgets::followSpace(rows, context.theme, theme::space::cardGap);
    rows->addWidget(buildRenewals());
    rows->addWidget(m_behindCard);
    rows->addWidget(buildScatter());
    rows->addWidget(buildExpected());
    rows->addWidget(buildKept());
    rows->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(scroll);
    for (QLabel* label : {m_empty, m_hint, m_overdue, m_scatterNote, m_rates, m_sentence}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    for (QTableView* table : {m_table, m_expected, m_kept, m_quarters}) {
        table->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(table, &QWidget::customContextMenuRequested, this, [this, table](const QPoint& place) {
            showMenu(*table, place);
        });
    }
    fit();
    connect(&context.theme, &theme::Theme::changed, this, &RenewalsPart::fit);
}

QWidget* RenewalsPart::buildRenewals() {
    auto* card = new widgets::Card(tr("What renews, and what of it is not green"), this);
    m_table->setModel(&m_renewals);
    m_table->setItemDelegate(new RenewalCellDelegate(m_context.theme, m_renewals, m_table));
    m_table->setAccessibleName(tr("Renewals by group and quarter"));
    for (int quarter = 1; quarter <= RenewalsModel::quarterCount; ++quarter) {
        m_table->horizontalHeader()->setSectionResizeMode(quarter, QHeaderView::Stretch);
    }
    m_empty->setObjectName(u"noRenewals"_s);
    m_empty->setText(
        tr("No account has a renewal day in these quarters. The column renewal_date of an accounts "
           "file brings them in."));
    m_hint->setText(tr("Choose a figure to see the accounts behind it."));
    m_overdue->setObjectName(u"overdueRenewals"_s);
    card->content()->addWidget(m_table);
    card->content()->addWidget(m_empty);
    card->content()->addWidget(m_hint);
    card->content()->addWidget(m_overdue);
    m_behindCard->setObjectName(u"renewingCard"_s);
    m_behind->setModel(&m_behindRows);
    m_behind->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_behind->setAccessibleName(tr("The accounts behind the figure"));
    m_behindCard->content()->addWidget(m_behind);
    m_behindCard->hide();
    connect(m_table, &QTableView::clicked, this, &RenewalsPart::chooseFigure);
    connect(m_table, &QTableView::activated, this, &RenewalsPart::chooseFigure);
    connect(m_behind, &QTableView::clicked, this, &RenewalsPart::openAccount);
    connect(m_behind, &QTableView::activated, this, &RenewalsPart::openAccount);
    return card;
}

QWidget* RenewalsPart::buildExpected() {
    m_expected->setModel(&m_expectedRows);
    m_expected->setAccessibleName(tr("ARR that is expected to stay, by quarter"));
    m_expected->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rates->setObjectName(u"renewalRates"_s);
    m_rates->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_expectedCard->content()->addWidget(m_expected);
    m_expectedCard->content()->addWidget(m_rates);
    return m_expectedCard;
}

QWidget* RenewalsPart::buildKept() {
    auto* card = new widgets::Card(tr("Who stayed"), this);
    m_sentence->setObjectName(u"retentionSentence"_s);
    m_kept->setModel(&m_keptRows);
    m_kept->setAccessibleName(tr("Retention of the period, by the band beforehand"));
    m_quarters->setModel(&m_quarterRows);
    m_quarters->setAccessibleName(tr("Retention by quarter"));
    for (QTableView* table : {m_kept, m_quarters}) {
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
    }
    card->content()->addWidget(m_sentence);
    card->content()->addWidget(m_kept);
    card->content()->addSpacing(m_context.theme.px(theme::space::m));
    card->content()->addWidget(m_quarters);
    return card;
}

QWidget* RenewalsPart::buildScatter() {
    m_scatter->setObjectName(u"scoreAndArr"_s);
    m_scatter->setContextMenuPolicy(Qt::CustomContextMenu);
    m_scatterNote->setObjectName(u"scatterNote"_s);
    m_scatterCard->content()->addWidget(m_scatter);
    m_scatterCard->content()->addWidget(m_scatterNote);
    connect(m_scatter, &widgets::RowPicker::activated, this, &RenewalsPart::openPoint);
    connect(m_scatter, &QWidget::customContextMenuRequested, this, &RenewalsPart::showScatterMenu);
    return m_scatterCard;
}

void RenewalsPart::fit() {
    const theme::Theme& theme = m_context.theme;
    widgets::fitTable(*m_table, theme, renewalWidths, renewalRow);
    widgets::fitTable(*m_behind, theme, behindWidths);
    widgets::fitTable(*m_expected, theme, expectedWidths);
    widgets::fitTable(*m_kept, theme, keptWidths);
    widgets::fitTable(*m_quarters, theme, keptWidths);
    for (QTableView* table : {m_expected, m_kept, m_quarters}) {
        table->horizontalHeader()->setStretchLastSection(false); // numbers stand by their names
        widgets::showAllRows(*table);
    }
    const int rows = std::min(m_renewals.rowCount(), 2 * mostBehind);
    m_table->setFixedHeight(theme.px(theme::size::tableHead) + rows * theme.px(renewalRow));
    const int behind = std::min(m_behindRows.rowCount(), mostBehind);
    m_behind->setFixedHeight(theme.px(theme::size::tableHead) + behind * theme.px(theme::size::row));
}

// --- what is shown

void RenewalsPart::showView(const CompareView& view) {
    const QStringList before = std::exchange(m_inside, view.inside);
    if (m_shown && before != m_inside) {
        lookInside();
    }
    if (m_shown && m_shown->view.book == view.book && m_shown->view.question == view.question &&
        m_shown->view.shownAs == view.shownAs) {
        return;
    }
    m_context.jobs.runLatest<Shown>(
        u"compareRenewals"_s,
        tr("Renewals"),
        [view](const Job& job) -> Result<Shown> {
            auto shown = std::make_shared<const RenewalsShown>(renewalsOf(view, job.stop));
            return job.stopped() ? Result<Shown>(cancelled()) : Result<Shown>(std::move(shown));
        },
        this,
        [this](const Result<Shown>& shown) { shown ? take(*shown) : sayError(shown.error()); });
}

void RenewalsPart::take(const Shown& shown) {
    const QStringList current = wordsOf(m_table->currentIndex());
    const std::string account = accountBehind();
    m_shown = shown;
    m_renewals.show(shown);
    const bool isEmpty = shown->groups.front().quarters.empty() ||
                         std::ranges::all_of(shown->groups.front().quarters,
                                             [](const RenewalCell& cell) { return cell.renewals.empty(); });
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_hint->setVisible(!isEmpty);
    const auto overdue = static_cast<int>(shown->forecast.overdue.size());
    m_overdue->setVisible(overdue > 0);
    m_overdue->setText(overdue == 1
                           ? tr("The renewal day of %Ln more account has passed, and nobody has said what "
                                "came of it.",
                                nullptr,
                                overdue)
                           : tr("The renewal days of %Ln more accounts have passed, and nobody has said "
                                "what came of it.",
                                nullptr,
                                overdue));
    showScatter();
    m_expectedRows.setRows(expectedRows(*shown));
    m_expected->setVisible(m_expectedRows.rowCount() > 0);
    m_expected->setColumnHidden(m_expectedRows.columnCount() - 1,
                                std::ranges::all_of(m_expectedRows.rows(), [](const ExpectedRow& row) {
                                    return row.arr.unknown == 0;
                                }));
    showRates();
    m_sentence->setText(wording::retentionSentence(shown->retention, shown->view.moment->day));
    m_keptRows.setRows(shown->kept);
    m_quarterRows.setRows(shown->quarters);
    lookInside();
    chooseBehind(account);
    if (!current.isEmpty()) {
        m_table->setCurrentIndex(cellOf(current));
    }
    fit();
    m_headline =
        wording::renewalsHeadline(shown->forecast, shown->view.question.period.to, shown->view.moment->day);
    Q_EMIT headlineChanged();
}

void RenewalsPart::showScatter() {
    const QString note = scatterNote(m_shown->view, m_shown->scatter);
    const bool isEmpty = m_shown->scatter.points.empty();
    m_scatterCard->setTitle(isEmpty ? tr("Score and ARR")
                                    : tr("Score and ARR: the larger a point, the sooner it renews"));
    m_scatter->setData(m_shown->scatter);
    m_scatter->setVisible(!isEmpty);
    m_scatterNote->setText(note);
    m_scatterNote->setVisible(!note.isEmpty());
}

void RenewalsPart::showRates() {
    QStringList lines;
    if (m_shown->rates.all().of == 0) {
        lines.append(
            tr("Nothing has been said yet of who renewed and who left: with outcomes, this card says what "
               "to expect."));
    } else {
        lines.append(wording::renewalRatesSentence(m_shown->rates));
        for (const Band band : {Band::Red, Band::Yellow, Band::Green, Band::None}) {
            lines.append(wording::renewalRateSentence(m_shown->rates, band));
        }
    }
    m_rates->setText(lines.join(u'\n'));
}

void RenewalsPart::sayError(const Error& error) {
    m_headline = wording::errorSentence(error);
    Q_EMIT headlineChanged();
}

std::vector<QWidget*> RenewalsPart::regions() {
    std::vector<QWidget*> parts{m_table};
    if (m_behindCard->isVisible()) {
        parts.push_back(m_behind);
    }
    if (m_scatter->isVisible()) {
        parts.push_back(m_scatter);
    }
    parts.insert(parts.end(), {m_expected, m_kept, m_quarters});
    return parts;
}

} // namespace hb::pages
