// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/account_page.h"

#include "core/wording/numbers.h"
#include "ui/pages/account/account_metrics.h"
#include "ui/pages/account/account_trend.h"
#include "ui/pages/account/costs_card.h"
#include "ui/pages/account/group_card.h"
#include "ui/pages/account/notes_card.h"
#include "ui/pages/account/score_card.h"
#include "ui/pages/account/trend_card.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/empty_state.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

namespace {

constexpr int rightColumn = 344, narrowRightColumn = 264, narrowBelow = 1080;
constexpr int oneColumnBelow = 1000;

QPushButton* makeButton(const QString& name, const char* kind, QWidget* parent) {
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    button->setProperty("hbButton", QString::fromLatin1(kind));
    return button;
}

} // namespace

AccountPage::AccountPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator), m_stack(new QStackedLayout(this)),
      m_gone(new widgets::EmptyState(context.theme, theme::Icon::Book, this)), m_area(new QScrollArea(this)),
      m_body(new QWidget) {
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body->setObjectName(u"hbScrolled"_s);
    m_area->setWidget(m_body);
    m_gone->setTexts(tr("This account is not in the book."), tr("Back"));
    m_stack->addWidget(m_area);
    m_stack->addWidget(m_gone);
    auto* rows = new QVBoxLayout(m_body);
    constexpr int margin = theme::space::pageMargin;
    rows->setContentsMargins(margin, theme::space::l, margin, margin);
    rows->setSpacing(theme::space::s);
    buildTop(m_body);
    buildHead(m_body);

    m_score = new ScoreCard(context.theme, m_body);
    m_trend = new TrendCard(context.theme, m_body);
    m_costs = new CostsCard(context.theme, m_body);
    m_notesCard = new NotesCard(context.theme, m_body);
    auto* grid = new QGridLayout;
    grid->setSpacing(theme::space::cardGap);
    grid->setContentsMargins(0, theme::space::s, 0, theme::space::s);
    grid->addWidget(m_score, 0, 0);
    grid->addWidget(m_trend, 0, 1);
    grid->addWidget(m_costs, 1, 0, 1, 2);
    grid->addWidget(m_notesCard, 0, 2, 2, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    rows->addLayout(grid);
    m_groupGrid = new QGridLayout;
    m_groupGrid->setSpacing(theme::space::cardGap);
    rows->addLayout(m_groupGrid);
    rows->addStretch(1);
    connectParts();
    dress();
}

void AccountPage::buildTop(QWidget* body) {
    m_previous = makeButton(u"previousAccount"_s, "flat", body);
    m_position = makeLabel("muted", body);
    m_position->setObjectName(u"listPosition"_s);
    m_next = makeButton(u"nextAccount"_s, "flat", body);
    m_reviewed = makeButton(u"reviewed"_s, "", body);
    m_reviewed->setText(tr("Reviewed"));
    m_note = makeButton(u"newNote"_s, "", body);
    m_note->setText(tr("Note"));
    m_note->setToolTip(tr("Write a note (Ctrl+N)"));
    m_more = makeButton(u"more"_s, "flat", body);
    m_previous->setToolTip(tr("Previous account (Alt+Up)"));
    m_previous->setAccessibleName(tr("Previous account"));
    m_next->setToolTip(tr("Next account (Alt+Down)"));
    m_next->setAccessibleName(tr("Next account"));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More"));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space::s);
    for (QWidget* part : {static_cast<QWidget*>(m_previous),
                          static_cast<QWidget*>(m_position),
                          static_cast<QWidget*>(m_next)}) {
        row->addWidget(part);
    }
    row->addStretch(1);
    for (QPushButton* button : {m_reviewed, m_note, m_more}) {
        row->addWidget(button);
    }
    static_cast<QVBoxLayout*>(body->layout())->addLayout(row);
}

void AccountPage::buildHead(QWidget* body) {
    m_glyph = new widgets::BandGlyph(m_context.theme, 18, body);
    m_name = makeLabel("pageTitle", body);
    m_name->setObjectName(u"accountName"_s);
    m_facts = makeLabel("muted", body);
    m_facts->setObjectName(u"accountFacts"_s);
    m_headline = makeLabel("body", body);
    m_headline->setObjectName(u"headline"_s);
    m_headline->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space::s);
    row->addWidget(m_glyph);
    row->addWidget(m_name);
    row->addSpacing(theme::space::s);
    row->addWidget(m_facts, 1);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    static_cast<QVBoxLayout*>(body->layout())->addLayout(row);
    body->layout()->addWidget(m_headline);
}

