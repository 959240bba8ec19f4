// SPDX-License-Identifier: GPL-3.0-or-later
// Whose accounts Compare compares: a manager's team, the accounts of a value, all; and the ways back.
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "ui/pages/compare/compare_question.h"
#include "ui/pages/compare/compare_scope.h"
#include "ui/pages/compare/overview_table.h"
#include "ui/settings/settings.h"
#include "ui/shell/action_registry.h"

#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

using Columns = OverviewTable::ColumnOf;
using settings::Role;

const session::AttributeTest graces{.key = u"manager"_s, .values = {u"Grace Whitfield"_s}};

struct Kit : test::AccountKit {
    explicit Kit(Role role = Role::Csm, const QString& name = {}) {
        if (!name.isEmpty()) {
            session.setWho({.name = name, .role = role});
        }
        press(Qt::Key_2, Qt::ControlModifier);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QTableView* rows() const { return find<QTableView>("compareGroups"); }
    [[nodiscard]] QStringList groups() const {
        QStringList names;
        for (int row = 0; row < rows()->model()->rowCount(); ++row) {
            names << rows()->model()->index(row, Columns::Name).data().toString();
        }
        return names;
    }
    /// The accounts of all groups together: the last row.
    [[nodiscard]] int all() const {
        const int last = rows()->model()->rowCount() - 1;
        return rows()->model()->index(last, Columns::Accounts).data().toInt();
    }
    [[nodiscard]] QString scope() const { return find<QPushButton>("compareScope")->text(); }
    [[nodiscard]] QString note() const {
        const auto* label = find<QLabel>("compareNote");
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] std::optional<session::AttributeTest> among() const {
        return window->where().compare->among;
    }
    void chooseScope(const char* action) const {
        test::click(*window, "compareScope");
        choose(action);
        QCoreApplication::processEvents();
    }
    /// Opens the values of an attribute with the keyboard.
    void openValues(const char* attribute) const {
        test::click(*window, "compareScope");
        auto* menu = find<QMenu>("compareScopes");
        auto* values = find<QMenu>(attribute);
        menu->setActiveAction(values->menuAction());
        QTest::keyClick(menu, Qt::Key_Right);
        QCoreApplication::processEvents();
    }
    void run(const char* action) const {
        const shell::Action* found = window->actions().find(QString::fromLatin1(action));
        REQUIRE(found != nullptr);
        window->actions().run(*found);
        QCoreApplication::processEvents();
    }
    void go(const session::CompareState& state) const {
        window->go({.page = session::page::compare, .compare = state});
        QCoreApplication::processEvents();
    }
};

int livingOf(const session::BookSession& session, const session::AttributeTest& test) {
    int count = 0;
    for (const AccountIndex account : accountsAmong(session.snapshot(), test, session.asOf())) {
        count += session.snapshot().isChurned(account, session.asOf()) ? 0 : 1;
    }
    return count;
}

} // namespace

TEST_CASE("Compare: a manager begins with her team, and says of how many") {
    const Kit kit(Role::Manager, u"Grace Whitfield"_s);
    CHECK(kit.scope().startsWith(u"My team's accounts"_s));
    CHECK(kit.among() == graces);
    CHECK(kit.all() == livingOf(kit.session, graces));
    QStringList owners = kit.groups();
    owners.sort();
    CHECK(owners == QStringList{u"All"_s, u"Ana Lopez"_s, u"Ben Okafor"_s, u"Chloe Martin"_s});
    CHECK(kit.note().startsWith(QString::number(kit.all()) + u" of "_s));
    CHECK(kit.note().contains(u"manager is Grace Whitfield"_s));

    kit.chooseScope("among.all");
    CHECK(kit.scope().startsWith(u"All accounts"_s));
    CHECK(kit.groups().size() == 7);
    CHECK_FALSE(kit.among());
    SECTION("back") {
        kit.window->goBack();
        CHECK(kit.among() == graces);
        CHECK(kit.groups().size() == 4);
    }
    SECTION("the book remembers that all were asked for") {
        kit.press(Qt::Key_1, Qt::ControlModifier);
        kit.press(Qt::Key_2, Qt::ControlModifier);
        CHECK_FALSE(kit.among());
    }
    SECTION("the palette leads back to the team") {
        kit.run("compare.own");
        CHECK(kit.among() == graces);
        kit.run("compare.all");
        CHECK_FALSE(kit.among());
    }
}

