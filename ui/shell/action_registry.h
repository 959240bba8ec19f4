// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/action.h"

#include <QHash>
#include <QObject>

#include <array>
#include <memory>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace hb::shell {

inline constexpr std::size_t menuCount = 5;

/// The actions of one window: its own, which are always there, and those of its pages, which are there while
/// their page is in front. Menus, palette and the list of keys are views of it.
class ActionRegistry : public QObject {
    Q_OBJECT
public:
    explicit ActionRegistry(QWidget* window);

    /// An empty page: the window's own actions.
    void add(const QString& page, Actions actions);
    void showPage(const QString& page);
    /// Those that are there now.
    [[nodiscard]] std::vector<const Action*> shown() const;
    /// All, of every page: for the list of keys.
    [[nodiscard]] std::vector<const Action*> all() const;
    /// Those of one page; of the window itself where it is empty.
    [[nodiscard]] std::vector<const Action*> of(const QString& page) const;
    void run(const Action& action) const;
    [[nodiscard]] const Action* find(const QString& id) const;

    [[nodiscard]] QMenu* menu(Menu which) const { return m_menus[static_cast<std::size_t>(which)]; }
    [[nodiscard]] static QString menuTitle(Menu which);
    /// Ids, and shortcuts of actions that can be shown together, that stand twice; empty where all is well.
    [[nodiscard]] QStringList clashes() const;

private:
    struct Entry {
        QString page;
        Action action;
        QAction* shortcut = nullptr;
        QAction* item = nullptr;
    };
    void fill(Menu which);

    QWidget* m_window;
    QString m_page;
    std::vector<std::unique_ptr<Entry>> m_entries;
    std::array<QMenu*, menuCount> m_menus{};
};

} // namespace hb::shell
