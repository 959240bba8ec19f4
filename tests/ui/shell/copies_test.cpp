// SPDX-License-Identifier: GPL-3.0-or-later
// Every page with a table copies and exports it, by one action of the window; files say what they are of.
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/open_book.h"
#include "ui/session/people.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QTableView>

using namespace hb;
using namespace Qt::StringLiterals;

namespace {

/// The demo company, seen by somebody in a team: every page has something to show.
struct Kit : test::AccountKit {
    Kit() {
        session.setWho({.name = u"Sam Reyes"_s, .role = settings::Role::TeamMember, .team = u"Support"_s});
    }
    void show(const QString& page) {
        if (page == session::page::account) {
            open("C1012");
        } else {
            window->go({.page = page});
        }
        QCoreApplication::processEvents();
        if (page == session::page::templates) {
            run("templates.begin");
            QCoreApplication::processEvents();
        }
    }
    void run(const char* id) const {
        const shell::Action* action = window->actions().find(QString::fromLatin1(id));
        REQUIRE(action != nullptr);
        window->actions().run(*action);
    }
    [[nodiscard]] bool isEnabled(const char* id) const {
        return window->actions().find(QString::fromLatin1(id))->isEnabled();
    }
    [[nodiscard]] QStringList entriesOf(shell::Menu which) const {
        QMenu* menu = window->actions().menu(which);
        Q_EMIT menu->aboutToShow();
        QStringList texts;
        for (const QAction* action : menu->actions()) {
            texts.append(action->text().section(u'\t', 0, 0));
        }
        return texts;
    }
};

QMenu* menuAt(QWidget* widget, const QPoint& place) {
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, widget->mapToGlobal(place));
    QApplication::sendEvent(widget, &event);
    return qobject_cast<QMenu*>(QApplication::activePopupWidget());
}

} // namespace

TEST_CASE("Every page copies and exports its table, and those without one are known") {
    Kit kit;
    kit.show(session::page::book);                   // the rounds of others walk its list
    const QStringList without{session::page::search, // until something is searched for
                              session::page::import,
                              session::page::settings,
                              session::page::welcome};
    for (const shell::PageInfo& info : kit.window->pages()) {
        CAPTURE(info.id.toStdString());
        kit.show(info.id);
        const bool hasTable = !without.contains(info.id);
        CHECK(kit.window->currentPage()->copies().hasTable() == hasTable);
        CHECK(kit.isEnabled("edit.copyTable") == hasTable);
        CHECK(kit.isEnabled("file.exportCsv") == hasTable);
        CHECK(kit.isEnabled("file.exportXlsx") == hasTable);
        CHECK(kit.isEnabled("file.exportPng"));
        for (const QTableView* view : kit.window->currentPage()->findChildren<QTableView*>()) {
            if (!view->isVisible() || view->model()->rowCount() == 0) {
                continue;
            }
            CAPTURE(view->objectName().toStdString());
            QMenu* menu = menuAt(view->viewport(), view->visualRect(view->model()->index(0, 0)).center());
            REQUIRE(menu != nullptr);
            for (const char* action : {"copyTable", "exportCsv", "exportXlsx"}) {
                CHECK(menu->findChild<QAction*>(QLatin1StringView(action)) != nullptr);
            }
            menu->close();
        }
    }
}

TEST_CASE("Ctrl+C copies the table of the page in front, and text where some is selected") {
    Kit kit;
    kit.show(session::page::myTeam);
    kit.press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text().startsWith(u"Metric\tAccount\t"_s));
    CHECK(kit.find<QLabel>("toastText")->text().endsWith(u"as a table"_s));

    auto* label = new QLabel(u"selected, and not"_s, kit.window->currentPage());
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->show();
    label->setFocus();
    label->setSelection(0, 8);
    kit.press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == u"selected"_s);
}

TEST_CASE("Quit is last in the File menu, also behind what a page adds") {
    Kit kit;
    for (const QString& page : {session::page::book, session::page::myTeam}) {
        kit.show(page);
        const QStringList entries = kit.entriesOf(shell::Menu::File);
        CHECK(entries.last() == u"Quit"_s);
        CHECK(entries.contains(u"Export as CSV..."_s));
    }
    CHECK(kit.entriesOf(shell::Menu::File).contains(u"Report of the team..."_s));
}

TEST_CASE("A file is called by what it is of, and by its day or period") {
    Kit kit;
    const auto proposed = [&](const char* action) {
        kit.run(action);
        return kit.prompts.proposed.last();
    };
    kit.show(session::page::book);
    CHECK(proposed("file.exportCsv") == u"Accounts, 2026-03-30.csv"_s);
    menuAt(kit.find<QWidget>("bandBars"), {20, 10});
    test::AccountKit::choose("exportPng");
    CHECK(kit.prompts.proposed.last() == u"Book, 2026-03-30.png"_s);
    kit.show(session::page::account);
    CHECK(proposed("file.exportPng") == u"Harbour & Vale Logistics, 2026-03-30.png"_s);
    kit.session.setAsOf(test::day("2026-03-02"));
    CHECK(proposed("file.exportXlsx") == u"Harbour & Vale Logistics, 2026-03-02.xlsx"_s);
    kit.session.setAsOf(kit.session.today());
    kit.show(session::page::compare);
    const QString compared = proposed("file.exportCsv");
    CHECK(compared.startsWith(u"Compare, Overview, 20"_s));
    CHECK(compared.endsWith(u" to 2026-03-30.csv"_s));
}

TEST_CASE("A file of the Book page says which accounts it has") {
    test::OpenBook open(test::fiveAccounts());
    CHECK(open.page().exportOf().scope == QString()); // all
    open.kit.session.setFilter({.bands = {Band::Red, Band::Yellow}, .text = u"name"_s});
    CHECK(open.page().exportOf().scope == u"red, yellow, \u201cname\u201d in the name or id"_s);
    open.kit.session.setFilter({});
    open.page().model().setGroupBy(models::noGroups);
    open.clickTile("fell");
    open.clickTile("low", Qt::ControlModifier);
    CHECK(open.page().exportOf().scope == u"2 that were selected"_s);
}

TEST_CASE("A draft's pictures are copied as tables") {
    Kit kit;
    kit.show(session::page::templates);
    const auto copied = [&](const char* widget) {
        auto* part = kit.find<QWidget>(widget);
        REQUIRE(part->isVisible());
        REQUIRE(menuAt(part, part->rect().center()) != nullptr);
        test::AccountKit::choose("copyTable");
        return QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    };
    const QStringList cells = copied("effectMatrix");
    REQUIRE(cells.size() == 17);
    CHECK(cells[0].startsWith(u"Band before\tBand after\tAccounts\tARR"_s));
    const QStringList bands = copied("effectAccounts");
    REQUIRE(bands.size() == 5);
    CHECK(bands[0].startsWith(u"Band\tAccounts before\tAccounts after\tARR before"_s));
    int accounts = 0, staying = 0;
    for (const QString& line : cells.mid(1)) {
        const QStringList row = line.split(u'\t');
        accounts += row[2].toInt();
        staying += row[0] == row[1] ? row[2].toInt() : 0;
    }
    CHECK(accounts > 100);
    CHECK(staying == accounts); // nothing was changed yet
    kit.run("edit.copyTable");
    CHECK(QApplication::clipboard()->text().startsWith(u"Account\tAccount id\tBand before"_s));
}
