// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

namespace hb::shell {

/// Asks for one of the owners found in the book, or *everything*; a cancelled question changes nothing.
void askWhoLooks(const Context& context, QWidget* parent);

} // namespace hb::shell
