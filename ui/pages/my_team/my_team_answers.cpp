// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of the page say of what was taken and answered, and the answers themselves.
#include "ui/pages/my_team/metric_card.h"
#include "ui/pages/my_team/my_team_page.h"
#include "ui/pages/my_team/team_edits.h"

#include <algorithm>
#include <ranges>
#include <set>

namespace hb::pages {

using analytics::OwnedMetric;

RedRowFacts MyTeamPage::rowOf(const Shown& shown, const OwnedMetric& metric, std::size_t row) const {
    const Snapshot& snapshot = *shown.moment->snapshot;
    const analytics::RedAccount& account = metric.red[row];
    const session::BookSession& session = m_context.session;
    const Day day = shown.owned.day;
    report::TeamRow words = report::teamRow(snapshot, metric.metric, account, day);
    const QString answered = answeredText(snapshot.scorecard->metrics[metric.metric].key, words.key, day);
    return {.row = std::move(words),
            .taken = takenText(snapshot, account.who.account, metric.metric, day, session.actor().name),
            .answered = answered,
            .whyNot = session.whyNotWrite()};
}

void MyTeamPage::answer(const MetricCard& card, const QString& account, const QString& text) {
    session::BookSession& session = m_context.session;
    if (const auto found = placeOf(session.snapshot(), card.metric(), account)) {
        const TeamEdit edit =
            answerEdit(session.snapshot(), found->account, found->metric, text, session.asOf());
        m_answers.push_back({.metric = card.metric(),
                             .account = account,
                             .text = text,
                             .note = std::get<book::AddNote>(edit.edit)});
        session.apply(edit.edit, edit.text);
        if (m_shown && m_shown->moment == session.moment()) {
            show(m_shown); // the row says so before it is written
        }
    }
}

/// The newest answer about a metric of an account, where it was given on the day.
QString MyTeamPage::answeredText(const std::string& metric, const QString& account, Day day) const {
    for (const Answer& answer : std::views::reverse(m_answers)) {
        if (answer.stands && answer.metric == metric && answer.account == account && answer.note.day == day) {
            return day == m_context.session.today() ? tr("Answered today: %1").arg(answer.text)
                                                    : tr("Answered: %1").arg(answer.text);
        }
    }
    return {};
}

/// An answer may have been undone: the notes of its account say.
void MyTeamPage::checkAnswers() {
    session::BookSession& session = m_context.session;
    if (session.isBehind()) {
        return; // what follows tells of all
    }
    std::set<AccountId> asked;
    for (const Answer& answer : m_answers) {
        const AccountId account = answer.note.account;
        if (asked.insert(account).second) {
            session.readNotes(account, this, [this, account](const Result<std::vector<book::Note>>& notes) {
                if (notes && !m_context.session.isBehind()) {
                    setStanding(account, *notes);
                }
            });
        }
    }
}

void MyTeamPage::setStanding(AccountId account, const std::vector<book::Note>& notes) {
    bool isNew = false;
    for (Answer& answer : m_answers) {
        if (answer.note.account == account) {
            const bool stands = std::ranges::any_of(notes, [&answer](const book::Note& note) {
                return note.text == answer.note.text && note.day == answer.note.day;
            });
            isNew = isNew || stands != answer.stands;
            answer.stands = stands;
        }
    }
    if (isNew && m_shown && m_shown->moment == m_context.session.moment()) {
        show(m_shown);
    }
}

/// What could not be kept is not lost: it stands where it was typed.
void MyTeamPage::takeBack(const book::Edit& edit) {
    const auto* note = std::get_if<book::AddNote>(&edit);
    const auto found = std::ranges::find_if(m_answers, [note](const Answer& answer) {
        return note && answer.note.account == note->account && answer.note.text == note->text;
    });
    if (found == m_answers.end()) {
        return;
    }
    const Answer lost = *found;
    m_answers.erase(found);
    if (m_shown && m_shown->moment == m_context.session.moment()) {
        show(m_shown);
    }
    const auto card = std::ranges::find(m_cards, lost.metric, &MetricCard::metric);
    if (card != m_cards.end()) {
        (*card)->takeBack(lost.account, lost.text);
    }
}

} // namespace hb::pages
