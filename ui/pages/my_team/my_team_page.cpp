// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/my_team/my_team_page.h"

#include "core/wording/error_sentence.h"
#include "core/wording/team_sentence.h"
#include "ui/pages/my_team/metric_card.h"
#include "ui/pages/my_team/team_edits.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::OwnedMetric;
using widgets::makeLabel;

MyTeamPage::MyTeamPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator), m_stack(new QStackedLayout(this)),
      m_empty(new widgets::EmptyState(context.theme, theme::Icon::Team, this)), m_body(new QWidget(this)),
      m_head(new QWidget(m_body)), m_teams(new QPushButton(m_head)),
      m_report(new QPushButton(tr("Report..."), m_head)), m_headline(makeLabel("pageTitle", m_body)),
      m_unscored(makeLabel("muted", m_body)), m_import(new QPushButton(tr("Import measurements"), m_body)),
      m_scroll(new QScrollArea(m_body)), m_list(new QVBoxLayout) {
    setObjectName(u"myTeamPage"_s);
    build();
    const session::BookSession& session = context.session;
    const auto follow = [this] {
        if (isVisible()) {
            read();
        }
    };
    connect(&session, &session::BookSession::changed, this, follow);
    connect(&session, &session::BookSession::changed, this, &MyTeamPage::checkAnswers);
    connect(&session, &session::BookSession::dayChanged, this, follow);
    connect(&session, &session::BookSession::personChanged, this, [this, follow] {
        m_chosen.clear();
        follow();
    });
    connect(&session, &session::BookSession::closed, this, &MyTeamPage::leaveBook);
    connect(&session, &session::BookSession::editLost, this, &MyTeamPage::takeBack);
    connect(m_empty, &widgets::EmptyState::requested, this, [this] {
        m_navigator.go({.page = session::page::templates});
    });
    connect(
        m_import, &QPushButton::clicked, this, [this] { m_navigator.go({.page = session::page::import}); });
    connect(m_report, &QPushButton::clicked, this, &MyTeamPage::writeReport);
    connect(m_teams->menu(), &QMenu::aboutToShow, this, &MyTeamPage::showTeams);
    connect(&context.theme, &theme::Theme::changed, this, &MyTeamPage::dress);
    dress();
}

