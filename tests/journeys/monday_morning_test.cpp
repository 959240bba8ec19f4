// SPDX-License-Identifier: GPL-3.0-or-later
// A day of a CSM: opens the demo company, says who she is, looks at who needs her, reviews one, and takes it
// back.
#include "core/book/upkeep.h"
#include "tests/support/catch.h"
#include "tests/ui/support/window_kit.h"
#include "ui/models/accounts_model.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/main_window.h"
#include "ui/shell/open_demo.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace hb;
using Model = models::AccountsModel;

namespace {

int countOf(const QListView& wall, const QString& section) {
    for (int row = 0; row < wall.model()->rowCount(); ++row) {
        const QModelIndex index = wall.model()->index(row, 0);
        if (index.data(Model::SectionIdRole).toString() == section &&
            index.data(Model::IsSectionRole).toBool()) {
            return index.data(Model::SectionCountRole).toInt();
        }
    }
    return 0;
}

} // namespace

TEST_CASE("Monday morning") {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("demo.healthbook"));
    {
        REQUIRE(book::createDemoBook(path, test::day(test::smallBookToday)).has_value());
    }
    test::WindowKit kit; // work runs inline: each step is over when its line is
    shell::MainWindow window(kit.context);
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window)); // shortcuts are the active window's
    kit.session.open(path);
    REQUIRE(kit.session.isOpen());
    auto* wall = window.findChild<QListView*>(QStringLiteral("wall"));
    REQUIRE(wall != nullptr);
    REQUIRE(wall->isVisible());

    // Who am I: asked once; the scope follows.
    kit.prompts.answer(settings::Who{.name = QStringLiteral("Ana Lopez")});
    window.choosePerson();
    REQUIRE_FALSE(kit.session.person().isEmpty());
    CHECK(kit.session.filter().mine);
    CHECK(window.findChild<QPushButton*>(QStringLiteral("scope"))->isVisible());
    QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("scope")), Qt::LeftButton);
    CHECK_FALSE(kit.session.filter().mine);

    // The first that needs her: look, review, and it is gone from Needs you.
    const int needed = countOf(*wall, QStringLiteral("needsYou"));
    REQUIRE(needed > 0);
    wall->setFocus();
    wall->setCurrentIndex(wall->model()->index(1, 0));
    QTest::keyClick(wall, Qt::Key_Space);
    CHECK(window.findChild<QWidget*>(QStringLiteral("peek"))->isVisible());
    QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("peekReview")), Qt::LeftButton);
    CHECK(countOf(*wall, QStringLiteral("needsYou")) == needed - 1);

    // Undo, by the keys.
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    CHECK(countOf(*wall, QStringLiteral("needsYou")) == needed);

    // Back in time and home again.
    QTest::keyClick(&window, Qt::Key_BracketLeft, Qt::ControlModifier);
    CHECK(kit.session.isPast());
    QTest::keyClick(&window, Qt::Key_T, Qt::ControlModifier);
    CHECK_FALSE(kit.session.isPast());
    CHECK(countOf(*wall, QStringLiteral("needsYou")) == needed);
}
