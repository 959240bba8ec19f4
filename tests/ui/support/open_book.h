// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"
#include "tests/ui/support/real_book.h"
#include "tests/ui/support/window_kit.h"
#include "ui/pages/book/book_page.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QApplication>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace hb::test {

/// A window in front with a book, as a person has it: real clicks and keys reach it.
struct OpenBook {
    WindowKit kit;
    shell::MainWindow window{kit.context};

    explicit OpenBook(const SmallBook& book) {
        kit.session.showSnapshot(book.build());
        toFront();
    }
    explicit OpenBook(const RealBook& book) {
        kit.session.open(book.path());
        REQUIRE(kit.session.isOpen());
        toFront();
    }
    void toFront() {
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window)); // shortcuts are the active window's
    }
    [[nodiscard]] pages::BookPage& page() {
        return *dynamic_cast<pages::BookPage*>(window.page(session::page::book));
    }
    [[nodiscard]] QListView* wall() { return window.findChild<QListView*>(QStringLiteral("wall")); }
    [[nodiscard]] QTableView* list() { return window.findChild<QTableView*>(QStringLiteral("accountsList")); }
    template <typename T>
    [[nodiscard]] T* find(const char* name) {
        T* found = window.findChild<T*>(QString::fromLatin1(name));
        REQUIRE(found != nullptr);
        return found;
    }
    void press(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    [[nodiscard]] QModelIndex indexOf(const char* key) {
        const QModelIndex index = page().model().indexOf(kit.session.snapshot().findAccount(key).value());
        REQUIRE(index.isValid());
        return index;
    }
    void clickTile(const char* key, Qt::KeyboardModifiers modifiers = {}) {
        const QModelIndex index = indexOf(key);
        wall()->scrollTo(index);
        QTest::mouseClick(wall()->viewport(), Qt::LeftButton, modifiers, wall()->visualRect(index).center());
    }
    /// The menu of the right button on an account.
    [[nodiscard]] QMenu* menuOf(QAbstractItemView* view, const char* key) {
        const QModelIndex index = indexOf(key);
        view->scrollTo(index);
        const QPoint at = view->visualRect(index).center();
        Q_EMIT view->customContextMenuRequested(at);
        QMenu* menu = window.findChild<QMenu*>(QStringLiteral("accountMenu"));
        REQUIRE(menu != nullptr);
        return menu;
    }
    void run(const char* id) {
        const shell::Action* action = window.actions().find(QString::fromLatin1(id));
        REQUIRE(action != nullptr);
        window.actions().run(*action);
    }
    [[nodiscard]] std::vector<std::string> shownAccounts() {
        std::vector<std::string> keys;
        for (const AccountIndex account : page().model().listed()) {
            keys.push_back((*kit.session.snapshot().accounts)[account].key);
        }
        return keys;
    }
};

/// Clicks an entry of a menu, also in menus within it: "Filter to this/Owner: Ana".
inline void choose(QMenu* menu, const QString& path) {
    Q_EMIT menu->aboutToShow(); // what fills itself when it opens
    const QString first = path.section(u'/', 0, 0);
    for (QAction* action : menu->actions()) {
        if (action->text().section(u'\t', 0, 0) == first) {
            REQUIRE(action->isEnabled());
            if (action->menu()) {
                choose(action->menu(), path.section(u'/', 1));
            } else {
                action->trigger();
                while (QWidget* popup = QApplication::activePopupWidget()) {
                    popup->close();
                }
            }
            return;
        }
    }
    FAIL("no such entry: " << path.toStdString());
}

} // namespace hb::test
