// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_registry.h"

#include "ui/pages/account/account_page.h"
#include "ui/pages/book/book_page.h"
#include "ui/pages/import/import_page.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/theme/icons.h"

#include <QCoreApplication>

namespace hb::shell {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Pages", text);
}

template <typename P>
Page* make(const Context& context, Navigator& navigator, QWidget* parent) {
    return new P(context, navigator, parent);
}

} // namespace

std::vector<PageInfo> pageRegistry() {
    return {
        {session::page::book, tr("Book"), theme::Icon::Book, true, make<pages::BookPage>},
        {session::page::account, tr("Account"), theme::Icon::Book, false, make<pages::AccountPage>},
        {session::page::import, tr("Import"), theme::Icon::Data, false, make<pages::ImportPage>},
        {session::page::settings, tr("Settings"), theme::Icon::Settings, false, make<pages::SettingsPage>},
        {session::page::welcome, tr("Welcome"), theme::Icon::Folder, false, make<pages::WelcomePage>},
    };
}

} // namespace hb::shell