void AccountPage::connectParts() {
    session::BookSession& session = m_context.session;
    // Hidden it need not follow: activate() shows it anew.
    connect(&session, &session::BookSession::dayChanged, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    connect(&session, &session::BookSession::changed, this, &AccountPage::follow);
    connect(&m_context.theme, &theme::Theme::changed, this, &AccountPage::dress);
    connect(m_gone, &widgets::EmptyState::requested, this, [this] { m_navigator.goBack(); });
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_reviewed, &QPushButton::clicked, this, &AccountPage::review);
    connect(m_note, &QPushButton::clicked, m_notesCard, &NotesCard::beginNote);
    connect(m_more, &QPushButton::clicked, this, &AccountPage::showMenu);
    connect(m_notesCard, &NotesCard::noteWritten, this, &AccountPage::addNote);
    connect(m_trend, &TrendCard::monthsChanged, this, &AccountPage::refreshTrend);
    connect(m_trend->chart(), &charts::TrendChart::dayChosen, this, [this](Day day) {
        if (m_at && day < m_at->day()) {
            m_costs->showChangeSince(day);
        }
    });
    connect(m_costs, &CostsCard::metricAsked, this, &AccountPage::showMetric);
}

void AccountPage::dress() {
    const theme::Theme& theme = m_context.theme;
    m_previous->setIcon(theme.icon(theme::Icon::ChevronLeft));
    m_next->setIcon(theme.icon(theme::Icon::ChevronRight));
    m_note->setIcon(theme.icon(theme::Icon::Plus, theme::IconInk::Ink, theme::Gap::After));
    m_reviewed->setIcon(theme.icon(theme::Icon::Check, theme::IconInk::Ink, theme::Gap::After));
    m_more->setIcon(theme.icon(theme::Icon::Menu));
    for (QPushButton* button : {m_note, m_reviewed}) {
        button->setIconSize(QSize(theme.px(18), theme.px(14)));
    }
    fitColumns();
}

void AccountPage::fitColumns() {
    const theme::Theme& theme = m_context.theme;
    m_notesCard->setFixedWidth(theme.px(width() < theme.px(narrowBelow) ? narrowRightColumn : rightColumn));
    placeGroups();
}

void AccountPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    fitColumns();
}

void AccountPage::activate(const session::ViewState& state) {
    if (state.account != m_key) {
        m_key = state.account;
        m_notes.clear();
        m_costs->forgetDay();
        m_notesCard->clearDraft();
        m_notesCard->setNotes({}, m_context.session.asOf());
        m_area->ensureVisible(0, 0);
    }
    refresh();
    readNotes();
}

void AccountPage::follow(const book::ChangeSet& changes) {
    if (!isVisible()) {
        return;
    }
    refresh();
    if (changes.everything || changes.notes) {
        readNotes();
    }
}

void AccountPage::refresh() {
    const session::BookSession& session = m_context.session;
    m_at.reset();
    if (session.isOpen()) {
        if (const auto account = session.snapshot().findAccount(m_key.toStdString())) {
            m_at = accountAt(session.moment(), *account, session.today());
        }
    }
    m_stack->setCurrentWidget(m_at ? static_cast<QWidget*>(m_area) : m_gone);
    if (!m_at) {
        return;
    }
    refreshTop();
    m_score->setFacts(scoreFacts(*m_at));
    m_costs->setAccount(*m_at, session.firstDay());
    refreshTrend();
    refreshGroups();
    Q_EMIT placeChanged();
}

void AccountPage::refreshTop() {
    const std::optional<std::size_t> at = listPosition();
    const std::size_t count = m_context.session.list().size();
    m_position->setText(at ? tr("%1 of %2").arg(*at + 1).arg(count) : QString());
    for (QWidget* part : {static_cast<QWidget*>(m_position),
                          static_cast<QWidget*>(m_previous),
                          static_cast<QWidget*>(m_next)}) {
        part->setVisible(at && count > 1);
    }
    m_previous->setEnabled(at && *at > 0);
    m_next->setEnabled(at && *at + 1 < count);
    m_glyph->setBand(m_at->detail.band);
    m_name->setText(accountName(*m_at));
    m_facts->setText(factsLine(*m_at));
    m_facts->setToolTip(m_facts->text());
    m_headline->setText(headline(*m_at).join(u' '));
    m_reviewed->setEnabled(canReview());
    m_reviewed->setToolTip(canReview() ? tr("I have looked at this (Ctrl+R)") : whyNotReview());
}

void AccountPage::refreshTrend() {
    if (!m_at) {
        return;
    }
    const Day oldest = std::min(m_context.session.firstDay(), m_at->day());
    const int months = m_trend->months();
    const Day first = months > 0 ? std::max(oldest, monthsBefore(m_at->day(), months)) : oldest;
    m_trend->chart()->setData(accountTrend(*m_at, first, m_notes));
}

void AccountPage::refreshGroups() {
    const std::vector<GroupFacts> groups = groupFacts(*m_at);
    while (m_groups.size() > groups.size()) {
        delete m_groups.back();
        m_groups.pop_back();
    }
    while (m_groups.size() < groups.size()) {
        auto* card = new GroupCard(m_context.theme, m_body);
        connect(card, &GroupCard::levelSet, this, &AccountPage::setLevel);
        connect(card, &GroupCard::aboutShown, this, &AccountPage::readHistory);
        m_groups.push_back(card);
    }
    for (std::size_t group = 0; group < groups.size(); ++group) {
        m_groups[group]->setFacts(groups[group]);
    }
    placeGroups();
}

