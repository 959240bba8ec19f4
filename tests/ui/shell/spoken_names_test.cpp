// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the keys reach has a name that a screen reader says: on every page, tab and popup of the window.
#include "tests/ui/support/account_kit.h"
#include "ui/pages/compare/compare_tabs.h"
#include "ui/pages/templates/templates_page.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/page.h"

#include <QAccessible>

using namespace hb;
using namespace Qt::StringLiterals;

namespace {

bool takesKeys(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0 &&
           widget.focusProxy() == nullptr;
}

QString spokenName(QWidget* widget) {
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
    REQUIRE(spoken != nullptr);
    return spoken->text(QAccessible::Name).trimmed();
}

/// A part without a name, as one finds it in the code: "QTableView auditTable in auditPage"; empty: none.
QStringList nameless(const QWidget& whole) {
    QStringList found;
    for (QWidget* widget : whole.findChildren<QWidget*>()) {
        if (takesKeys(*widget) && spokenName(widget).isEmpty()) {
            found.append(u"%1 %2 in %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                              widget->objectName(),
                                              widget->parentWidget()->objectName()));
        }
    }
    return found;
}

struct Kit : test::AccountKit {
    void check(const session::ViewState& there) const {
        window->go(there);
        QCoreApplication::processEvents();
        INFO(there.page.toStdString());
        CHECK(nameless(*window).join(u"; "_s).toStdString() == std::string());
    }
    void run(const char* id) const {
        const shell::Action* action = window->actions().find(QLatin1StringView(id));
        REQUIRE(action != nullptr);
        window->actions().run(*action);
    }
    void checkPopup(const char* action, const char* popup) const {
        run(action);
        QCoreApplication::processEvents();
        auto* shown = find<QWidget>(popup);
        REQUIRE(shown->isVisible());
        INFO(popup);
        CHECK(nameless(*shown).join(u"; "_s).toStdString() == std::string());
        shown->close();
    }
};

} // namespace

TEST_CASE("Whatever the keys reach has a name: on every page") {
    const Kit kit;
    for (const shell::PageInfo& page : kit.window->pages()) {
        if (page.id != session::page::account) {
            kit.check({.page = page.id});
        }
    }
    for (const char* account : {"C1012", "C1111"}) { // one of them with an override
        kit.check({.page = session::page::account, .account = QString::fromLatin1(account)});
    }
    kit.check({.page = session::page::search, .words = u"call"_s});
    kit.check({.page = session::page::audit});
}

TEST_CASE("Whatever the keys reach has a name: on every tab of Compare and of a draft") {
    const Kit kit;
    for (const pages::CompareTab& tab : pages::compareTabs()) {
        INFO(tab.name.toStdString());
        kit.check({.page = session::page::compare, .compare = session::CompareState{.tab = tab.name}});
    }
    kit.check({.page = session::page::templates});
    auto* templates = dynamic_cast<pages::TemplatesPage*>(kit.window->currentPage());
    REQUIRE(templates != nullptr);
    templates->tryOut();
    for (const char* tab :
         {"scorecard", "exceptions", "scheme", "applies", "metrics", "history", "charter", "goals"}) {
        templates->showTab(QString::fromLatin1(tab));
        QCoreApplication::processEvents();
        INFO(tab);
        CHECK(nameless(*templates).join(u"; "_s).toStdString() == std::string());
    }
}

TEST_CASE("Whatever the keys reach has a name: the Book as a list, an account beside it, and popups") {
    const Kit kit;
    kit.window->go({.page = session::page::book});
    for (const char* action : {"book.list", "book.peek", "book.small"}) {
        kit.run(action);
        QCoreApplication::processEvents();
        INFO(action);
        CHECK(nameless(*kit.window).join(u"; "_s).toStdString() == std::string());
    }
    kit.checkPopup("view.views", "viewsPopup");
    kit.checkPopup("go.day", "dayPopup");
    kit.window->openPalette();
    auto* palette = kit.find<QWidget>("commandPalette");
    CHECK(nameless(*palette).join(u"; "_s).toStdString() == std::string());
}