TEST_CASE("Compare: others begin with all accounts, who has none has no own ones") {
    SECTION("a CSM") {
        const Kit kit(Role::Csm, u"Ana Lopez"_s);
        CHECK(kit.scope().startsWith(u"All accounts"_s));
        kit.chooseScope("among.own");
        CHECK(kit.scope() == u"My accounts \u25BE"_s);
        CHECK(kit.all() == livingOf(kit.session, {.key = u"owner"_s, .values = {u"Ana Lopez"_s}}));
        kit.press(Qt::Key_Escape, Qt::NoModifier); // the own ones stay, as on the Book page
        CHECK(kit.among());
    }
    SECTION("a manager of nobody here") {
        const Kit kit(Role::Manager, u"Nobody Here"_s);
        CHECK_FALSE(kit.among());
        test::click(*kit.window, "compareScope");
        CHECK(kit.find<QMenu>("compareScopes")->findChild<QAction*>(u"among.own"_s) == nullptr);
    }
    SECTION("who becomes a manager begins with the team") {
        const Kit kit;
        REQUIRE_FALSE(kit.among());
        const_cast<session::BookSession&>(kit.session)
            .setWho({.name = u"Grace Whitfield"_s, .role = Role::Manager});
        const_cast<Kit&>(kit).press(Qt::Key_2, Qt::ControlModifier);
        CHECK(kit.among() == graces);
    }
}

TEST_CASE("Compare: the accounts of any value, by keys, and Esc is the way back") {
    const Kit kit;
    kit.openValues("among.segment");
    auto* values = kit.find<QMenu>("among.segment");
    REQUIRE(values->isVisible());
    const QAction* first = values->actions().front();
    const QString value = first->text().section(u'\t', 0, 0);
    const int count = first->text().section(u'\t', 1).toInt();
    QTest::keyClick(values, Qt::Key_Return);
    QCoreApplication::processEvents();
    REQUIRE(kit.among() == session::AttributeTest{.key = u"segment"_s, .values = {value}});
    CHECK(kit.scope() == value + u" \u25BE"_s);
    CHECK(kit.all() == count);
    CHECK(kit.note().contains(u"segment is "_s + value));

    SECTION("Esc") {
        kit.press(Qt::Key_Escape, Qt::NoModifier);
        CHECK_FALSE(kit.among());
        CHECK(kit.groups().size() == 7);
        CHECK(kit.note().isEmpty());
    }
    SECTION("stays through tabs and groupings, and the Book page shows the same accounts") {
        test::click(*kit.window, "tab.renewals");
        CHECK(kit.among());
        CHECK(kit.note().contains(u"whole book"_s)); // how often bands renew is
        test::click(*kit.window, "tab.overview");
        const QRect cell = kit.rows()->visualRect(kit.rows()->model()->index(0, 0));
        const QString owner = kit.groups().front();
        Q_EMIT kit.rows()->customContextMenuRequested(cell.center());
        test::AccountKit::choose("book");
        REQUIRE(kit.session.filter().attributes.size() == 2);
        CHECK(kit.session.filter().attributes[0].values == QStringList{owner});
        CHECK(kit.session.filter().attributes[1].values == QStringList{value});
    }
    SECTION("a saved view keeps it") {
        const auto content = kit.window->currentPage()->viewContent();
        REQUIRE(content);
        kit.run("compare.all");
        REQUIRE_FALSE(kit.among());
        kit.window->currentPage()->showView(*content);
        CHECK(kit.among() == session::AttributeTest{.key = u"segment"_s, .values = {value}});
    }
}

