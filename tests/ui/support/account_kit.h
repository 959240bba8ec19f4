// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/metric_origin.h"
#include "core/book/upkeep.h"
#include "tests/support/catch.h"
#include "tests/ui/support/window_kit.h"
#include "ui/shell/main_window.h"

#include <QFile>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

namespace hb::test {

/// The demo company in a file of its own: made once for all tests, and copied.
inline void copyDemoBook(const QString& path) {
    static const QTemporaryDir folder;
    static const QString original = folder.filePath(QStringLiteral("original.healthbook"));
    if (!QFile::exists(original)) {
        REQUIRE(book::createDemoBook(original, day(smallBookToday)));
    }
    REQUIRE(QFile::copy(original, path));
}

/// The main window on a book on disk, with an account in front. Work runs inline: each step is over when its
/// line is.
struct AccountKit : WindowKit {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("demo.healthbook"));
    std::unique_ptr<shell::MainWindow> window;

    explicit AccountKit(const std::function<void(const QString&)>& make = copyDemoBook) {
        make(path);
        settings.set(settings::personAsked, true);
        window = std::make_unique<shell::MainWindow>(context);
        window->show();
        window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(window.get())); // shortcuts are the active window's
        session.open(path);
        REQUIRE(session.isOpen());
    }

    void open(const char* key) {
        window->go({.page = session::page::account, .account = QString::fromLatin1(key)});
        QCoreApplication::processEvents();
    }
    [[nodiscard]] AccountId idOf(const char* key) const {
        return (*session.snapshot().accounts)[session.snapshot().findAccount(key).value()].id;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
        QWidget* focus = window->focusWidget();
        QTest::keyClick(focus != nullptr ? focus : window.get(), key, modifiers);
    }
    void undo() const { press(Qt::Key_Z, Qt::ControlModifier); }
    void redo() const { press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
    template <typename T>
    [[nodiscard]] T* find(const char* name, const QWidget* in = nullptr) const {
        T* found = (in != nullptr ? in : window.get())->template findChild<T*>(QLatin1StringView(name));
        REQUIRE(found != nullptr);
        return found;
    }
    /// Chooses from the menu that is open, by a click.
    static void choose(const char* action) {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        REQUIRE(menu != nullptr);
        auto* found = menu->findChild<QAction*>(QLatin1StringView(action));
        REQUIRE(found != nullptr);
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(found).center());
    }
    /// What stands in the file, read by a connection of its own.
    [[nodiscard]] book::Book onDisk() const {
        auto opened = book::Book::open(path, book::Access::ReadOnly);
        REQUIRE(opened);
        return std::move(*opened);
    }
};

} // namespace hb::test
