// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/open_book.h"

namespace hb::test {

OpenBook::OpenBook(const SmallBook& book) {
    kit.session.showSnapshot(book.build());
    toFront();
}

OpenBook::OpenBook(const RealBook& book) {
    kit.session.open(book.path());
    REQUIRE(kit.session.isOpen());
    toFront();
}

OpenBook::~OpenBook() = default;

void OpenBook::toFront() {
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window)); // shortcuts are the active window's
}

pages::BookPage& OpenBook::page() {
    return *dynamic_cast<pages::BookPage*>(window.page(session::page::book));
}

QListView* OpenBook::wall() {
    return window.findChild<QListView*>(QStringLiteral("wall"));
}

QTableView* OpenBook::list() {
    return window.findChild<QTableView*>(QStringLiteral("accountsList"));
}

void OpenBook::press(const char* name) {
    QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton);
}

QModelIndex OpenBook::indexOf(const char* key) {
    const QModelIndex index = page().model().indexOf(kit.session.snapshot().findAccount(key).value());
    REQUIRE(index.isValid());
    return index;
}

void OpenBook::clickTile(const char* key, Qt::KeyboardModifiers modifiers) {
    const QModelIndex index = indexOf(key);
    wall()->scrollTo(index);
    QTest::mouseClick(wall()->viewport(), Qt::LeftButton, modifiers, wall()->visualRect(index).center());
}

QMenu* OpenBook::menuOf(QAbstractItemView* view, const char* key) {
    const QModelIndex index = indexOf(key);
    view->scrollTo(index);
    const QPoint at = view->visualRect(index).center();
    Q_EMIT view->customContextMenuRequested(at);
    QMenu* menu = window.findChild<QMenu*>(QStringLiteral("accountMenu"));
    REQUIRE(menu != nullptr);
    return menu;
}

void OpenBook::run(const char* id) {
    const shell::Action* action = window.actions().find(QString::fromLatin1(id));
    REQUIRE(action != nullptr);
    window.actions().run(*action);
}

std::vector<std::string> OpenBook::shownAccounts() {
    std::vector<std::string> keys;
    for (const AccountIndex account : page().model().listed()) {
        keys.push_back((*kit.session.snapshot().accounts)[account].key);
    }
    return keys;
}

void choose(QMenu* menu, const QString& path) {
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