void MyTeamPage::build() {
    auto* column = new QVBoxLayout(m_body);
    buildHead(*column);
    for (QLabel* label : {m_headline, m_unscored}) {
        label->setWordWrap(true);
    }
    m_headline->setObjectName(u"teamHeadline"_s);
    m_unscored->setObjectName(u"teamUnscored"_s);
    m_import->setObjectName(u"teamImport"_s);
    theme::setStyleProperty(m_import, "hbButton", u"primary"_s);
    m_import->hide();
    column->addWidget(m_headline);
    auto* inside = new QWidget;
    inside->setObjectName(u"hbScrolled"_s);
    auto* rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(m_list);
    rows->addWidget(m_unscored);
    rows->addSpacing(theme::space::m);
    rows->addWidget(m_import, 0, Qt::AlignLeft);
    rows->addStretch(1);
    m_scroll->setObjectName(u"teamCards"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(inside);
    column->addWidget(m_scroll, 1);
    m_empty->setObjectName(u"teamEmpty"_s);
    m_empty->setTexts(tr("My team shows a team the metrics that it can do something about, and where they "
                         "are red. Say in Templates who can act on a metric, and its card stands here."),
                      tr("Go to Templates"));
    m_stack->addWidget(m_body);
    m_stack->addWidget(m_empty);
}

void MyTeamPage::buildHead(QBoxLayout& column) {
    m_teams->setObjectName(u"teamPill"_s);
    m_teams->setMenu(new QMenu(m_teams));
    m_teams->menu()->setObjectName(u"teamMenu"_s);
    m_teams->setToolTip(tr("Which team"));
    m_report->setObjectName(u"teamReport"_s);
    m_report->setToolTip(tr("Writes this page as a file for people without Healthbook"));
    theme::setStyleProperty(m_teams, "hbButton", u"chip"_s);
    theme::setStyleProperty(m_report, "hbButton", u"flat"_s);
    auto* row = new QHBoxLayout(m_head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_teams);
    row->addStretch(1);
    row->addWidget(m_report);
    column.addWidget(m_head);
}

void MyTeamPage::dress() {
    const theme::Theme& theme = m_context.theme;
    const int margin = theme.px(theme::space::pageMargin);
    m_body->layout()->setContentsMargins(margin, theme.px(theme::space::l), margin, 0);
    m_body->layout()->setSpacing(theme.px(theme::space::m));
    m_list->setSpacing(theme.px(theme::space::cardGap));
}

// --- what is shown

void MyTeamPage::activate(const session::ViewState& /*state*/) {
    if (m_context.session.isOpen()) {
        m_seen = session::readSeenRed(m_context.session, m_context.settings);
    }
    read();
    remember();
}

std::string MyTeamPage::teamNow() const {
    const session::BookSession& session = m_context.session;
    const std::vector<std::string> teams = analytics::ownerTeams(*session.snapshot().scorecard);
    return std::ranges::find(teams, m_chosen) != teams.end()
               ? m_chosen
               : session::teamToShow(session, m_context.settings);
}

void MyTeamPage::read() {
    const session::BookSession& session = m_context.session;
    if (!session.isOpen()) {
        return;
    }
    const std::string team = teamNow();
    if (team.empty()) {
        showEmpty();
        return;
    }
    if (session.moment() == m_asked && team == m_team) {
        return;
    }
    m_asked = session.moment();
    m_team = team;
    m_context.jobs.runLatest<Ready>(
        u"myTeam"_s,
        tr("What %1 owns").arg(QString::fromStdString(team)),
        [moment = m_asked, team](const Job& job) -> Result<Ready> {
            auto shown = std::make_shared<Shown>();
            shown->moment = moment;
            shown->owned = analytics::ownedMetrics(*moment->scorer, team, moment->day, job.stop);
            return job.stopped() ? Result<Ready>(cancelled()) : Result<Ready>(std::move(shown));
        },
        this,
        [this](const Result<Ready>& shown) { shown ? show(*shown) : sayError(shown.error()); });
}

void MyTeamPage::showEmpty() {
    m_asked.reset();
    m_shown.reset();
    m_team.clear();
    dropCards();
    m_stack->setCurrentWidget(m_empty);
}

/// Nothing of the last book, and no half an answer to it, stands over the next.
void MyTeamPage::leaveBook() {
    m_chosen.clear();
    m_seen.clear();
    m_answers.clear();
    showEmpty();
}

void MyTeamPage::dropCards() {
    for (MetricCard* card : std::exchange(m_cards, {})) {
        m_list->removeWidget(card);
        card->hide();
        card->deleteLater();
    }
}

void MyTeamPage::sayError(const Error& error) {
    m_asked.reset(); // it is tried again when the page comes to the front
    m_stack->setCurrentWidget(m_body);
    m_import->hide();
    m_headline->setText(wording::errorSentence(error));
}

void MyTeamPage::show(const Ready& shown) {
    if (shown->moment != m_context.session.moment()) {
        m_asked.reset(); // the book has gone on, or is gone: it is asked again
        return;
    }
    m_shown = shown;
    const Snapshot& snapshot = *shown->moment->snapshot;
    m_stack->setCurrentWidget(m_body);
    m_teams->setText(tr("Team: %1").arg(QString::fromStdString(shown->owned.team).replace(u'&', u"&&"_s)));
    m_headline->setText(wording::ownedHeadline(snapshot, shown->owned));
    m_unscored->setText(wording::unscoredSentence(snapshot, shown->owned));
    m_unscored->setVisible(!m_unscored->text().isEmpty());
    m_import->setVisible(shown->owned.metrics.empty());
    std::vector<MetricCard*> before = std::move(m_cards);
    m_cards.clear();
    for (const OwnedMetric& metric : shown->owned.metrics) {
        const MetricCardFacts facts = factsOf(metric);
        const auto known = std::ranges::find(before, facts.metric, &MetricCard::metric);
        MetricCard* card = known == before.end() ? makeCard() : *known;
        if (known != before.end()) {
            before.erase(known);
        }
        card->setFacts(facts);
        m_list->insertWidget(static_cast<int>(m_cards.size()), card);
        card->show();
        m_cards.push_back(card);
    }
    for (MetricCard* gone : before) {
        m_list->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
    }
    QWidget* last = m_report;
    for (MetricCard* card : m_cards) {
        last = card->tabAfter(last);
    }
    if (isVisible()) {
        remember();
    }
}

/// What stands here was seen; a look at a past day says nothing of what is new.
void MyTeamPage::remember() {
    const session::BookSession& session = m_context.session;
    if (m_shown && m_shown->moment == session.moment() && session.asOf() == session.homeDay()) {
        session::rememberSeenRed(
            m_context.session, m_context.settings, *m_shown->moment->snapshot, m_shown->owned);
    }
}

bool MyTeamPage::isNews(const OwnedMetric& metric) const {
    const std::string& key = m_shown->moment->snapshot->scorecard->metrics[metric.metric].key;
    const session::SeenRed* seen = session::findSeen(m_seen, key);
    const Day from = seen ? seen->day : m_shown->owned.before;
    return (seen && metric.now.red.accounts > seen->red) ||
           std::ranges::any_of(metric.red, [from](const analytics::RedAccount& account) {
               return account.since && *account.since > from;
           });
}

MetricCardFacts MyTeamPage::factsOf(const OwnedMetric& metric) const {
    const Snapshot& snapshot = *m_shown->moment->snapshot;
    return {.metric = snapshot.scorecard->metrics[metric.metric].key,
            .words = report::teamCard(snapshot, metric),
            .isNews = isNews(metric),
            .accounts = metric.red.size(),
            // The card asks for rows of what is shown only; `shown` holds them.
            .row = [this, shown = m_shown, at = &metric](std::size_t row) { return rowOf(*shown, *at, row); },
            .find = [shown = m_shown, at = &metric](const QString& account) -> std::optional<std::size_t> {
                const auto index = shown->moment->snapshot->findAccount(account.toStdString());
                const auto red = std::ranges::find_if(at->red, [index](const analytics::RedAccount& each) {
                    return index && each.who.account == *index;
                });
                return red == at->red.end() ? std::nullopt
                                            : std::optional(static_cast<std::size_t>(red - at->red.begin()));
            }};
}

MetricCard* MyTeamPage::makeCard() {
    auto* card = new MetricCard(m_context.theme, this);
    connect(card, &MetricCard::openAsked, this, [this, card](const QString& account) {
        openAccount(*card, account);
    });
    connect(card, &MetricCard::menuAsked, this, [this, card](const QString& account, const QPoint& place) {
        showMenu(*card, account, place);
    });
    connect(
        card, &MetricCard::takeAsked, this, [this, card](const QString& account) { take(*card, account); });
    connect(card, &MetricCard::answered, this, [this, card](const QString& account, const QString& text) {
        answer(*card, account, text);
    });
    return card;
}

bool MyTeamPage::escape() {
    return std::ranges::any_of(m_cards, [](MetricCard* card) { return card->closeAnswer(); });
}

std::vector<QWidget*> MyTeamPage::regions() {
    if (m_stack->currentWidget() == m_empty) {
        return {m_empty};
    }
    std::vector<QWidget*> parts{m_head};
    parts.insert(parts.end(), m_cards.begin(), m_cards.end());
    return parts;
}

} // namespace hb::pages
