// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/action_registry.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

#include <algorithm>

namespace hb::shell {

ActionRegistry::ActionRegistry(QWidget* window) : QObject(window), m_window(window) {
    for (std::size_t at = 0; at < menuCount; ++at) {
        const auto which = static_cast<Menu>(at);
        m_menus[at] = new QMenu(menuTitle(which), window);
        m_menus[at]->setToolTipsVisible(true);
        connect(m_menus[at], &QMenu::aboutToShow, this, [this, which] { fill(which); });
    }
}

QString ActionRegistry::menuTitle(Menu which) {
    switch (which) {
    case Menu::File:
        return tr("&File");
    case Menu::Edit:
        return tr("&Edit");
    case Menu::View:
        return tr("&View");
    case Menu::Go:
        return tr("&Go");
    case Menu::Help:
        break;
    }
    return tr("&Help");
}

void ActionRegistry::add(const QString& page, Actions actions) {
    for (Action& action : actions) {
        auto entry = std::make_unique<Entry>(Entry{.page = page, .action = std::move(action)});
        if (!entry->action.shortcut.isEmpty()) {
            entry->shortcut = new QAction(entry->action.text, m_window);
            entry->shortcut->setShortcut(entry->action.shortcut);
            entry->shortcut->setEnabled(page.isEmpty() || page == m_page);
            const Action* at = &entry->action;
            connect(entry->shortcut, &QAction::triggered, this, [this, at] { run(*at); });
            m_window->addAction(entry->shortcut);
        }
        m_entries.push_back(std::move(entry));
    }
}

void ActionRegistry::showPage(const QString& page) {
    m_page = page;
    for (const auto& entry : m_entries) {
        if (entry->shortcut) {
            // A disabled shortcut leaves its keys to the page in front.
            entry->shortcut->setEnabled(entry->page.isEmpty() || entry->page == page);
        }
    }
}

void ActionRegistry::run(const Action& action) const {
    if (action.isEnabled()) {
        action.run();
    }
}

std::vector<const Action*> ActionRegistry::shown() const {
    std::vector<const Action*> actions;
    for (const auto& entry : m_entries) {
        if (entry->page.isEmpty() || entry->page == m_page) {
            actions.push_back(&entry->action);
        }
    }
    return actions;
}

std::vector<const Action*> ActionRegistry::all() const {
    std::vector<const Action*> actions;
    for (const auto& entry : m_entries) {
        actions.push_back(&entry->action);
    }
    return actions;
}

std::vector<const Action*> ActionRegistry::of(const QString& page) const {
    std::vector<const Action*> actions;
    for (const auto& entry : m_entries) {
        if (entry->page == page) {
            actions.push_back(&entry->action);
        }
    }
    return actions;
}

const Action* ActionRegistry::find(const QString& id) const {
    const auto found =
        std::ranges::find_if(m_entries, [&](const auto& entry) { return entry->action.id == id; });
    return found == m_entries.end() ? nullptr : &(*found)->action;
}

void ActionRegistry::fill(Menu which) {
    QMenu* menu = this->menu(which);
    menu->clear();
    std::vector<const Action*> actions = shown();
    std::erase_if(actions, [which](const Action* action) { return action->menu != which; });
    std::ranges::stable_partition(actions, [](const Action* action) { return !action->isLast; });
    for (const Action* action : actions) {
        // The shortcut stands in the text: a second QAction with the same keys would make them ambiguous.
        const QString keys = action->keysText();
        QAction* item = menu->addAction(keys.isEmpty() ? action->text : action->text + u'\t' + keys);
        item->setEnabled(action->isEnabled());
        if (action->checked) {
            item->setCheckable(true);
            item->setChecked(action->checked());
        }
        if (!item->isEnabled() && action->whyNot) {
            item->setToolTip(action->whyNot());
        }
        connect(item, &QAction::triggered, this, [this, action] { run(*action); });
    }
}

QStringList ActionRegistry::clashes() const {
    QStringList found;
    for (std::size_t a = 0; a < m_entries.size(); ++a) {
        for (std::size_t b = a + 1; b < m_entries.size(); ++b) {
            const Entry& one = *m_entries[a];
            const Entry& other = *m_entries[b];
            if (one.action.id == other.action.id) {
                found.append(one.action.id);
            }
            const bool together = one.page.isEmpty() || other.page.isEmpty() || one.page == other.page;
            if (together && !one.action.shortcut.isEmpty() && one.action.shortcut == other.action.shortcut) {
                found.append(QStringLiteral("%1 / %2").arg(one.action.id, other.action.id));
            }
        }
    }
    return found;
}

} // namespace hb::shell
