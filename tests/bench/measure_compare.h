// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <memory>
#include <string>

namespace hb::bench {

/// What Compare costs on a day, as members of a JSON object: a grouping beside one pass over the scores, two
/// years of weekly band shares, the heat map of all accounts and a year of red shares beside scoring the
/// book on as many days.
[[nodiscard]] std::string measureCompare(const std::shared_ptr<const Snapshot>& snapshot, Day day);

} // namespace hb::bench
