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

    explicit OpenBook(const SmallBook& book);
    explicit OpenBook(const RealBook& book);
    ~OpenBook();
    void toFront();
    [[nodiscard]] pages::BookPage& page();
    [[nodiscard]] QListView* wall();
    [[nodiscard]] QTableView* list();
    template <typename T>
    [[nodiscard]] T* find(const char* name) {
        T* found = window.findChild<T*>(QString::fromLatin1(name));
        REQUIRE(found != nullptr);
        return found;
    }
    void press(const char* name);
    [[nodiscard]] QModelIndex indexOf(const char* key);
    void clickTile(const char* key, Qt::KeyboardModifiers modifiers = {});
    /// The menu of the right button on an account.
    [[nodiscard]] QMenu* menuOf(QAbstractItemView* view, const char* key);
    void run(const char* id);
    [[nodiscard]] std::vector<std::string> shownAccounts();
};

/// Clicks an entry of a menu, also in menus within it: "Filter to this/Owner: Ana".
void choose(QMenu* menu, const QString& path);

} // namespace hb::test
