// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/account_kit.h"

#include "core/book/upkeep.h"

namespace hb::test {

void copyDemoBook(const QString& path) {
    static const QTemporaryDir folder;
    static const QString original = folder.filePath(QStringLiteral("original.healthbook"));
    if (!QFile::exists(original)) {
        REQUIRE(book::createDemoBook(original, day(smallBookToday)));
    }
    REQUIRE(QFile::copy(original, path));
}

AccountKit::AccountKit(const std::function<void(const QString&)>& make) {
    make(path);
    settings.set(settings::personAsked, true);
    window = std::make_unique<shell::MainWindow>(context);
    window->show();
    window->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(window.get())); // shortcuts are the active window's
    session.open(path);
    REQUIRE(session.isOpen());
}

AccountKit::~AccountKit() = default;

void AccountKit::open(const char* key) {
    window->go({.page = session::page::account, .account = QString::fromLatin1(key)});
    QCoreApplication::processEvents();
}

AccountId AccountKit::idOf(const char* key) const {
    return (*session.snapshot().accounts)[session.snapshot().findAccount(key).value()].id;
}

void AccountKit::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
    QWidget* focus = window->focusWidget();
    QTest::keyClick(focus != nullptr ? focus : window.get(), key, modifiers);
}

void AccountKit::choose(const char* action) {
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu != nullptr);
    auto* found = menu->findChild<QAction*>(QLatin1StringView(action));
    REQUIRE(found != nullptr);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(found).center());
}

book::Book AccountKit::onDisk() const {
    auto opened = book::Book::open(path, book::Access::ReadOnly);
    REQUIRE(opened);
    return std::move(*opened);
}

} // namespace hb::test
