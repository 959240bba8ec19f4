// SPDX-License-Identifier: GPL-3.0-or-later
// Own scores beside the numbers, on the demo company: who stands out, the accounts behind a figure, copies.
#include "core/book/demo_stories.h"
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/tables.h"
#include "ui/models/table_model.h"
#include "ui/shell/action_registry.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

struct Kit : test::AccountKit {
    Kit() {
        window->go({.page = session::page::ownScores});
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QTableView* people() const { return find<QTableView>("ownScores"); }
    [[nodiscard]] QTableView* accounts() const { return find<QTableView>("ownScoresAccounts"); }
    [[nodiscard]] QString headline() const { return find<QLabel>("ownScoresHeadline")->text(); }
    [[nodiscard]] static QString cell(const QTableView& table, int row, int column) {
        return table.model()->index(row, column).data().toString();
    }
    /// Clicks a cell where a person would.
    static void click(QTableView& table, int row, int column) {
        const QModelIndex index = table.model()->index(row, column);
        table.scrollTo(index);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(index).center());
        QCoreApplication::processEvents();
    }
};

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

TEST_CASE("Own scores: the demo's two owners stand out in the first line, and nobody else") {
    const Kit kit;
    int rows = kit.people()->model()->rowCount();
    REQUIRE(rows == 6);
    for (const auto& name : book::demoKindOwners) {
        CHECK(kit.headline().contains(text(name)));
    }
    int beyond = 0;
    for (int row = 0; row < rows; ++row) {
        const QString name = Kit::cell(*kit.people(), row, 0);
        const bool isPlanted =
            std::ranges::find(book::demoKindOwners, name.toStdString()) != book::demoKindOwners.end();
        CHECK(kit.headline().contains(name) == isPlanted);
        CHECK(Kit::cell(*kit.people(), row, 3).contains(u"beyond chance"_s) == isPlanted);
        beyond += isPlanted ? 1 : 0;
    }
    CHECK(beyond == 2);
    // whose stand furthest above the others stand first
    CHECK(Kit::cell(*kit.people(), 0, 3).contains(u"beyond chance"_s));
    CHECK(Kit::cell(*kit.people(), 1, 3).contains(u"beyond chance"_s));
}

TEST_CASE("Own scores: a click on a figure lists the accounts behind it, and a click on one opens it") {
    const Kit kit;
    CHECK_FALSE(kit.find<QWidget>("ownScoresBehind")->isVisible());
    Kit::click(*kit.people(), 0, 2);
    CHECK(kit.find<QWidget>("ownScoresBehind")->isVisible());
    CHECK(kit.find<QLabel>("ownScoresFigure")->text().startsWith(Kit::cell(*kit.people(), 0, 0)));
    QTableView* accounts = kit.accounts();
    REQUIRE(accounts->model()->rowCount() > 15);
    CHECK(QString::number(accounts->model()->rowCount()) == Kit::cell(*kit.people(), 0, 1));
    CHECK(Kit::cell(*accounts, 0, 1) == Kit::cell(*kit.people(), 0, 0));

    SECTION("a click on a head sorts, another turns it round") {
        test::clickHead(*accounts, 4);
        const auto value = [accounts](int row) {
            return accounts->model()->index(row, 4).data(models::sortRole).toDouble();
        };
        const int last = accounts->model()->rowCount() - 1;
        const bool falls = value(0) > value(last);
        for (int row = 1; row <= last; ++row) {
            CHECK((falls ? value(row - 1) >= value(row) : value(row - 1) <= value(row)));
        }
        test::clickHead(*accounts, 4);
        CHECK((value(0) > value(last)) != falls);
    }
    SECTION("it opens, and next walks those that stood here") {
        const QString name = Kit::cell(*accounts, 1, 0);
        const int count = accounts->model()->rowCount();
        Kit::click(*accounts, 1, 0);
        CHECK(kit.window->where().page == session::page::account);
        CHECK(kit.window->currentPage()->place() == name);
        CHECK(kit.session.list().size() == static_cast<std::size_t>(count));
    }
    SECTION("Esc closes the list") {
        kit.press(Qt::Key_Escape, Qt::NoModifier);
        CHECK_FALSE(kit.find<QWidget>("ownScoresBehind")->isVisible());
        CHECK(kit.window->where().page == session::page::ownScores);
    }
}