TEST_CASE("Compare: of many values letters find one") {
    const Kit kit;
    QStringList keys = comparableAttributes(kit.session.snapshot());
    const auto many = std::ranges::find_if(keys, [&](const QString& key) {
        return scopeValues(kit.session.snapshot(), key, kit.session.asOf()).size() > 12;
    });
    REQUIRE(many != keys.end());
    const auto values = scopeValues(kit.session.snapshot(), *many, kit.session.asOf());
    kit.openValues((u"among."_s + *many).toLatin1());
    auto* menu = kit.find<QMenu>((u"among."_s + *many).toLatin1());
    auto* more = menu->findChild<QAction*>(u"among.%1.more"_s.arg(*many));
    REQUIRE(more != nullptr);
    menu->hide();
    kit.find<QMenu>("compareScopes")->hide();
    more->trigger(); // the offscreen platform closes what opens while a menu closes
    auto* popup = kit.find<QWidget>("compareValues");
    REQUIRE(popup->isVisible());
    const QString wanted = values.back().value;
    auto* letters = kit.find<QLineEdit>("compareValueLetters");
    QTest::keyClicks(letters, wanted.toLower());
    QTest::keyClick(letters, Qt::Key_Return);
    QCoreApplication::processEvents();
    CHECK_FALSE(popup->isVisible());
    REQUIRE(kit.among());
    CHECK(kit.among()->key == *many);
    CHECK(kit.among()->values.front().contains(wanted));
}

TEST_CASE("Compare: a value that nobody has, and one that only those have who left") {
    SECTION("all are compared, and that is said") {
        const Kit kit;
        kit.go({.by = {u"owner"_s},
                .among = session::AttributeTest{.key = u"manager"_s, .values = {u"Gone Person"_s}}});
        CHECK(kit.scope().startsWith(u"All accounts"_s));
        CHECK(kit.groups().size() == 7);
        CHECK(kit.note().contains(u"No account has the manager Gone Person"_s));
        kit.run("compare.all");
        CHECK(kit.note().isEmpty());
    }
    SECTION("nobody left: a sentence, and the way to all") {
        test::WindowKit kit;
        shell::MainWindow window(kit.context);
        window.show();
        test::SmallBook book = test::fiveAccounts();
        book.account("left", 20, 20).with("left", "segment", "Old").with("left", "status", "churned");
        kit.session.showSnapshot(book.build());
        window.go({.page = session::page::compare,
                   .compare = session::CompareState{
                       .among = session::AttributeTest{.key = u"segment"_s, .values = {u"Old"_s}}}});
        QCoreApplication::processEvents();
        auto* instead = test::child<QWidget>(window, u"compareInstead"_s);
        REQUIRE(instead->isVisible());
        QTest::mouseClick(instead->findChild<QPushButton*>(), Qt::LeftButton);
        QCoreApplication::processEvents();
        CHECK_FALSE(instead->isVisible());
        CHECK_FALSE(window.where().compare->among);
    }
}

TEST_CASE("Compare: what was asked is kept as text, and old texts are read") {
    const session::CompareState state{.tab = u"movement"_s,
                                      .kind = analytics::PeriodKind::LastQuarter,
                                      .by = {u"owner"_s, u"segment"_s},
                                      .byArr = true,
                                      .among = graces};
    CHECK(compareStateFromText(toText(state)) == state);
    session::CompareState none = state;
    none.among = session::AttributeTest{.key = u"segment"_s, .values = {QString(u""_s)}};
    CHECK(compareStateFromText(toText(none)) == none);
    const QStringList old{u"trends"_s, u"12_months"_s, {}, {}, u"accounts"_s, u"owner"_s};
    CHECK_FALSE(compareStateFromText(old).among);
    CHECK(compareStateFromText(old).by == QStringList{u"owner"_s});
    CHECK(compareStateFromText(old).kind == analytics::PeriodKind::Months12);
    CHECK(compareStateFromText(toText(compareStateFromText(old))) == compareStateFromText(old));
    for (const auto kind : {analytics::PeriodKind::ThisQuarter, analytics::PeriodKind::TwoDays}) {
        CHECK(periodKindOf(periodKey(kind)) == kind);
    }
    CHECK_FALSE(periodKindOf(u"gone"_s));
}

