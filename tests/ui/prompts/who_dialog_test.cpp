// SPDX-License-Identifier: GPL-3.0-or-later
// Saying who one is, by clicks and by keys.
#include "tests/ui/support/clicks.h"
#include "ui/prompts/who_dialog.h"

#include <QPushButton>
#include <QRadioButton>

using namespace hb;
using namespace Qt::StringLiterals;
using settings::Role;
using settings::Who;

namespace {

struct Asked {
    prompts::WhoDialog dialog;

    explicit Asked(const Who& now = {}, const QStringList& teams = {u"Product"_s, u"Support"_s})
        : dialog({.names = {u"Ana Lopez"_s, u"Ben Okafor"_s}, .teams = teams, .now = now}) {
        dialog.show();
        REQUIRE(QTest::qWaitForWindowActive(&dialog));
    }
    void pick(const char* role) {
        auto* button = test::child<QRadioButton>(dialog, QString::fromLatin1(role));
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
    }
};

} // namespace

TEST_CASE("Who looks: a name, a role and a team by clicks") {
    Asked asked;
    CHECK(asked.dialog.who() == Who());
    CHECK_FALSE(test::child<QComboBox>(asked.dialog, u"whoTeam"_s)->isEnabled());
    test::choose(asked.dialog, "whoName", u"Ben Okafor"_s);
    asked.pick("whoTeamMember");
    test::choose(asked.dialog, "whoTeam", u"Support"_s);
    CHECK(asked.dialog.who() == Who{.name = u"Ben Okafor"_s, .role = Role::TeamMember, .team = u"Support"_s});
    asked.pick("whoManager");
    CHECK(asked.dialog.who() == Who{.name = u"Ben Okafor"_s, .role = Role::Manager});
    test::click(asked.dialog, "whoOk");
    CHECK(asked.dialog.result() == QDialog::Accepted);
}

TEST_CASE("Who looks: by keys alone, with a name that the book lacks") {
    Asked asked;
    auto* name = test::child<QComboBox>(asked.dialog, u"whoName"_s);
    REQUIRE(asked.dialog.focusWidget() == name);
    QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(name, u"Zora Quist"_s);
    QTest::keyClick(name, Qt::Key_Tab);
    for (int step = 0; step < 3; ++step) {
        QTest::keyClick(asked.dialog.focusWidget(), Qt::Key_Down);
    }
    CHECK(asked.dialog.who() == Who{.name = u"Zora Quist"_s, .role = Role::TeamMember, .team = u"Product"_s});
    QTest::keyClick(asked.dialog.focusWidget(), Qt::Key_Return);
    CHECK(asked.dialog.result() == QDialog::Accepted);
}

TEST_CASE("Who looks: it begins with what holds, and says that roles are no locks") {
    Asked asked({.name = u"Zora Quist"_s, .role = Role::Admin});
    CHECK(asked.dialog.who() == Who{.name = u"Zora Quist"_s, .role = Role::Admin});
    CHECK(test::textOf(asked.dialog, "whoViews").startsWith(u"Roles are views, not locks"_s));
    QTest::keyClick(&asked.dialog, Qt::Key_Escape);
    CHECK(asked.dialog.result() == QDialog::Rejected);
}

TEST_CASE("Who looks: nobody is a team member where no metric has an owner") {
    Asked asked({.name = {}, .role = Role::TeamMember, .team = u"Support"_s}, {});
    CHECK_FALSE(test::child<QRadioButton>(asked.dialog, u"whoTeamMember"_s)->isEnabled());
    CHECK(asked.dialog.who() == Who());
}

TEST_CASE("Who looks: name, roles and team stand in one column, and the book says that roles lock nothing") {
    const Asked asked;
    const auto left = [&asked](const QString& name) {
        return test::child<QWidget>(asked.dialog, name)->mapTo(&asked.dialog, QPoint()).x();
    };
    const int column = left(u"whoName"_s);
    for (const char* field : {"whoCsm", "whoManager", "whoAdmin", "whoTeamMember", "whoTeam"}) {
        INFO(field);
        CHECK(left(QString::fromLatin1(field)) == column);
        CHECK(test::child<QWidget>(asked.dialog, QString::fromLatin1(field))->isVisible());
    }
    CHECK(test::child<QComboBox>(asked.dialog, u"whoTeam"_s)->width() ==
          test::child<QComboBox>(asked.dialog, u"whoName"_s)->width());
    CHECK(test::textOf(asked.dialog, "whoViews").startsWith(u"Roles are views, not locks"_s));
}
