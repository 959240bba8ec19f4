// SPDX-License-Identifier: GPL-3.0-or-later
// Views of the book by clicks and keys: kept, shown, renamed, removed, opened with.
#include "tests/ui/support/clicks.h"
#include "tests/ui/support/open_book.h"
#include "ui/session/saved_view.h"
#include "ui/settings/settings.h"
#include "ui/shell/saved_views.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

using namespace hb;
using namespace Qt::StringLiterals;
using test::OpenBook;

namespace {

struct Kit {
    test::RealBook real;
    OpenBook open{real};

    [[nodiscard]] QWidget* popup() { return open.find<QWidget>("viewsPopup"); }
    [[nodiscard]] QListWidget* list() { return open.find<QListWidget>("viewsList"); }
    [[nodiscard]] QLineEdit* name() { return open.find<QLineEdit>("viewName"); }
    void click(const char* button) { test::click(*popup(), button); }
    void tick(const char* box) {
        auto* found = open.find<QCheckBox>(box);
        REQUIRE(found->isVisible());
        QTest::keyClick(found, Qt::Key_Space);
    }
    void openPopup() {
        open.press("views");
        REQUIRE(popup()->isVisible());
    }
    /// Filters to green and groups by owner, and keeps that by the keys.
    void keepGoodOnes() {
        test::choose(open.find<QPushButton>("addFilter")->menu(), u"Health/green"_s);
        test::choose(open.find<QPushButton>("group")->menu(), u"Owner"_s);
        keep(u"Good ones"_s);
    }
    void keep(const QString& text) {
        QTest::keyClick(&open.window, Qt::Key_S, Qt::ControlModifier);
        REQUIRE(popup()->isVisible());
        name()->selectAll();
        QTest::keyClicks(name(), text);
        QTest::keyClick(name(), Qt::Key_Return);
        CHECK_FALSE(popup()->isVisible());
    }
    void plain() {
        open.kit.session.setFilter({});
        open.page().model().setGroupBy({});
    }
    [[nodiscard]] std::size_t shown() { return open.page().model().layout().summary.shown; }
    [[nodiscard]] QStringList names() {
        QStringList all;
        for (const session::SavedView& view : open.window.views().all()) {
            all.append(view.name);
        }
        return all;
    }
};

} // namespace

