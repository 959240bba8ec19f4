// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/account_page.h"

#include "ui/pages/account/account_edits.h"
#include "ui/pages/account/account_head.h"
#include "ui/pages/account/account_trend.h"
#include "ui/pages/account/attributes_card.h"
#include "ui/pages/account/benchmark_card.h"
#include "ui/pages/account/costs_card.h"
#include "ui/pages/account/family_card.h"
#include "ui/pages/account/group_grid.h"
#include "ui/pages/account/keys_card.h"
#include "ui/pages/account/metric_about.h"
#include "ui/pages/account/metric_row.h"
#include "ui/pages/account/overrides_card.h"
#include "ui/pages/account/score_card.h"
#include "ui/pages/account/side_column.h"
#include "ui/pages/account/trend_card.h"
#include "ui/widgets/empty_state.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int rightColumn = 344, narrowRightColumn = 264, narrowBelow = 1080;
}

AccountPage::AccountPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator), m_stack(new QStackedLayout(this)),
      m_gone(new widgets::EmptyState(context.theme, theme::Icon::Book, this)), m_area(new QScrollArea(this)),
      m_body(new QWidget), m_head(new AccountHead(context.theme, m_body)),
      m_score(new ScoreCard(context.theme, m_body)), m_trend(new TrendCard(context.theme, m_body)),
      m_costs(new CostsCard(context.theme, m_body)), m_side(new SideColumn(context, navigator, m_body)),
      m_overrides(new OverridesCard(context.theme, m_body)), m_groups(new GroupGrid(context.theme, m_body)),
      m_benchmark(new BenchmarkCard(context.theme, context.jobs, m_body)),
      m_attributes(new AttributesCard(context.theme, m_body)),
      m_family(new FamilyCard(context.theme, m_body)),
      m_keys(new KeysCard(context.theme, context.jobs, m_body)) {
    build();
    connectParts();
    connectByHand();
    fitColumns();
}

void AccountPage::build() {
    m_area->setObjectName(u"accountArea"_s);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body->setObjectName(u"hbScrolled"_s);
    m_area->setWidget(m_body);
    m_gone->setTexts(tr("This account is not in the book."), tr("Back"));
    m_stack->addWidget(m_area);
    m_stack->addWidget(m_gone);
    auto* grid = new QGridLayout;
    grid->setSpacing(theme::space::cardGap);
    grid->addWidget(m_score, 0, 0);
    grid->addWidget(m_trend, 0, 1);
    grid->addWidget(m_costs, 1, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    auto* left = new QVBoxLayout;
    left->setSpacing(theme::space::cardGap);
    left->addLayout(grid);
    left->addWidget(m_overrides);
    left->addWidget(m_family);
    left->addWidget(m_groups);
    left->addWidget(m_benchmark);
    left->addWidget(m_attributes);
    left->addStretch(1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme::space::cardGap);
    columns->addLayout(left, 1);
    columns->addWidget(m_side);
    auto* rows = new QVBoxLayout(m_body);
    constexpr int margin = theme::space::pageMargin;
    constexpr int foot = 4 * margin; // what stands last can be scrolled from under a toast
    rows->setContentsMargins(margin, theme::space::l, margin, foot);
    rows->setSpacing(theme::space::cardGap);
    rows->addWidget(m_head);
    rows->addWidget(m_keys);
    rows->addLayout(columns, 1);
}

void AccountPage::connectParts() {
    session::BookSession& session = m_context.session;
    // Hidden it need not follow: activate() shows it anew.
    connect(&session, &session::BookSession::dayChanged, this, [this] {
        if (isVisible()) {
            refresh();
            readOrigins();
        }
    });
    connect(&session, &session::BookSession::changed, this, &AccountPage::follow);
    connect(&session, &session::BookSession::editLost, this, &AccountPage::takeBack);
    connect(&session, &session::BookSession::closed, this, &AccountPage::forget);
    connect(&m_context.theme, &theme::Theme::changed, this, &AccountPage::fitColumns);
    connect(m_gone, &widgets::EmptyState::requested, this, [this] { m_navigator.goBack(); });
    connect(m_head, &AccountHead::stepRequested, this, &AccountPage::step);
    connect(m_head, &AccountHead::reviewRequested, this, &AccountPage::review);
    connect(m_head, &AccountHead::noteRequested, m_side, &SideColumn::beginNote);
    connect(m_head, &AccountHead::actionRequested, m_side, &SideColumn::beginAction);
    connect(m_head, &AccountHead::menuRequested, this, &AccountPage::showMenu);
    connect(m_score, &ScoreCard::whyAsked, this, &AccountPage::showWhy);
    connect(m_trend, &TrendCard::monthsChanged, this, &AccountPage::refreshTrend);
    connect(m_trend->chart(), &charts::TrendChart::dayChosen, this, [this](Day day) {
        if (day < m_at->day()) {
            m_costs->showChangeSince(day);
        }
    });
    connect(m_costs, &CostsCard::metricAsked, this, &AccountPage::showMetric);
    connect(m_groups, &GroupGrid::levelSet, this, [this](MetricIndex metric, int level, const QString& note) {
        if (m_at) {
            apply(levelEdit(*m_at, metric, level, note));
        }
    });
    connect(m_groups, &GroupGrid::aboutShown, this, &AccountPage::readOrigin);
}

void AccountPage::fitColumns() {
    const theme::Theme& theme = m_context.theme;
    m_side->setFixedWidth(theme.px(width() < theme.px(narrowBelow) ? narrowRightColumn : rightColumn));
}

void AccountPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    fitColumns();
}

