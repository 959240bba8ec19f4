// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/trends_part.h"

#include "core/wording/days.h"
#include "core/wording/error_sentence.h"
#include "core/wording/trend_sentence.h"
#include "ui/charts/bands_chart.h"
#include "ui/charts/trend_chart.h"
#include "ui/pages/compare/group_choice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/spaces.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::BookTrend;
using analytics::Measure;
using analytics::ScoredBy;

namespace {

constexpr int leastBandsHeight = 180, leastMeanHeight = 132;

}

TrendsPart::TrendsPart(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : ComparePart(parent), m_context(context), m_navigator(navigator),
      m_group(new GroupChoice(u"trendsGroup"_s, this)), m_by(new QButtonGroup(this)),
      m_again(new QPushButton(tr("Try again"), this)), m_bandsTitle(widgets::makeLabel("cardTitle", this)),
      m_meanTitle(widgets::makeLabel("cardTitle", this)),
      m_bands(new charts::BandsChart(context.theme, this)),
      m_mean(new charts::TrendChart(context.theme, this)), m_notes(widgets::makeLabel("captionMuted", this)),
      m_dayWords(new widgets::ElidedLabel("body", this)),
      m_look(new QPushButton(tr("Look at the book on this day"), this)) {
    setObjectName(u"trendsPart"_s);
    build();
    fit();
    connect(&context.theme, &theme::Theme::changed, this, &TrendsPart::fit);
    connect(m_group, &QComboBox::activated, this, &TrendsPart::work);
    connect(m_by, &QButtonGroup::idClicked, this, &TrendsPart::work);
    connect(m_again, &QPushButton::clicked, this, &TrendsPart::work);
    connect(m_bands, &charts::BandsChart::dayChosen, this, &TrendsPart::choose);
    connect(m_mean, &charts::TrendChart::dayChosen, this, &TrendsPart::choose);
    connect(m_look, &QPushButton::clicked, this, [this] {
        m_navigator.go({.page = session::page::book, .asOf = m_day, .filter = m_group->filter()});
    });
    for (QWidget* chart : {static_cast<QWidget*>(m_bands), static_cast<QWidget*>(m_mean)}) {
        chart->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(chart, &QWidget::customContextMenuRequested, this, [this, chart](const QPoint& place) {
            showMenu(*chart, place);
        });
    }
}

// --- what it is made of

void TrendsPart::build() {
    m_bands->setObjectName(u"trendsBands"_s);
    m_mean->setObjectName(u"trendsMean"_s);
    m_notes->setObjectName(u"trendsNotes"_s);
    m_notes->setWordWrap(true);
    m_dayWords->setObjectName(u"trendsDay"_s);
    m_look->setObjectName(u"lookAtDay"_s);
    m_again->setObjectName(u"trendsAgain"_s);
    m_again->setProperty("hbButton", u"link"_s);
    m_again->hide();
    auto* line = new QHBoxLayout;
    widgets::followSpace(line, m_context.theme, theme::space::s);
    line->addWidget(m_group);
    line->addWidget(m_again);
    line->addStretch(1);
    line->addWidget(buildSwitch());
    auto* body = new QWidget;
    body->setObjectName(u"hbScrolled"_s);
    auto* inner = new QVBoxLayout(body);
    inner->setContentsMargins(0, 0, 0, 0);
    m_card = buildCharts();
    inner->addWidget(m_card, 1);
    auto* area = new QScrollArea(this);
    area->setWidget(body);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    widgets::followSpace(rows, m_context.theme, theme::space::s);
    rows->addLayout(line);
    rows->addWidget(area, 1);
}

QWidget* TrendsPart::buildSwitch() {
    auto* both = new QWidget(this);
    auto* line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    widgets::followSpace(line, m_context.theme, theme::space::xs);
    const auto add = [&](ScoredBy by, const QString& name, const QString& text, const QString& tip) {
        auto* button = new QPushButton(text, both);
        button->setObjectName(name);
        button->setProperty("hbButton", u"segment"_s);
        button->setCheckable(true);
        button->setToolTip(tip);
        m_by->addButton(button, static_cast<int>(by));
        line->addWidget(button);
    };
    add(ScoredBy::VersionsOfTheDay,
        u"asItWas"_s,
        tr("As it was"),
        tr("Each day by the version of the template that was in force then."));
    add(ScoredBy::TodaysVersions,
        u"withTodays"_s,
        tr("With today's template"),
        tr("Every day by the versions in force today: what is left is what the accounts did."));
    m_by->button(static_cast<int>(ScoredBy::VersionsOfTheDay))->setChecked(true);
    return both;
}

widgets::Card* TrendsPart::buildCharts() {
    auto* card = new widgets::Card({}, this);
    auto* chosen = new QHBoxLayout;
    widgets::followSpace(chosen, m_context.theme, theme::space::s);
    chosen->addWidget(m_dayWords, 1);
    chosen->addWidget(m_look);
    widgets::followSpace(card->content(), m_context.theme, theme::space::xs);
    card->content()->addWidget(m_bandsTitle);
    card->content()->addWidget(m_bands, 3);
    card->content()->addSpacing(m_context.theme.px(theme::space::s));
    card->content()->addWidget(m_meanTitle);
    card->content()->addWidget(m_mean, 2);
    card->content()->addWidget(m_notes);
    card->content()->addLayout(chosen);
    leaveDay();
    return card;
}

void TrendsPart::fit() {
    m_bands->setMinimumHeight(m_context.theme.px(leastBandsHeight));
    m_mean->setMinimumHeight(m_context.theme.px(leastMeanHeight));
    if (m_trend) {
        showMean(); // under the other chart, of this size of text
    }
}

// --- what is shown

ScoredBy TrendsPart::scoredBy() const {
    return static_cast<ScoredBy>(m_by->checkedId());
}

void TrendsPart::showView(const CompareView& view) {
    const bool isSame = m_trend && view.book == m_shown.book && view.question.by == m_shown.question.by;
    m_view = view;
    m_group->setView(view);
    if (!isSame) {
        work();
    } else if (view.question.countBy != m_shown.question.countBy) {
        m_shown = view;
        showTrend(m_trend);
    }
}

QJsonObject TrendsPart::layoutContent() const {
    return {{u"group"_s, m_group->chosenTitle()},
            {u"todays_templates"_s, scoredBy() == ScoredBy::TodaysVersions}};
}

void TrendsPart::layOut(const QJsonObject& content) {
    const ScoredBy by =
        content.value(u"todays_templates"_s).toBool() ? ScoredBy::TodaysVersions : ScoredBy::VersionsOfTheDay;
    m_by->button(static_cast<int>(by))->setChecked(true);
    m_group->choose(content.value(u"group"_s).toString());
    work();
}

void TrendsPart::work() {
    using Trend = std::shared_ptr<const BookTrend>;
    m_again->hide();
    m_context.jobs.runLatest<Trend>(
        u"compare.trends"_s,
        tr("Scoring the weeks"),
        [book = m_view.book, among = m_group->members(), by = scoredBy(), today = m_view.moment->day](
            const Job& job) -> Result<Trend> {
            auto trend = std::make_shared<BookTrend>(analytics::bookTrend(*book, among, by, today, job));
            return job.stopped() ? Result<Trend>(cancelled()) : Result<Trend>(std::move(trend));
        },
        this,
        [this, view = m_view, by = scoredBy(), group = m_group->chosenTitle()](const Result<Trend>& trend) {
            if (!trend) {
                stay(trend.error());
            } else if (view.book == m_view.book) {
                m_shown = m_view;
                m_shownBy = by;
                m_shownGroup = group;
                showTrend(*trend);
            }
        });
}

/// Cancelled: what is chosen is what stands there; where nothing of the question does, that is said, and
/// nothing stands there.
void TrendsPart::stay(const Error& error) {
    if (m_trend && m_shown.book == m_view.book && m_shown.question.by == m_view.question.by) {
        m_group->choose(m_shownGroup);
        m_by->button(static_cast<int>(m_shownBy))->setChecked(true);
        return;
    }
    m_headline = wording::errorSentence(error);
    m_again->show();
    m_trend.reset();
    m_card->hide();
    Q_EMIT headlineChanged();
}

void TrendsPart::showTrend(const std::shared_ptr<const BookTrend>& trend) {
    m_trend = trend;
    m_again->hide();
    m_card->show();
    const QString sentence =
        wording::trendHeadline(*trend, m_shownBy, measure(), m_shown.book->period, m_shown.moment->day);
    m_headline = m_shownGroup.isEmpty() ? sentence : tr("%1: %2").arg(m_shownGroup, sentence);
    showNotes();
    showBands();
    showMean();
    if (m_day && dayAt(*m_day) != nullptr) {
        choose(*m_day);
    } else {
        leaveDay();
    }
    Q_EMIT headlineChanged();
}

// --- a day of it

const analytics::BookDay* TrendsPart::dayAt(Day day) const {
    if (!m_trend) {
        return nullptr;
    }
    const auto found = std::ranges::find(m_trend->days, day, &analytics::BookDay::day);
    return found == m_trend->days.end() ? nullptr : &*found;
}

void TrendsPart::choose(Day day) {
    m_day = day;
    m_dayWords->setText(tr("%1: %2").arg(wording::longDayText(day), detailOf(day).replace(u'\n', tr("; "))));
    m_look->show();
}

void TrendsPart::leaveDay() {
    m_day.reset();
    m_dayWords->setText(tr("Choose a day to look at the book as it was then."));
    m_look->hide();
}

std::vector<QWidget*> TrendsPart::regions() {
    return m_trend ? std::vector<QWidget*>{m_bands, m_mean} : std::vector<QWidget*>{m_again};
}

bool TrendsPart::escape() {
    if (!m_day) {
        return false;
    }
    leaveDay();
    return true;
}

} // namespace hb::pages
