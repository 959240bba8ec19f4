// SPDX-License-Identifier: GPL-3.0-or-later
// F6 walks the regions of every page, and comes round.
#include "tests/ui/support/account_kit.h"
#include "ui/pages/compare/compare_tabs.h"
#include "ui/shell/page.h"

#include <algorithm>
#include <set>

using namespace hb;

namespace {

bool takesFocus(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0;
}

/// Something in it, or the region itself, can have the focus.
bool canHaveFocus(const QWidget& region) {
    const auto inside = region.findChildren<QWidget*>();
    return region.isVisible() && (takesFocus(region) || std::ranges::any_of(inside, [](const QWidget* each) {
                                      return takesFocus(*each);
                                  }));
}

void walk(const test::AccountKit& kit, const session::ViewState& there, Qt::KeyboardModifiers modifiers) {
    INFO(there.page.toStdString());
    const std::string tab = there.compare ? there.compare->tab.toStdString() : std::string();
    INFO(tab);
    kit.window->go(there);
    QCoreApplication::processEvents();
    std::set<const QWidget*> reached;
    constexpr int presses = 24; // more than any page has regions
    for (int press = 0; press < presses; ++press) {
        kit.press(Qt::Key_F6, modifiers);
        reached.insert(kit.window->focusWidget());
    }
    for (QWidget* region : kit.window->currentPage()->regions()) {
        if (region == nullptr || !canHaveFocus(*region)) {
            continue;
        }
        INFO(region->objectName().toStdString());
        CHECK(std::ranges::any_of(reached, [region](const QWidget* focused) {
            return focused == region || region->isAncestorOf(focused);
        }));
    }
    auto* rail = kit.find<QWidget>("rail.book")->parentWidget();
    CHECK(std::ranges::any_of(reached, [rail](const QWidget* each) { return rail->isAncestorOf(each); }));
}

} // namespace

TEST_CASE("F6 reaches every region of every page, forward and back") {
    test::AccountKit kit;
    const Qt::KeyboardModifiers modifiers = GENERATE(Qt::NoModifier, Qt::ShiftModifier);
    for (const QString& page : {session::page::book,
                                session::page::staleScores,
                                session::page::ownScores,
                                session::page::audit,
                                session::page::myTeam,
                                session::page::templates,
                                session::page::settings}) {
        walk(kit, {.page = page}, modifiers);
    }
    const QString account = QString::fromStdString(kit.session.snapshot().accounts->front().key);
    walk(kit, {.page = session::page::account, .account = account}, modifiers);
    walk(kit, {.page = session::page::search, .words = QStringLiteral("call")}, modifiers);
}

TEST_CASE("F6 reaches every region of every tab of Compare, forward and back") {
    test::AccountKit kit;
    const Qt::KeyboardModifiers modifiers = GENERATE(Qt::NoModifier, Qt::ShiftModifier);
    for (const pages::CompareTab& tab : pages::compareTabs()) {
        walk(kit,
             {.page = session::page::compare, .compare = session::CompareState{.tab = tab.name}},
             modifiers);
    }
}
