// SPDX-License-Identifier: GPL-3.0-or-later
// The head of the window with names as people and files have them: with an "&", and longer than there is
// room.
#include "tests/ui/support/clicks.h"
#include "tests/ui/support/open_book.h"
#include "ui/settings/settings.h"
#include "ui/widgets/elided_button.h"

#include <QLabel>
#include <QToolButton>

using namespace hb;
using namespace Qt::StringLiterals;
using test::OpenBook;

namespace {

/// The words that are seen on a button.
QString seen(OpenBook& open, const char* name) {
    QCoreApplication::processEvents(); // what is shown is laid out
    return open.find<widgets::ElidedButton>(name)->shown().trimmed();
}

} // namespace

TEST_CASE("An & in the name of a book and of a team is seen") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"R&D accounts.healthbook"_s);
    REQUIRE(QFile::copy(test::RealBook().path(), path));
    OpenBook open{test::RealBook()};
    open.kit.session.open(path);
    REQUIRE(open.kit.session.isOpen());
    open.kit.session.setWho({.name = {}, .role = settings::Role::TeamMember, .team = u"R&D"_s});
    CHECK(seen(open, "pathUp") == u"R&D accounts"_s);
    CHECK(open.find<QPushButton>("pathUp")->text().count(u'&') == 2); // else Qt makes a key of it
    CHECK(seen(open, "personButton") == u"R&D"_s);
    CHECK(open.find<QPushButton>("personButton")->toolTip() == u"Who looks"_s);
}

TEST_CASE("Long names leave the head of the window what else stands there") {
    const QTemporaryDir folder;
    const QString name = u"Accounts of the northern and southern regions, with all that was bought in 2025 "
                         "and is still to be moved over to the new contracts"_s;
    const QString path = folder.filePath(name + u".healthbook"_s);
    REQUIRE(QFile::copy(test::RealBook().path(), path));
    OpenBook open{test::RealBook()};
    open.kit.session.open(path);
    REQUIRE(open.kit.session.isOpen());
    const QString person = u"Maximiliana Alexandrina von der Hohenstein-Oberursel"_s;
    open.kit.session.setPerson(person);
    open.window.go({.page = session::page::account, .account = u"fell"_s});
    open.window.resize(1024, 640);
    QCoreApplication::processEvents();
    CHECK(open.window.width() == 1024);
    const auto* bar = open.find<QWidget>("topBar");
    for (const char* part :
         {"back", "pathUp", "pathPlace", "paletteBox", "asOfButton", "personButton", "menu"}) {
        INFO(part);
        const auto* widget = test::child<QWidget>(*bar, QString::fromLatin1(part));
        CHECK(widget->isVisible());
        CHECK(widget->width() > 0);
        CHECK(widget->geometry().right() < bar->width());
    }
    const auto* up = open.find<QPushButton>("pathUp");
    CHECK(seen(open, "pathUp").endsWith(u'\u2026'));
    CHECK(up->toolTip() == name);
    CHECK(up->accessibleName() == name);
    CHECK(open.find<QPushButton>("personButton")->accessibleName() == person);
    SECTION("and the path still leads up") {
        test::click(*bar, "pathUp");
        CHECK(open.window.where().page == session::page::book);
    }
}