TEST_CASE("Own scores: fewer than five cases say so, and list nobody") {
    const Kit kit;
    const QTableView* people = kit.people();
    bool found = false;
    for (int row = 0; row < people->model()->rowCount() && !found; ++row) {
        if (Kit::cell(*people, row, 4).startsWith(u"not enough ("_s)) {
            found = true;
            CHECK_FALSE(people->model()->index(row, 4).data(models::sortRole).isValid());
            Kit::click(*kit.people(), row, 4);
            CHECK(kit.find<QLabel>("ownScoresFigure")->text().startsWith(u"Not enough to say"_s));
            CHECK_FALSE(kit.accounts()->isVisible());
        }
    }
    CHECK(found);
}

TEST_CASE("Own scores: copied as text and as table") {
    const Kit kit;
    const QString copied = kit.window->currentPage()->asText();
    CHECK(copied.startsWith(kit.headline()));
    CHECK(copied.contains(u"levels"_s));
    kit.window->actions().run(*kit.window->actions().find(u"edit.copyTable"_s));
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 7);
    CHECK(lines[0].startsWith(u"Person\tAccounts\tOwn minus measured\tAbove others\t"_s));
    for (const QString& line : lines) {
        CHECK(line.count(u'\t') == lines[0].count(u'\t'));
    }
}

TEST_CASE("Own scores: copied as they stand, and so are the accounts behind a figure") {
    const Kit kit;
    const auto rightClick = [](QTableView& table) {
        Q_EMIT table.customContextMenuRequested(table.visualRect(table.model()->index(0, 0)).center());
    };
    const auto names = [](int column) {
        QStringList found;
        for (const QString& line : QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts)) {
            found.append(line.section(u'\t', column, column));
        }
        return found.mid(1);
    };
    const auto shown = [](const QTableView& table) {
        QStringList found;
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            found.append(Kit::cell(table, row, 0));
        }
        return found;
    };
    const shell::Action& copyAccounts = *kit.window->actions().find(u"ownScores.copyAccounts"_s);
    CHECK_FALSE(copyAccounts.isEnabled());
    for (int round = 0; round < 2; ++round) {
        test::clickHead(*kit.people(), 0);
        rightClick(*kit.people());
        test::AccountKit::choose("copyTable");
        CHECK(names(0) == shown(*kit.people()));
    }
    Kit::click(*kit.people(), 0, 2);
    test::clickHead(*kit.accounts(), 4);
    rightClick(*kit.accounts());
    test::AccountKit::choose("copyTable");
    CHECK(QGuiApplication::clipboard()->text().startsWith(
        u"Account\tAccount id\tOwner\tOwn\tMeasured\tDifference\n"_s));
    CHECK(names(0) == shown(*kit.accounts()));
    for (const QString& line : QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts).mid(1)) {
        const QStringList cells = line.split(u'\t');
        CHECK_THAT(cells[3].toDouble() - cells[4].toDouble(), test::WithinAbs(cells[5].toDouble(), 1e-9));
    }
    QGuiApplication::clipboard()->clear();
    REQUIRE(copyAccounts.isEnabled());
    kit.window->actions().run(copyAccounts);
    CHECK(names(0) == shown(*kit.accounts()));
}

TEST_CASE("Own scores: the menu leads there, and a book without own scores says what it takes") {
    SECTION("by the menu") {
        test::AccountKit kit;
        kit.window->actions().run(*kit.window->actions().find(u"go.own_scores"_s));
        CHECK(kit.window->where().page == session::page::ownScores);
    }
    SECTION("without levels") {
        test::WindowKit kit;
        kit.session.showSnapshot(test::fiveAccounts().build());
        shell::MainWindow window(kit.context);
        window.show();
        window.go({.page = session::page::ownScores});
        CHECK_FALSE(window.findChild<QLabel*>(u"ownScoresHeadline"_s)->isVisible());
    }
}

} // namespace hb::pages
