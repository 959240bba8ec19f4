// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

namespace hb::shell {

/// Asks for a name (an owner or manager found in the book, any other, or *everything*), a role and a team.
/// A cancelled question changes nothing but is not asked again: the name in the top bar asks at any time.
/// False when it was cancelled.
bool askWhoLooks(const Context& context, QWidget* parent);
/// Asks where nobody was asked yet, in the first book of a person's own that has owners: those of the demo
/// company are nobody here.
bool askWhoLooksOnce(const Context& context, QWidget* parent);

/// "Ana Lopez", "Ana Lopez, manager", "Support"; where nobody was chosen, that everything is looked at.
[[nodiscard]] QString whoText(const session::BookSession& session);
/// Whoever has just said who they are begins where their role does.
void beginAsRole(const session::BookSession& session, Navigator& navigator, bool hasSaid);
/// The page of the role of who looks; empty: none but the one where they left.
[[nodiscard]] QString pageOfRole(const session::BookSession& session);

} // namespace hb::shell
