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
void copyDemoBook(const QString& path);

/// The main window on a book on disk, with an account in front. Work runs inline: each step is over when its
/// line is.
struct AccountKit : WindowKit {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("demo.healthbook"));
    std::unique_ptr<shell::MainWindow> window;

    explicit AccountKit(const std::function<void(const QString&)>& make = copyDemoBook);
    ~AccountKit();

    void open(const char* key);
    [[nodiscard]] AccountId idOf(const char* key) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) const;
    void undo() const { press(Qt::Key_Z, Qt::ControlModifier); }
    void redo() const { press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
    template <typename T>
    [[nodiscard]] T* find(const char* name, const QWidget* in = nullptr) const {
        T* found = (in != nullptr ? in : window.get())->template findChild<T*>(QLatin1StringView(name));
        REQUIRE(found != nullptr);
        return found;
    }
    /// Chooses from the menu that is open, by a click.
    static void choose(const char* action);
    /// What stands in the file, read by a connection of its own.
    [[nodiscard]] book::Book onDisk() const;
};

} // namespace hb::test
