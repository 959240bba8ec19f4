// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/who_looks.h"

#include "ui/models/book_layout.h"
#include "ui/prompts/prompts.h"
#include "ui/session/book_session.h"

#include <QCoreApplication>

namespace hb::shell {

void askWhoLooks(const Context& context, QWidget* parent) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("WhoLooks", text); };
    session::BookSession& session = context.session;
    QStringList owners = models::attributeValues(
        session.snapshot(), QString::fromUtf8(attribute::owner.data()), session.asOf());
    owners.removeAll(QString());
    owners.sort(Qt::CaseInsensitive);
    owners.prepend(tr("I look at everything"));
    const auto chosen = context.prompts.choose(
        parent,
        tr("Who are you?"),
        tr("Your own accounts then come first, and what you review is kept under your name."),
        owners);
    if (chosen) {
        session.setPerson(*chosen == 0 ? QString() : owners[*chosen]);
    }
}

} // namespace hb::shell
