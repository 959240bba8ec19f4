// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <vector>

namespace hb::shell {

/// Every page there is, in the order of the rail. A new page is a line here.
[[nodiscard]] std::vector<PageInfo> pageRegistry();

} // namespace hb::shell
