// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"

namespace hb::book {

/// What the people of the demo company did themselves by `today`: notes, levels set by hand, one override,
/// and what they have reviewed.
[[nodiscard]] Result<void> addDemoHandEdits(Book& book, Day today);

} // namespace hb::book
