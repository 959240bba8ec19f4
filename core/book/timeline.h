// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/book/book.h"
#include "core/model/timeline_item.h"

#include <QString>

#include <optional>
#include <vector>

namespace hb::book {

/// All that happened to an account up to a day, newest first. An import is one item: an accounts file that
/// changed an attribute, and measurements and outcomes files for what they stated last. Reads the file; some
/// milliseconds.
[[nodiscard]] Result<std::vector<TimelineItem>>
timelineOf(Book& book, const Snapshot& snapshot, AccountIndex account, Day until = lastDay);

} // namespace hb::book
