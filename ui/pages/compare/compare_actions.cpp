// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the Compare page, from menus and the palette.
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/compare/compare_scope.h"
#include "ui/pages/compare/question_line.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hb::pages {

shell::Actions ComparePage::actions() {
    shell::Actions all;
    const auto add = [&all](const QString& id,
                            const QString& words,
                            const char* keys,
                            shell::Menu menu,
                            std::function<void()> run) {
        all.push_back({.id = id,
                       .text = words,
                       .shortcut = QKeySequence(QString::fromLatin1(keys), QKeySequence::PortableText),
                       .menu = menu,
                       .run = std::move(run)});
    };
    using shell::Menu;
    add(u"compare.among"_s, tr("Compare some accounts alone"), "", Menu::View, [this] {
        m_line->openScopes();
    });
    add(u"compare.all"_s, tr("Compare all accounts"), "", Menu::View, [this] { compareAmong({}); });
    all.back().enabled = [this] { return m_state.among.has_value(); };
    add(u"compare.own"_s, tr("Compare my accounts alone"), "", Menu::View, [this] {
        compareAmong(ownAccounts(m_context.session));
    });
    all.back().enabled = [this] {
        const auto own = ownAccounts(m_context.session);
        return own && m_state.among != own;
    };
    add(u"compare.period"_s, tr("Compare another period"), "", Menu::View, [this] { m_line->openPeriods(); });
    add(u"compare.twoDays"_s, tr("Compare any two days"), "", Menu::View, [this] { m_line->openTwoDays(); });
    add(u"compare.by"_s, tr("Compare by something else"), "", Menu::View, [this] {
        m_line->openAttributes();
    });
    for (const Tab& tab : m_tabs) {
        add(u"compare.tab."_s + tab.info.name,
            tr("Compare: %1").arg(tab.info.title),
            "",
            Menu::View,
            [this, name = tab.info.name] { showTab(name); });
    }
    if (m_tabs.size() > 1) {
        add(u"compare.nextTab"_s, tr("Next tab"), "Ctrl+Tab", Menu::View, [this] { stepTab(1); });
        add(u"compare.lastTab"_s, tr("Last tab"), "Ctrl+Shift+Tab", Menu::View, [this] { stepTab(-1); });
    }
    return all;
}

QString ComparePage::asText() const {
    const ComparePart* part = front()->part;
    return part && m_view.book ? part->headline() + u'\n' + part->asText() : QString();
}

} // namespace hb::pages
