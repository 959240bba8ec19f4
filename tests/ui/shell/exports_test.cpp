// SPDX-License-Identifier: GPL-3.0-or-later
// Every table and picture as a file, by menus, with the file's name answered beforehand.
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/open_book.h"
#include "ui/widgets/exporter.h"

#include <QAbstractScrollArea>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QImage>
#include <QLabel>

using namespace hb;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytes(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void rightClick(QWidget* widget, const QPoint& place) {
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, widget->mapToGlobal(place));
    QApplication::sendEvent(widget, &event);
}

} // namespace

TEST_CASE("The Book page as a file") {
    const QTemporaryDir folder;
    test::SmallBook book = test::fiveAccounts();
    book.with("fell", "arr", "400000").with("low", "owner", "=SUM(A1)");
    test::OpenBook open(book);
    open.page().model().setGroupBy(models::noGroups);
    const auto lines = [&](const QString& path) { return bytes(path).trimmed().split('\n'); };

    SECTION("as CSV from the File menu: all columns, formulas neutralised, a toast with its name") {
        const QString path = folder.filePath(u"accounts.csv"_s);
        open.kit.prompts.answer(path);
        test::choose(open.window.actions().menu(shell::Menu::File), u"Export as CSV..."_s);
        REQUIRE(lines(path).size() == 6);
        CHECK(lines(path).front().startsWith("Account,Band,Score"));
        CHECK(lines(path).front().contains("ARR (USD)"));
        CHECK(bytes(path).contains(",400000,"));
        CHECK(bytes(path).contains("'=SUM(A1)"));
        CHECK(open.find<QLabel>("toastText")->text() == u"accounts.csv is written."_s);
        CHECK(open.kit.prompts.asked.last() == u"Export as CSV..."_s);
    }
    SECTION("the list with the columns that it shows, in their order") {
        open.press("list");
        auto* list = open.list();
        while (list->model()->columnCount() > 3 &&
               list->horizontalHeader()->hiddenSectionCount() < list->model()->columnCount() - 2) {
            for (int column = list->model()->columnCount() - 1; column > 0; --column) {
                if (!list->isColumnHidden(column) && open.page().model().columnId(column) != u"score") {
                    open.run("book.columns");
                    auto* menu = open.window.findChild<QMenu*>(u"columnsMenu"_s);
                    REQUIRE(menu != nullptr);
                    test::choose(
                        menu, list->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
                    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                }
            }
        }
        const QString path = folder.filePath(u"list.csv"_s);
        open.kit.prompts.answer(path);
        open.run("file.exportCsv");
        CHECK(lines(path).front() == "Account,Score");
    }
    SECTION("as XLSX, as PNG, from the menu of an account") {
        const QString sheet = folder.filePath(u"accounts.xlsx"_s);
        open.kit.prompts.answer(sheet);
        test::choose(open.menuOf(open.wall(), "low"), u"Export as XLSX..."_s);
        CHECK(bytes(sheet).startsWith("PK"));
        const QString picture = folder.filePath(u"book.png"_s);
        open.kit.prompts.answer(picture);
        open.run("file.exportPng");
        CHECK(QImage(picture).size() == open.page().size());
    }
    SECTION("the bars") {
        const QString path = folder.filePath(u"bands.csv"_s);
        open.kit.prompts.answer(path);
        auto* bars = open.find<QWidget>("bandBars");
        rightClick(bars, bars->rect().center());
        test::AccountKit::choose("exportCsv");
        REQUIRE(lines(path).size() == 5);
        CHECK(lines(path)[0] == "Band,Accounts,ARR (USD)");
        CHECK(lines(path)[1].startsWith("red,1,"));
        CHECK(bytes(path).contains(",400000\n"));
    }
    SECTION("a name without its ending gets it; nothing chosen writes nothing") {
        open.kit.prompts.answer(folder.filePath(u"plain"_s));
        open.run("file.exportCsv");
        CHECK(QFile::exists(folder.filePath(u"plain.csv"_s)));
        open.run("file.exportCsv");
        CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"plain.csv"_s});
    }
    SECTION("what cannot be written is said in the page") {
        open.kit.prompts.answer(folder.filePath(u"no/such/place.xlsx"_s));
        open.run("file.exportXlsx");
        CHECK(open.find<QWidget>("banner")->isVisible());
        CHECK(open.find<QLabel>("bannerText")->text().startsWith(u"Could not write"_s));
    }
}

TEST_CASE("Figures of an account as files") {
    test::AccountKit kit;
    kit.open("C1012");
    const auto exported = [&](const char* action, const char* name) {
        const QString path = kit.folder.filePath(QString::fromLatin1(name));
        kit.prompts.answer(path);
        test::AccountKit::choose(action);
        return bytes(path);
    };
    SECTION("the trend") {
        auto* view = kit.find<QAbstractScrollArea>("trendView")->viewport();
        rightClick(view, view->rect().center());
        CHECK(exported("exportCsv", "trend.csv").startsWith("Day,Score,Band,Computed,Events\n"));
        rightClick(view, view->rect().center());
        CHECK(exported("exportPng", "trend.png").startsWith("\x89PNG"));
    }
    SECTION("the costs") {
        auto* costs = kit.find<QWidget>("costs");
        rightClick(costs, QPoint(40, 10));
        CHECK(exported("exportXlsx", "costs.xlsx").startsWith("PK"));
    }
    SECTION("the timeline") {
        auto* timeline = kit.find<QAbstractScrollArea>("timeline");
        rightClick(timeline->viewport(), timeline->viewport()->rect().center());
        const QByteArray text = exported("exportCsv", "timeline.csv");
        CHECK(text.startsWith("Day,By,Kind,What\n"));
        CHECK(text.count('\n') > 1);
    }
}

TEST_CASE("What a draft would change as a file") {
    test::AccountKit kit;
    kit.window->go({.page = session::page::templates});
    QCoreApplication::processEvents();
    // Published: nothing would change, and there is no table of it.
    CHECK_FALSE(kit.window->actions().find(u"file.exportCsv"_s)->isEnabled());
    CHECK(kit.window->actions().find(u"file.exportPng"_s)->isEnabled());
}