TEST_CASE("A view is kept by its name and shown again") {
    Kit kit;
    kit.keepGoodOnes();
    CHECK(kit.open.find<QLabel>("toastText")->text() == u"Kept the view Good ones"_s);
    kit.open.press("list");
    kit.plain();
    CHECK(kit.shown() == 5);

    SECTION("by a click in the list of views") {
        kit.openPopup();
        REQUIRE(kit.list()->count() == 1);
        kit.click("viewShow");
        CHECK(kit.shown() == 2);
        CHECK(kit.open.page().model().arrangement().groupBy == u"owner"_s);
        CHECK(kit.open.wall()->isVisible()); // the tiles it was kept with
    }
    SECTION("by the keys") {
        QTest::keyClick(&kit.open.window, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(kit.popup()->isVisible());
        CHECK(kit.list()->hasFocus());
        QTest::keyClick(kit.list(), Qt::Key_Return);
        CHECK(kit.shown() == 2);
    }
    SECTION("from the palette, from another page too") {
        kit.open.window.go({.page = session::page::settings});
        kit.open.window.openPalette();
        auto* text = kit.open.find<QLineEdit>("paletteText");
        QTest::keyClicks(text, u"good on"_s);
        QTest::keyClick(text, Qt::Key_Return);
        CHECK(kit.open.window.where().page == session::page::book);
        CHECK(kit.shown() == 2);
    }
    SECTION("and kept anew under its name, with what is not known here") {
        kit.open.kit.session.apply(
            book::SetSavedView{
                .name = u"Good ones"_s,
                .content = u"{\"page\":\"book\",\"later\":1,\"state\":{\"sort\":\"why\",\"new\":[2]}}"_s},
            u"As a newer one wrote it"_s);
        kit.keep(u"Good ones"_s);
        const session::SavedView* view = kit.open.window.views().find(u"Good ones"_s);
        REQUIRE(view != nullptr);
        CHECK(view->whole.value(u"later"_s).toInt() == 1);
        CHECK(view->state.value(u"new"_s).isArray());
        CHECK(view->state.contains(u"group"_s));
    }
    SECTION("and Undo takes it away") {
        QTest::keyClick(&kit.open.window, Qt::Key_Z, Qt::ControlModifier);
        CHECK(kit.names().isEmpty());
    }
}

TEST_CASE("A view is renamed in its place and removed") {
    Kit kit;
    kit.keepGoodOnes();
    kit.keep(u"Other"_s);
    kit.openPopup();
    const auto rename = [&](const QString& to) {
        kit.list()->setCurrentRow(0);
        kit.click("viewRename");
        auto* editor = kit.list()->findChild<QLineEdit*>();
        REQUIRE(editor != nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, to);
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::processEvents(); // the editor closes,
        QCoreApplication::processEvents(); // and then the view is renamed
    };
    SECTION("to a free name, in one step of undo") {
        rename(u"Best"_s);
        CHECK(kit.names() == QStringList{u"Best"_s, u"Other"_s});
        kit.popup()->close();
        QTest::keyClick(&kit.open.window, Qt::Key_Z, Qt::ControlModifier);
        CHECK(kit.names() == QStringList{u"Good ones"_s, u"Other"_s});
    }
    SECTION("not to one that is taken") {
        rename(u"Other"_s);
        CHECK(kit.names() == QStringList{u"Good ones"_s, u"Other"_s});
        CHECK(kit.list()->item(0)->text() == u"Good ones"_s);
    }
    SECTION("while another program keeps a view: what is typed stays") {
        kit.list()->setCurrentRow(0);
        kit.click("viewRename");
        auto* editor = kit.list()->findChild<QLineEdit*>();
        REQUIRE(editor != nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, u"Bes"_s);
        kit.open.kit.session.apply(book::SetSavedView{.name = u"A new one"_s, .content = u"{}"_s}, u"Set"_s);
        QCoreApplication::processEvents();
        REQUIRE(kit.list()->findChild<QLineEdit*>() == editor);
        CHECK(editor->text() == u"Bes"_s);
        QTest::keyClicks(editor, u"t"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        CHECK(kit.names() == QStringList{u"A new one"_s, u"Best"_s, u"Other"_s});
        CHECK(kit.list()->count() == 3);
    }
    SECTION("not where it was removed meanwhile: the list says so") {
        kit.list()->setCurrentRow(0);
        kit.click("viewRename");
        auto* editor = kit.list()->findChild<QLineEdit*>();
        REQUIRE(editor != nullptr);
        kit.open.kit.session.apply(book::SetSavedView{.name = u"Good ones"_s, .content = {}}, u"Gone"_s);
        editor->selectAll();
        QTest::keyClicks(editor, u"Best"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        CHECK(kit.names() == QStringList{u"Other"_s});
        CHECK(kit.list()->count() == 1);
    }
    SECTION("removed by Del") {
        kit.list()->setCurrentRow(0);
        QTest::keyClick(kit.list(), Qt::Key_Delete);
        CHECK(kit.names() == QStringList{u"Other"_s});
        CHECK(kit.list()->count() == 1);
        kit.popup()->close();
        QTest::keyClick(&kit.open.window, Qt::Key_Z, Qt::ControlModifier);
        CHECK(kit.names() == QStringList{u"Good ones"_s, u"Other"_s});
    }
}

TEST_CASE("What a view brings back is all that was arranged") {
    Kit kit;
    kit.open.run("book.list");
    test::choose(kit.open.find<QPushButton>("addFilter")->menu(), u"Owner/Ben Okafor"_s);
    const models::Sorting byName{.by = models::SortBy::Name, .key = {}, .reversed = true};
    kit.open.page().model().setSort(byName);
    kit.open.kit.settings.set(settings::listColumns, QByteArray(R"([{"id":"name"},{"id":"score"}])"));
    kit.keep(u"Ben's"_s);
    kit.plain();
    kit.open.run("book.small");
    kit.open.page().model().setSort({});
    kit.open.kit.settings.set(settings::listColumns, QByteArray());
    kit.open.window.views().show(u"Ben's"_s);
    CHECK(kit.shown() == 3);
    CHECK(kit.open.list()->isVisible());
    CHECK(kit.open.page().model().sort() == byName);
    CHECK(kit.open.kit.settings.get(settings::listColumns).contains("\"score\""));
}

TEST_CASE("The book opens with a view") {
    Kit kit;
    kit.keepGoodOnes();
    kit.plain();
    const auto reopen = [&] {
        kit.popup()->close();
        kit.plain();
        const QString path = kit.real.path();
        kit.open.kit.session.open(path);
        REQUIRE(kit.open.kit.session.isOpen());
    };
    SECTION("for everybody") {
        kit.openPopup();
        CHECK_FALSE(kit.open.find<QCheckBox>("viewOpensMine")->isVisible()); // nobody says who looks
        kit.tick("viewOpensAll");
        reopen();
        CHECK(kit.shown() == 2);
    }
    SECTION("one's own before everybody's") {
        kit.keep(u"All"_s);
        kit.open.kit.session.setPerson(u"Ana Lopez"_s);
        kit.plain();
        kit.openPopup();
        kit.list()->setCurrentRow(0); // All
        kit.tick("viewOpensAll");
        kit.list()->setCurrentRow(1); // Good ones
        kit.tick("viewOpensMine");
        const session::SavedView* mine = session::openingView(kit.open.window.views().all(), u"Ana Lopez"_s);
        REQUIRE(mine != nullptr);
        CHECK(mine->name == u"Good ones"_s);
        CHECK(session::openingView(kit.open.window.views().all(), u"Ben"_s)->name == u"All"_s);
        reopen();
        CHECK(kit.open.page().model().arrangement().filter.bands == std::vector{Band::Green});
    }
    SECTION("which does not pull away who has gone elsewhere before it was read") {
        kit.openPopup();
        kit.tick("viewOpensAll");
        kit.popup()->close();
        test::WindowKit other(jobs::Running::Threads);
        other.settings.set(settings::personAsked, true);
        shell::MainWindow window(other.context);
        window.show();
        const bool goes = GENERATE(true, false);
        QObject::connect(&other.session, &session::BookSession::opened, &window, [&] {
            if (goes) {
                window.go({.page = session::page::settings});
            }
        });
        other.session.open(kit.real.path());
        other.settle();
        REQUIRE(other.session.isOpen());
        REQUIRE(window.views().all().size() == 1);
        CHECK(window.where().page == (goes ? session::page::settings : session::page::book));
        CHECK(other.session.filter().bands.empty() == goes);
        // An edit of the views later does not show it either.
        window.go({.page = session::page::settings});
        other.session.apply(book::SetSavedView{.name = u"Later"_s, .content = u"{}"_s}, u"Set"_s);
        other.settle();
        CHECK(window.where().page == session::page::settings);
    }
    SECTION("unless none was chosen") {
        reopen();
        CHECK(kit.shown() == 5);
    }
}

TEST_CASE("A view that names what is gone still opens, and says so") {
    Kit kit;
    const auto set = [&](const char* name, const QString& content) {
        kit.open.kit.session.apply(book::SetSavedView{.name = QString::fromLatin1(name), .content = content},
                                   u"Set"_s);
    };
    const auto said = [&] { return kit.open.find<QLabel>("toastText")->text(); };
    SECTION("a value") {
        set("V",
            u"{\"page\":\"book\",\"state\":{\"attributes\":[{\"key\":\"owner\",\"values\":[\"Zoe\"]}]}}"_s);
        kit.open.window.views().show(u"V"_s);
        CHECK(kit.shown() == 0);
        CHECK(said() == u"No account has Owner: Zoe any more."_s);
    }
    SECTION("an attribute to group by") {
        set("V", u"{\"page\":\"book\",\"state\":{\"group\":\"tier\"}}"_s);
        kit.open.window.views().show(u"V"_s);
        CHECK(kit.shown() == 5);
        CHECK(said().startsWith(u"Nothing can be grouped by "_s));
    }
    SECTION("an attribute to sort by") {
        set("V", u"{\"page\":\"book\",\"state\":{\"sort\":\"tier\"}}"_s);
        kit.open.window.views().show(u"V"_s);
        CHECK(kit.shown() == 5);
        CHECK(said() == u"Nothing can be sorted by tier any more."_s);
    }
    SECTION("columns of the list; one that is there only at times is not missed") {
        set("V",
            u"{\"page\":\"book\",\"state\":{\"columns\":[{\"id\":\"name\"},{\"id\":\"tier\"},"
            "{\"id\":\"override\"},{\"id\":\"region\",\"shown\":false},{\"id\":\"owner\"}]}}"_s);
        kit.open.window.views().show(u"V"_s);
        CHECK(said() == u"The list has no column Tier any more."_s);
    }
    SECTION("a page that is not here: it is kept as it is") {
        set("V", u"{\"page\":\"orbit\",\"state\":{\"a\":1}}"_s);
        kit.open.window.views().show(u"V"_s);
        CHECK(kit.open.window.where().page == session::page::book);
        CHECK(said().contains(u"kept as it is"_s));
        CHECK(kit.names() == QStringList{u"V"_s});
    }
    SECTION("one that was kept before views had pages") {
        set("V", u"{\"sort\":\"name\",\"bands\":[%1]}"_s.arg(static_cast<int>(Band::Green)));
        kit.open.window.views().show(u"V"_s);
        CHECK(kit.shown() == 2);
    }
}
