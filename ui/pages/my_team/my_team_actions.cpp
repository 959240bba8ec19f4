// SPDX-License-Identifier: GPL-3.0-or-later
// What is done on the page: a team is chosen, a metric taken or answered, the page copied or written.
#include "core/report/team_report.h"
#include "core/wording/error_sentence.h"
#include "ui/pages/my_team/metric_card.h"
#include "ui/pages/my_team/my_team_page.h"
#include "ui/pages/my_team/team_edits.h"
#include "ui/prompts/prompts.h"
#include "ui/settings/settings.h"
#include "ui/widgets/why_not.h"

#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

/// What a text or a table of the page holds of each card at once; the files hold all.
constexpr std::size_t rowsInText = 20;

} // namespace

void MyTeamPage::showTeams() {
    QMenu* menu = m_teams->menu();
    menu->clear();
    if (!m_context.session.isOpen()) {
        return;
    }
    for (const std::string& team : analytics::ownerTeams(*m_context.session.snapshot().scorecard)) {
        const QString name = QString::fromStdString(team);
        QAction* action =
            menu->addAction(QString(name).replace(u'&', u"&&"_s), this, [this, name] { chooseTeam(name); });
        action->setObjectName(u"team."_s + name);
        action->setCheckable(true);
        action->setChecked(team == m_team);
    }
}

/// Kept for the next time; of somebody who is in a team, theirs then comes first again.
void MyTeamPage::chooseTeam(const QString& team) {
    m_chosen = team.toStdString();
    m_context.settings.set(settings::ofBook(settings::shownTeam, m_context.session.path()), team);
    read();
}

void MyTeamPage::openAccount(const MetricCard& card, const QString& account) {
    if (!m_context.session.isOpen() || !m_shown) {
        return;
    }
    const Snapshot& of = *m_shown->moment->snapshot;
    const Snapshot& now = m_context.session.snapshot();
    std::vector<AccountIndex> list; // *next* and *previous* walk what stands here
    for (const analytics::OwnedMetric& metric : m_shown->owned.metrics) {
        if (of.scorecard->metrics[metric.metric].key == card.metric()) {
            for (const analytics::RedAccount& red : metric.red) {
                if (const auto at = now.findAccount((*of.accounts)[red.who.account].key)) {
                    list.push_back(*at);
                }
            }
        }
    }
    m_context.session.setList(std::move(list));
    m_navigator.go({.page = session::page::account, .account = account});
}

void MyTeamPage::take(const MetricCard& card, const QString& account) {
    session::BookSession& session = m_context.session;
    if (const auto found = placeOf(session.snapshot(), card.metric(), account)) {
        const TeamEdit edit =
            takeEdit(session.snapshot(), found->account, found->metric, session.actor().name, session.asOf());
        session.apply(edit.edit, edit.text);
    }
}

void MyTeamPage::showMenu(const MetricCard& card, const QString& account, const QPoint& place) {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"redAccountMenu"_s);
    menu->addAction(tr("Open the account"), &card, [this, &card, account] { openAccount(card, account); })
        ->setObjectName(u"openAccount"_s);
    menu->addAction(tr("Open in a new window"), this, [this, account] {
        m_navigator.openWindow({.page = session::page::account, .account = account});
    });
    menu->addSeparator();
    QAction* take = menu->addAction(tr("Take"), &card, [this, &card, account] { this->take(card, account); });
    take->setObjectName(u"takeAccount"_s);
    QAction* answer = menu->addAction(tr("Answer"), &card, [&card, account] { card.openAnswer(account); });
    answer->setObjectName(u"answerAccount"_s);
    take->setVisible(!card.isTaken(account));
    for (QAction* each : {take, answer}) {
        widgets::setWhyNot(menu, each, m_context.session.whyNotWrite());
    }
    menu->addSeparator();
    widgets::addCopyActions(*menu, copies());
    menu->popup(place);
}

shell::Actions MyTeamPage::actions() {
    const auto isShown = [this] { return m_shown != nullptr; };
    return {{.id = u"myTeam.report"_s,
             .text = tr("Report of the team..."),
             .shortcut = QKeySequence(u"Ctrl+P"_s),
             .menu = shell::Menu::File,
             .run = [this] { writeReport(); },
             .enabled = isShown},
            {.id = u"myTeam.team"_s,
             .text = tr("Choose the team"),
             .menu = shell::Menu::View,
             .run = [this] { m_teams->showMenu(); },
             .enabled = isShown}};
}

QString MyTeamPage::asText() const {
    return m_shown
               ? report::teamText(report::teamReport(*m_shown->moment->snapshot, m_shown->owned, rowsInText))
               : QString();
}

widgets::Copies MyTeamPage::copies() {
    widgets::Copies copies{.text = [this] { return asText(); }, .picture = [this] { return grab(); }};
    if (m_shown) {
        copies.readTable = [this](auto done) { readTable(std::move(done)); };
        copies.name = QString::fromStdString(m_shown->owned.team);
    }
    return copies;
}

/// All accounts of all cards: at 100,000 accounts that is for a job.
void MyTeamPage::readTable(std::function<void(Result<exchange::Table>)> done) {
    if (!m_shown) {
        done(cancelled()); // whoever asked is told that there is nothing
        return;
    }
    m_context.jobs.runLatest<exchange::Table>(
        u"myTeam.table"_s,
        tr("Making the table"),
        [shown = m_shown](const Job&) -> Result<exchange::Table> {
            return report::teamTable(*shown->moment->snapshot, shown->owned);
        },
        this,
        std::move(done));
}

void MyTeamPage::writeReport() {
    if (!m_shown) {
        return;
    }
    const QString name = QString::fromStdString(m_shown->owned.team).toLower().replace(u' ', u'-');
    const auto path = m_context.prompts.saveFile(
        this, tr("Report of the team"), QString(name).remove(u'/') + u".html"_s, tr("Web pages (*.html)"));
    if (!path) {
        return;
    }
    m_context.jobs.run<QString>(
        tr("Writing the report"),
        [shown = m_shown, path = *path, book = m_context.session.name()](const Job&) -> Result<QString> {
            const auto report = report::teamReport(*shown->moment->snapshot, shown->owned);
            HB_CHECK(report::writeTeamReport(report, book, path));
            return report::wroteTeamReport(report, path);
        },
        this,
        [this](const Result<QString>& wrote) {
            m_navigator.toast(wrote ? *wrote : wording::errorSentence(wrote.error()));
        });
}

} // namespace hb::pages
