// SPDX-License-Identifier: GPL-3.0-or-later
// Where one is on the Compare page, and the ways from there to other places.
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/compare/compare_question.h"
#include "ui/pages/compare/compare_scope.h"
#include "ui/settings/settings.h"

#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>
#include <utility>

namespace hb::pages {

void ComparePage::activate(const session::ViewState& state) {
    const session::BookSession& session = m_context.session;
    m_layout = std::exchange(m_nextLayout, {});
    if (!session.isOpen()) {
        return;
    }
    const auto last = settings::lastCompared(session.path());
    const QStringList before = m_context.settings.get(last);
    m_state = state.compare ? *state.compare : compareStateFromText(before);
    if (!state.compare && before.isEmpty()) {
        m_state.among = firstScope(session);
    }
    if (!std::ranges::any_of(m_tabs, [this](const Tab& tab) { return tab.info.name == m_state.tab; })) {
        m_state.tab = m_tabs.front().info.name;
    }
    session::CompareState kept =
        stateOf(questionOf(m_state, session.snapshot(), session.asOf()), m_state.tab);
    kept.among = m_state.among; // on another day there may be somebody again
    kept.inside = m_state.inside;
    m_state = std::move(kept);
    session::ViewState here = state;
    here.compare = m_state;
    m_navigator.refine(here);
    m_context.settings.set(last, toText(m_state));
    follow();
}

void ComparePage::goTo(const session::CompareState& state) {
    m_navigator.go({.page = session::page::compare, .compare = state});
}

void ComparePage::showTab(const QString& name) {
    session::CompareState state = m_state;
    state.tab = name;
    state.inside.clear(); // the words are those of one tab
    goTo(state);
}

void ComparePage::stepTab(int step) {
    const auto count = static_cast<int>(m_tabs.size());
    const auto at = static_cast<int>(front() - m_tabs.data());
    showTab(m_tabs[static_cast<std::size_t>((at + step + count) % count)].info.name);
}

void ComparePage::compareAmong(const std::optional<session::AttributeTest>& among) {
    session::CompareState state = m_state;
    state.among = among;
    state.inside.clear();
    goTo(state);
}

/// Somebody else begins with their own scope: the accounts of a team are no longer theirs.
void ComparePage::followPerson() {
    const session::BookSession& session = m_context.session;
    if (!session.isOpen()) {
        return;
    }
    const auto last = settings::lastCompared(session.path());
    session::CompareState state = compareStateFromText(m_context.settings.get(last));
    state.among = firstScope(session);
    m_context.settings.set(last, toText(state));
    if (isVisible()) {
        compareAmong(state.among);
    }
}

/// An account of what is shown may be gone from the book by now: the others are walked.
void ComparePage::openAccount(const std::shared_ptr<const analytics::ComparedBook>& of,
                              AccountIndex account,
                              const std::vector<AccountIndex>& list) {
    if (!m_context.session.isOpen()) {
        return;
    }
    const Snapshot &then = of->snapshot(), &now = m_context.session.snapshot();
    const std::string key = (*then.accounts)[account].key; // going away may make the tab forget `of`
    std::vector<AccountIndex> walked;
    for (const AccountIndex each : list) {
        const auto found = &then == &now ? std::optional(each) : now.findAccount((*then.accounts)[each].key);
        if (found) {
            walked.push_back(*found);
        }
    }
    m_context.session.setList(std::move(walked));
    m_navigator.go(
        {.page = session::page::account, .account = QString::fromStdString(key), .changed = of->period});
}

/// First what is open in the tab, then whose accounts were chosen; those of who looks stay, as on the Book
/// page.
bool ComparePage::escape() {
    ComparePart* part = front()->part;
    if (part && m_stack->currentWidget() == m_body && part->escape()) {
        return true;
    }
    if (!m_state.among || m_state.among == ownAccounts(m_context.session)) {
        return false;
    }
    compareAmong({});
    return true;
}

} // namespace hb::pages
