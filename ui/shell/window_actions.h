// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

namespace hb::shell {

class MainWindow;

/// What can be done from everywhere (look.md, Keys).
[[nodiscard]] Actions windowActions(const Context& context, MainWindow& window);

} // namespace hb::shell
