// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/goals_part.h"

#include "core/analytics/prevalence.h"
#include "core/analytics/weight_shares.h"
#include "core/wording/words.h"
#include "ui/jobs/job_runner.h"
#include "ui/pages/templates/committed_field.h"
#include "ui/pages/templates/goal_card.h"
#include "ui/pages/templates/goal_tree.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/typed_number.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int cardWidth = 336, mostWide = 1152;
} // namespace

GoalsPart::GoalsPart(const shell::Context& context, QWidget* parent)
    : TemplatePart(parent), m_context(context), m_stack(new QStackedWidget(this)),
      m_empty(new widgets::EmptyState(context.theme, theme::Icon::Flag, this)), m_whole(new QWidget(this)),
      m_tree(new GoalTree(context.theme, m_whole)), m_fault(makeFaultLabel(u"goalFault"_s, m_whole)),
      m_new(new QLineEdit(m_whole)), m_newFault(makeFaultLabel(u"newGoalFault"_s, m_whole)),
      m_card(new GoalCard(context.theme, m_whole)) {
    setObjectName(u"goalsPart"_s);
    build();
    connect(m_tree, &GoalTree::chosen, this, &GoalsPart::chosenAnother);
    connect(m_tree, &GoalTree::nameTyped, this, &GoalsPart::renamedInPlace);
    connect(m_tree, &GoalTree::removeAsked, this, &GoalsPart::remove);
    connect(m_card, &GoalCard::renamed, this, &GoalsPart::rename);
    connect(m_card, &GoalCard::moved, this, &GoalsPart::moveUnder);
    connect(m_card, &GoalCard::removeAsked, this, &GoalsPart::remove);
    connect(m_card, &GoalCard::takeOffAsked, this, &GoalsPart::takeMetricsOff);
    connect(m_card, &GoalCard::served, this, &GoalsPart::serve);
    connect(m_empty, &widgets::EmptyState::requested, this, &GoalsPart::begin);
    connect(&context.theme, &theme::Theme::changed, this, &GoalsPart::dress);
    dress();
}

