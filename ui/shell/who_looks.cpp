// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/who_looks.h"

#include "core/analytics/owned_metrics.h"
#include "ui/models/book_layout.h"
#include "ui/prompts/who_dialog.h"
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"
#include "ui/shell/open_demo.h"
#include "ui/theme/texts.h"

namespace hb::shell {

using settings::Role;

namespace {

/// The owners, then the managers who own nothing themselves.
QStringList namesIn(const session::BookSession& session) {
    QStringList names;
    for (const std::string_view key : {attribute::owner, attribute::manager}) {
        QStringList values =
            session.snapshot().findAttribute(key) == nullptr
                ? QStringList()
                : models::attributeValues(session.snapshot(), QString::fromUtf8(key.data()), session.asOf());
        values.removeAll(QString());
        values.sort(Qt::CaseInsensitive);
        names += values;
    }
    names.removeDuplicates();
    return names;
}

} // namespace

bool askWhoLooks(const Context& context, QWidget* parent) {
    session::BookSession& session = context.session;
    prompts::WhoQuestion question{.names = namesIn(session), .teams = {}, .now = session.who()};
    for (const std::string& team : analytics::ownerTeams(*session.snapshot().scorecard)) {
        question.teams << QString::fromStdString(team);
    }
    const auto chosen = context.prompts.askWho(parent, question);
    context.settings.set(settings::personAsked, true);
    if (chosen) {
        session.setWho(*chosen);
    }
    return chosen.has_value();
}

bool askWhoLooksOnce(const Context& context, QWidget* parent) {
    const session::BookSession& session = context.session;
    return session.isOpen() && parent->isVisible() && session.person().isEmpty() &&
           !context.settings.get(settings::personAsked) && !isDemo(session.path()) &&
           session.snapshot().findAttribute(attribute::owner) != nullptr && askWhoLooks(context, parent);
}

QString whoText(const session::BookSession& session) {
    const settings::Who who = session.who();
    if (who.role == Role::Csm) {
        return who.name.isEmpty() ? Texts::tr("Everything") : who.name;
    }
    const QString as = who.role == Role::TeamMember ? who.team : prompts::WhoDialog::roleName(who.role);
    return who.name.isEmpty() ? as : Texts::tr("%1, %2").arg(who.name, as);
}

QString pageOfRole(const session::BookSession& session) {
    switch (session.role()) {
    case Role::Admin:
        return session::page::templates;
    case Role::TeamMember:
        return session::page::myTeam;
    case Role::Csm:
    case Role::Manager:
        break;
    }
    return {};
}

void beginAsRole(const session::BookSession& session, Navigator& navigator, bool hasSaid) {
    const QString first = hasSaid ? pageOfRole(session) : QString();
    if (!first.isEmpty()) {
        navigator.go({.page = first});
    }
}

} // namespace hb::shell