// --- what is shown

void AccountPage::activate(const session::ViewState& state) {
    const bool isOther = state.account != m_key;
    const bool isOtherPeriod = isOther || state.changed != m_changed;
    m_changed = state.changed;
    if (isOther) {
        m_key = state.account;
        m_id = {};
        m_notes.clear();
        m_byHand.clear();
        m_side->startAccount(m_key);
        m_area->ensureVisible(0, 0);
    }
    if (isOtherPeriod) {
        m_costs->forgetDay();
    }
    refresh();
    if (isOtherPeriod && m_changed && m_at) {
        m_costs->showPeriod(*m_changed);
    }
    readNotes();
    readHandValues();
    readOrigins();
    m_side->read();
    if (!state.words.isEmpty()) {
        m_side->searchFor(state.words);
    }
}

void AccountPage::follow(const book::ChangeSet& changes) {
    if (!isVisible()) {
        return;
    }
    refresh();
    if (changes.everything || changes.notes) {
        readNotes();
    }
    if (changes.everything || changes.measurements) {
        readHandValues();
        readOrigins();
    }
    m_side->follow(changes);
}

/// The next book may have an account of the same key.
void AccountPage::forget() {
    m_key.clear();
    m_overrides->forget();
    m_attributes->forget();
    m_groups->forgetDrafts();
    m_id = {};
    m_side->forget();
    refresh();
}

void AccountPage::refresh() {
    const session::BookSession& session = m_context.session;
    m_at.reset();
    if (session.isOpen()) {
        auto account = session.snapshot().findAccount(m_key.toStdString());
        if (!account && m_id.isValid()) {
            account = session.snapshot().findAccount(m_id); // it got its other id back
        }
        if (account) {
            m_at = accountAt(session.moment(), *account, session.today());
            m_id = m_id.isValid() ? m_id : m_at->id();
            m_at->shownAs = session.shownAs();
            m_at->whyNotWrite = session.whyNotWrite();
        }
    }
    m_stack->setCurrentWidget(m_at ? static_cast<QWidget*>(m_area) : m_gone);
    if (!m_at) {
        m_costs->clear();
    } else {
        m_head->setAccount(*m_at);
        m_head->setPlace(listPosition(), session.list().size());
        m_head->setWhyNotReview(whyNotReview());
        m_score->setFacts(scoreFacts(*m_at));
        m_costs->setAccount(*m_at, session.firstDay());
        refreshTrend();
        m_groups->setGroups(groupFacts(*m_at));
        m_benchmark->setAccount(*m_at);
        showByHand();
    }
    m_side->showAccount(m_at);
    Q_EMIT placeChanged();
}