// Two a row where their names have room.
void AccountPage::placeGroups() {
    const bool isNarrow = width() < m_context.theme.px(oneColumnBelow);
    const std::size_t columns = isNarrow || m_groups.size() < 2 ? 1 : 2;
    for (std::size_t at = 0; at < m_groups.size(); ++at) {
        m_groupGrid->addWidget(m_groups[at], static_cast<int>(at / columns), static_cast<int>(at % columns));
    }
    m_groupGrid->setColumnStretch(0, 1);
    m_groupGrid->setColumnStretch(1, columns > 1 ? 1 : 0);
}

void AccountPage::readNotes() {
    if (!m_at || m_context.session.path().isEmpty()) {
        return;
    }
    const AccountId account = (*m_at->snapshot().accounts)[m_at->account].id;
    m_context.session.readNotes(
        account, this, [this, key = m_key](const Result<std::vector<book::Note>>& notes) {
            if (key != m_key || !notes || !m_at) {
                return; // another account by now; a failed read keeps what is shown
            }
            m_notes = *notes;
            m_notesCard->setNotes(m_notes, m_at->day());
            refreshTrend();
        });
}

void AccountPage::readHistory(MetricRow* row) {
    if (!m_at || m_context.session.path().isEmpty()) {
        return;
    }
    const MetricIndex metric = row->facts().metric;
    m_context.session.readHandValues(
        (*m_at->snapshot().accounts)[m_at->account].id,
        m_at->snapshot().metricIds[metric],
        row,
        [this, row, metric, key = m_key](const Result<std::vector<book::HandValue>>& values) {
            if (values && m_at && key == m_key && row->facts().metric == metric) {
                row->setHistory(historyText(*m_at, metric, *values));
            }
        });
}

std::optional<std::size_t> AccountPage::listPosition() const {
    if (!m_at) {
        return {};
    }
    const std::vector<AccountIndex>& list = m_context.session.list();
    const auto found = std::ranges::find(list, m_at->account);
    return found == list.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - list.begin()));
}

void AccountPage::step(int by) {
    const std::optional<std::size_t> at = listPosition();
    const std::vector<AccountIndex>& list = m_context.session.list();
    if (!at || (by < 0 && *at == 0) || (by > 0 && *at + 1 >= list.size())) {
        return;
    }
    const AccountIndex next = list[by > 0 ? *at + 1 : *at - 1];
    const std::string& key = (*m_at->snapshot().accounts)[next].key;
    m_navigator.go(
        {.page = session::page::account, .account = QString::fromStdString(key), .asOf = {}, .filter = {}});
}

bool AccountPage::canReview() const {
    return m_at && !m_context.session.isPast();
}

QString AccountPage::whyNotReview() const {
    return tr("You are looking at a past day; what was reviewed is kept with today.");
}

void AccountPage::review() {
    if (!canReview()) {
        return;
    }
    const AccountId account = (*m_at->snapshot().accounts)[m_at->account].id;
    const std::uint32_t reasons = m_at->moment->book.reasons[m_at->account].bits();
    m_context.session.apply(
        book::SetReviewed{.account = account, .day = m_context.session.today(), .reasons = reasons},
        tr("Reviewed %1").arg(accountName(*m_at)));
}

void AccountPage::addNote(const QString& text) {
    if (m_at) {
        const AccountId account = (*m_at->snapshot().accounts)[m_at->account].id;
        m_context.session.apply(book::AddNote{.account = account, .day = m_at->day(), .text = text},
                                tr("Wrote a note on %1").arg(accountName(*m_at)));
    }
}

void AccountPage::setLevel(MetricIndex metric, int level, const QString& note) {
    if (!m_at) {
        return;
    }
    const Metric& about = m_at->snapshot().scorecard->metrics[metric];
    const QString label = wording::valueText(about, level);
    m_context.session.apply(book::SetMeasurement{.account = (*m_at->snapshot().accounts)[m_at->account].id,
                                                 .metric = m_at->snapshot().metricIds[metric],
                                                 .day = m_at->day(),
                                                 .value = level,
                                                 .note = note},
                            tr("Set %1 to %2").arg(toQString(about.name), label));
}

QString AccountPage::place() const {
    return m_at ? accountName(*m_at) : QString();
}

QString AccountPage::asText() const {
    return m_at ? accountText(*m_at) : QString();
}

QString AccountPage::asTable() const {
    return m_at ? m_costs->asTable() : QString();
}

bool AccountPage::escape() {
    if (m_costs->isShowingChange()) {
        m_costs->showCosts();
        return true;
    }
    return false;
}

shell::PageInfo accountPageInfo() {
    return {.id = session::page::account,
            .title = AccountPage::tr("Account"),
            .icon = theme::Icon::Person,
            .inRail = false,
            .make = [](const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
                -> shell::Page* { return new AccountPage(context, navigator, parent); }};
}

} // namespace hb::pages
