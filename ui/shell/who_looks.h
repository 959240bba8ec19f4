// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

namespace hb::shell {

/// Asks for one of the owners found in the book, or *everything*. A cancelled question changes nothing but is
/// not asked again: the name in the top bar asks at any time.
void askWhoLooks(const Context& context, QWidget* parent);
/// Asks where nobody was asked yet, in the first book of a person's own that has owners: those of the demo
/// company are nobody here.
void askWhoLooksOnce(const Context& context, QWidget* parent);

} // namespace hb::shell