TEST_CASE("Compare: what a tab is looked into is a place, and another tab or grouping leaves it") {
    const Kit kit;
    auto* part = kit.window->findChild<ComparePart*>(u"overviewPart"_s);
    if (part == nullptr) {
        part = kit.window->findChild<ComparePart*>();
    }
    REQUIRE(part != nullptr);
    const auto inside = [&kit] { return kit.window->where().compare->inside; };
    Q_EMIT part->insideAsked({u"somewhere"_s});
    REQUIRE(inside() == QStringList{u"somewhere"_s});
    SECTION("back and forward") {
        kit.window->goBack();
        CHECK(inside().isEmpty());
        kit.window->goForward();
        CHECK(inside() == QStringList{u"somewhere"_s});
    }
    SECTION("another tab") {
        test::click(*kit.window, "tab.movement");
        CHECK(inside().isEmpty());
        kit.window->goBack();
        CHECK(inside() == QStringList{u"somewhere"_s});
    }
    SECTION("another grouping") {
        test::click(*kit.window, "compareBy");
        test::AccountKit::choose("by.segment");
        CHECK(inside().isEmpty());
    }
    SECTION("other accounts") {
        kit.openValues("among.segment");
        QTest::keyClick(kit.find<QMenu>("among.segment"), Qt::Key_Return);
        QCoreApplication::processEvents();
        REQUIRE(kit.among());
        CHECK(inside().isEmpty());
    }
}

TEST_CASE("Compare: an account opens with the period that was compared") {
    const Kit kit;
    test::click(*kit.window, "comparePeriod");
    test::AccountKit::choose("period.last_quarter");
    const analytics::Period period =
        analytics::periodOn(kit.session.asOf(), analytics::PeriodKind::LastQuarter);
    kit.rows()->setCurrentIndex(kit.rows()->model()->index(0, 0));
    kit.rows()->setFocus();
    QTest::keyClick(kit.rows(), Qt::Key_Right);
    QTest::keyClick(kit.rows(), Qt::Key_Down);
    QTest::keyClick(kit.rows(), Qt::Key_Return);
    REQUIRE(kit.window->where().page == session::page::account);
    CHECK(kit.window->where().changed == period);
    CHECK(kit.find<QPushButton>("changeTab")->isChecked());
    const Day first = std::max(period.from, kit.session.firstDay());
    CHECK(kit.find<QDateEdit>("sinceDay")->date() ==
          QDate::fromString(QString::fromStdString(toIsoText(first)), Qt::ISODate));
    CHECK(kit.find<QDateEdit>("untilDay")->date() ==
          QDate::fromString(QString::fromStdString(toIsoText(period.to)), Qt::ISODate));
}

TEST_CASE("Compare: in a narrow window no word of the question is cut") {
    Kit kit;
    kit.window->resize(1024, 768);
    test::click(*kit.window, "compareAnd");
    test::AccountKit::choose("and.segment");
    QCoreApplication::processEvents();
    for (const char* name : {"comparePeriod", "compareBy", "compareAnd", "compareScope"}) {
        const auto* pill = kit.find<QPushButton>(name);
        INFO(name);
        CHECK(pill->width() >= pill->sizeHint().width());
        CHECK_FALSE(pill->text().contains(QChar(0x2026)));
    }
    const auto* days = kit.find<QLabel>("compareFromTo");
    CHECK(days->width() >= days->sizeHint().width());
    CHECK(kit.find<QWidget>("tab.renewals")->geometry().isValid());
    CHECK(kit.window->width() <= 1024);
}

} // namespace hb::pages
