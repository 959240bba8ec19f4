// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <optional>

namespace hb::analytics {

/// The first day that anything was measured or stated of an account, or came of it: from then on it is there.
/// None where nothing is known.
[[nodiscard]] std::optional<Day> knownSince(const Snapshot& snapshot, AccountIndex account);

} // namespace hb::analytics
