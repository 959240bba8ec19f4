// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_registry.h"

#include "ui/pages/account/account_page.h"
#include "ui/pages/audit/audit_page.h"
#include "ui/pages/book/book_page.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/import/import_page.h"
#include "ui/pages/my_team/my_team_page.h"
#include "ui/pages/own_scores/own_scores_page.h"
#include "ui/pages/search/search_page.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/stale_scores/stale_scores_page.h"
#include "ui/pages/templates/templates_page.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/theme/icons.h"
#include "ui/theme/texts.h"

namespace hb::shell {

namespace {

template <typename P>
Page* make(const Context& context, Navigator& navigator, QWidget* parent) {
    return new P(context, navigator, parent);
}

} // namespace

std::vector<PageInfo> pageRegistry() {
    return {
        {session::page::book, Texts::tr("Book"), theme::Icon::Book, true, make<pages::BookPage>},
        {session::page::compare, Texts::tr("Compare"), theme::Icon::Compare, true, make<pages::ComparePage>},
        {session::page::account, Texts::tr("Account"), theme::Icon::Book, false, make<pages::AccountPage>},
        {session::page::staleScores,
         Texts::tr("Stale scores"),
         theme::Icon::Clock,
         false,
         make<pages::StaleScoresPage>},
        {session::page::ownScores,
         Texts::tr("Own scores"),
         theme::Icon::Person,
         false,
         make<pages::OwnScoresPage>},
        {session::page::search, Texts::tr("Search"), theme::Icon::Search, false, make<pages::SearchPage>},
        {session::page::audit,
         Texts::tr("What was changed"),
         theme::Icon::List,
         false,
         make<pages::AuditPage>},
        {session::page::myTeam, Texts::tr("My team"), theme::Icon::Team, true, make<pages::MyTeamPage>},
        {session::page::templates,
         Texts::tr("Templates"),
         theme::Icon::Templates,
         true,
         make<pages::TemplatesPage>},
        {session::page::import, Texts::tr("Import"), theme::Icon::Data, false, make<pages::ImportPage>},
        {session::page::settings,
         Texts::tr("Settings"),
         theme::Icon::Settings,
         false,
         make<pages::SettingsPage>},
        {session::page::welcome, Texts::tr("Welcome"), theme::Icon::Folder, false, make<pages::WelcomePage>},
    };
}

} // namespace hb::shell
