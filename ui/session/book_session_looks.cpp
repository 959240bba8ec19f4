// SPDX-License-Identifier: GPL-3.0-or-later
// Who looks at the book, and at what of it.
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"

#include <QDir>

#include <algorithm>

namespace hb::session {

void BookSession::setPerson(const QString& name) {
    settings::Who chosen = who();
    chosen.name = name;
    setWho(chosen);
}

settings::Role BookSession::role() const {
    return m_settings.get(settings::ofBook(settings::role, m_path));
}

settings::Who BookSession::who() const {
    return {
        .name = m_person, .role = role(), .team = m_settings.get(settings::ofBook(settings::team, m_path))};
}

void BookSession::setWho(const settings::Who& chosen) {
    const bool isOther = chosen != who();
    m_settings.set(settings::person, chosen.name);
    m_settings.set(settings::personAsked, true);
    m_settings.set(settings::ofBook(settings::role, m_path), chosen.role);
    m_settings.set(settings::ofBook(settings::team, m_path), chosen.team);
    if (!isOther) {
        return;
    }
    m_person = chosen.name;
    Q_EMIT personChanged();
    Filter filter = m_filter;
    filter.mine = !m_person.isEmpty() && hasOwnAccounts();
    setFilter(filter);
}

std::string_view BookSession::scopeAttribute() const {
    return role() == settings::Role::Manager ? attribute::manager : attribute::owner;
}

/// Scores are called something else: what shows them hears of it as of a change of the book.
void BookSession::followSetting(const QString& key) {
    if (key == settings::scoresAs.key && isOpen()) {
        book::ChangeSet changes;
        changes.settings = true;
        Q_EMIT changed(changes);
    }
}

std::optional<SchemeKind> BookSession::shownAs() const {
    switch (m_settings.get(settings::scoresAs)) {
    case settings::ScoresAs::Numbers:
        return SchemeKind::Numeric;
    case settings::ScoresAs::Letters:
        return SchemeKind::Letters;
    case settings::ScoresAs::AsBook:
        break;
    }
    return isOpen() ? snapshot().settings.shownAs : std::nullopt;
}

book::Person BookSession::actor() const {
    const QString known = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    const QString login = known.isEmpty() ? QDir::home().dirName() : known; // nothing is changed by nobody
    return {.name = m_person.isEmpty() ? login : m_person, .login = login};
}

bool BookSession::hasOwnAccounts() const {
    const AttributeColumn* owners = isOpen() ? snapshot().findAttribute(scopeAttribute()) : nullptr;
    if (!owners || m_person.isEmpty()) {
        return false;
    }
    const auto& texts = *snapshot().texts;
    const auto found = std::find(texts.begin(), texts.end(), m_person.toStdString());
    if (found == texts.end()) {
        return false;
    }
    const auto text = static_cast<TextIndex>(found - texts.begin());
    for (AccountIndex account = 0; account < snapshot().accountCount(); ++account) {
        if (owners->on(account, m_moment->day) == text) {
            return true;
        }
    }
    return false;
}

void BookSession::setFilter(const Filter& filter) {
    if (filter == m_filter) {
        return;
    }
    if (!m_person.isEmpty()) {
        m_settings.set(settings::scopeMine, filter.mine);
    }
    m_filter = filter;
    Q_EMIT filterChanged();
}

void BookSession::setList(std::vector<AccountIndex> accounts) {
    m_list = std::move(accounts);
}

} // namespace hb::session