void GoalsPart::build() {
    auto* card = new widgets::Card(tr("Goals"), m_whole);
    card->setObjectName(u"goalsCard"_s);
    card->content()->addWidget(m_tree, 1);
    card->content()->addWidget(m_fault);
    card->content()->addWidget(buildNew());
    card->content()->addWidget(m_newFault);
    auto* right = new QVBoxLayout;
    right->addWidget(m_card);
    right->addStretch();
    auto* row = new QHBoxLayout(m_whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(card, 1);
    row->addLayout(right);
    m_empty->setTexts(
        tr("A goal says what metrics are for: net revenue retention, say, and under it adoption. "
           "Here you see which metrics serve it, and how much of the score that is."),
        tr("Add the first goal"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_whole);
    auto* column = new QHBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

QWidget* GoalsPart::buildNew() {
    auto* whole = new QWidget(m_whole);
    whole->setObjectName(u"newGoalRow"_s);
    m_new->setParent(whole);
    m_new->setObjectName(u"newGoalName"_s);
    m_new->setAccessibleName(tr("Name of the new goal"));
    m_new->setPlaceholderText(tr("Another goal, such as Net revenue retention 115%"));
    widgets::shareUndo(m_new);
    auto* adds = new QPushButton(tr("Add"), whole);
    adds->setObjectName(u"addGoal"_s);
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_new, 1);
    row->addWidget(adds);
    connect(m_new, &QLineEdit::returnPressed, this, &GoalsPart::add);
    connect(adds, &QPushButton::clicked, this, &GoalsPart::add);
    return whole;
}

void GoalsPart::dress() {
    const theme::Theme& theme = m_context.theme;
    m_card->setFixedWidth(theme.px(cardWidth));
    m_whole->layout()->setSpacing(theme.px(theme::space::cardGap));
    m_new->parentWidget()->layout()->setSpacing(theme.px(theme::space::s));
    m_whole->setMaximumWidth(theme.px(mostWide));
}

// --- what there is

void GoalsPart::showDraft(const TemplateView& view) {
    m_view = view;
    if (!view.moment) {
        return;
    }
    const Scorecard& scorecard = *view.moment->snapshot->scorecard;
    m_goals = scorecard.goals;
    m_metrics = scorecard.metrics;
    std::optional<DraftScoring> scoring = scoringOf(view);
    const bool isSame = scoring && m_scoring && isSameScoring(*scoring, *m_scoring);
    m_scoring = std::move(scoring);
    if (!isSame) {
        m_red.reset();
        m_isCounting = false;
        ++m_asked;
    }
    showRows();
    if (isVisible()) {
        count();
    }
}

/// What every metric of the template carries, and where it is red.
ServingMetrics GoalsPart::serving() const {
    ServingMetrics serving;
    const auto shares = analytics::nominalShares(m_view.draft.version);
    for (std::size_t group = 0; group < shares.size(); ++group) {
        for (std::size_t at = 0; at < shares[group].size(); ++at) {
            serving[m_view.draft.version.groups[group].metrics[at].metric].share = shares[group][at];
        }
    }
    std::size_t position = 0;
    if (m_red && m_scoring) {
        for (const Group& group : m_scoring->part.version.groups) {
            for (const GroupMetric& use : group.metrics) {
                serving[use.metric].red = (*m_red)[position++];
            }
        }
    }
    return serving;
}

int GoalsPart::servedBy(const std::string& goal) const {
    return static_cast<int>(std::ranges::count(m_metrics, goal, &Metric::goal));
}

void GoalsPart::showRows() {
    m_rows = goalRows(m_goals, m_metrics, serving());
    m_tree->setRows(m_rows);
    m_isBegun = m_isBegun && m_goals.empty();
    m_stack->setCurrentWidget(m_goals.empty() && !m_isBegun ? static_cast<QWidget*>(m_empty) : m_whole);
    showChosen();
}

std::string GoalsPart::chosenGoal() const {
    const auto mark = m_tree->current();
    return mark && mark->first == GoalRowKind::Goal ? mark->second : std::string();
}

const Metric* GoalsPart::chosenMetric() const {
    const auto mark = m_tree->current();
    if (!mark || mark->first != GoalRowKind::Metric) {
        return nullptr;
    }
    const auto found = std::ranges::find(m_metrics, mark->second, &Metric::key);
    return found == m_metrics.end() ? nullptr : &*found;
}

void GoalsPart::chosenAnother() {
    widgets::showFault(m_fault, {});
    showChosen();
}

void GoalsPart::showChosen() {
    if (const std::string goal = chosenGoal(); !goal.empty()) {
        m_card->showGoal(m_goals, goal, servedBy(goal));
    } else if (const Metric* metric = chosenMetric()) {
        m_card->showMetric(*metric, m_goals);
    } else {
        m_card->showNothing();
    }
}

void GoalsPart::begin() {
    m_isBegun = true;
    showRows();
    m_new->setFocus();
}

/// A line a row, as the tree stands: what *Copy as text* takes.
QString GoalsPart::asText() const {
    QString text;
    std::vector<int> depths;
    for (const GoalRow& row : m_rows) {
        depths.push_back(row.parent ? depths[*row.parent] + 1 : 0);
        text += QString(depths.back() * 2, u' ') +
                QStringList{row.name, row.share, row.red}.join(u'\t').trimmed() + u'\n';
    }
    return text;
}

// --- how many are red

void GoalsPart::showEvent(QShowEvent* event) {
    TemplatePart::showEvent(event);
    count();
}

void GoalsPart::count() {
    if (!m_scoring || m_red || m_isCounting || m_goals.empty()) {
        return;
    }
    using Counts = std::vector<std::size_t>;
    m_isCounting = true;
    m_context.jobs.runLatest<Counts>(
        u"templates.goals"_s,
        {},
        [scoring = *m_scoring](const Job& job) -> Result<Counts> {
            const session::Moment& moment = *scoring.moment;
            const auto version = scoring::compile(*moment.snapshot, scoring.part.version);
            const auto matches =
                analytics::templateMatches(*moment.scorer, scoring.place, moment.day, job.stop);
            Counts red =
                analytics::redByMetric(*moment.snapshot, version, matches.scored, moment.day, job.stop);
            return job.stopped() ? Result<Counts>(cancelled()) : std::move(red);
        },
        this,
        [this, asked = m_asked](Result<Counts> red) {
            if (asked != m_asked) {
                return; // of an older draft
            }
            m_isCounting = false;
            if (red) {
                m_red = std::move(*red);
                showRows();
            }
        });
}

} // namespace hb::pages