void AccountPage::refreshTrend() {
    if (!m_at) {
        return;
    }
    const Day oldest = std::min(m_context.session.firstDay(), m_at->day());
    const int months = m_trend->months();
    const Day first = months > 0 ? std::max(oldest, monthsBefore(m_at->day(), months)) : oldest;
    m_trend->chart()->setData(accountTrend(*m_at, first, {.notes = m_notes, .byHand = m_byHand}));
}

// --- what is read from the file: another account may be shown by the time it comes, and a failed read keeps
// what is shown

void AccountPage::readNotes() {
    if (!m_at || m_context.session.path().isEmpty()) {
        return;
    }
    m_context.session.readNotes(
        m_at->id(), this, [this, key = m_key](const Result<std::vector<book::Note>>& notes) {
            if (key == m_key && notes && m_at) {
                m_notes = *notes;
                refreshTrend();
            }
        });
}

void AccountPage::readHandValues() {
    if (!m_at || m_context.session.path().isEmpty()) {
        return;
    }
    m_context.session.readHandValues(
        m_at->id(), this, [this, key = m_key](const Result<std::vector<book::HandValue>>& values) {
            if (key == m_key && values && m_at) {
                m_byHand = *values;
                refreshTrend();
            }
        });
}

void AccountPage::readOrigin(MetricRow* row) {
    if (!m_at || m_context.session.path().isEmpty()) {
        return;
    }
    const MetricIndex metric = row->facts().metric;
    const std::size_t position = row->facts().position;
    m_context.session.readOrigin(m_at->id(),
                                 m_at->snapshot().metricIds[m_at->version().metrics[position].series],
                                 m_at->detail.metrics[position].value.observedOn,
                                 row,
                                 [this, row, metric, key = m_key](const Result<book::MetricOrigin>& origin) {
                                     if (origin && m_at && key == m_key && row->facts().metric == metric) {
                                         row->setOrigin(originText(*m_at, metric, *origin));
                                     }
                                 });
}

void AccountPage::readOrigins() {
    for (MetricRow* row : m_groups->rows()) {
        if (m_at && row->isAboutShown()) {
            readOrigin(row);
        }
    }
}

// --- edits

void AccountPage::apply(const NamedEdit& named) {
    m_context.session.apply(named.edit, named.text);
}

QString AccountPage::whyNotReview() const {
    return m_at ? m_at->whyNotToday(tr("You are looking at a past day. What was reviewed is kept with today: "
                                       "go back to it first."))
                : QString();
}

void AccountPage::review() {
    if (m_at && whyNotReview().isEmpty()) {
        apply(reviewEdit(*m_at));
    }
}

QString AccountPage::place() const {
    return m_at ? accountName(*m_at) : QString();
}

QString AccountPage::asText() const {
    return m_at ? accountText(*m_at) : QString();
}

exchange::Table AccountPage::asTable() const {
    return m_at ? m_costs->asTable() : exchange::Table();
}

widgets::Copies AccountPage::copies() {
    widgets::Copies copies{
        .text = [this] { return asText(); }, .picture = [this] { return m_body->grab(); }, .name = place()};
    if (m_at) {
        copies.table = [this] { return asTable(); };
    }
    return copies;
}

bool AccountPage::escape() {
    if (m_keys->leave() || m_overrides->leave() || m_attributes->leave() || m_side->leave()) {
        return true;
    }
    if (m_costs->isShowingChange()) {
        m_costs->showCosts();
        return true;
    }
    return false;
}

} // namespace hb::pages
