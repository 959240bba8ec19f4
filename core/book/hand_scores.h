// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/own_scores.h"
#include "core/base/result.h"
#include "core/book/book.h"

#include <vector>

namespace hb::book {

/// Every value that a person set by hand, with who and of which day: what a snapshot does not hold. Of
/// accounts and metrics that the snapshot lacks nothing is said.
[[nodiscard]] Result<std::vector<analytics::HandScore>> handScores(Book& book, const Snapshot& snapshot);
/// The business reviews that were written down as notes.
[[nodiscard]] Result<std::vector<analytics::ReviewHeld>> reviewsHeld(Book& book, const Snapshot& snapshot);

} // namespace hb::book
