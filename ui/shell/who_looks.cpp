// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/who_looks.h"

#include "ui/models/book_layout.h"
#include "ui/prompts/prompts.h"
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"
#include "ui/shell/open_demo.h"

#include <QCoreApplication>

namespace hb::shell {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(WhoLooks)
};

} // namespace

void askWhoLooks(const Context& context, QWidget* parent) {
    session::BookSession& session = context.session;
    QStringList owners = models::attributeValues(
        session.snapshot(), QString::fromUtf8(attribute::owner.data()), session.asOf());
    owners.removeAll(QString());
    owners.sort(Qt::CaseInsensitive);
    owners.prepend(Texts::tr("I look at everything"));
    const auto chosen = context.prompts.choose(
        parent,
        Texts::tr("Who are you?"),
        Texts::tr("Your own accounts then come first, and what you review is kept under your name."),
        owners);
    context.settings.set(settings::personAsked, true);
    if (chosen) {
        session.setPerson(*chosen == 0 ? QString() : owners[*chosen]);
    }
}

void askWhoLooksOnce(const Context& context, QWidget* parent) {
    const session::BookSession& session = context.session;
    if (session.isOpen() && parent->isVisible() && session.person().isEmpty() &&
        !context.settings.get(settings::personAsked) && !isDemo(session.path()) &&
        session.snapshot().findAttribute(attribute::owner) != nullptr) {
        askWhoLooks(context, parent);
    }
}

} // namespace hb::shell
