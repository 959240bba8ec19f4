// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/compiled_version.h"

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

namespace hb::analytics {

/// For each metric of `version`, how many of `accounts` score red in it on one day, overrides of metrics
/// included. Pure; works on all cores; incomplete once `stop` is requested.
[[nodiscard]] std::vector<std::size_t> redByMetric(const Snapshot& snapshot,
                                                   const scoring::CompiledVersion& version,
                                                   std::span<const AccountIndex> accounts,
                                                   Day day,
                                                   const std::stop_token& stop = {});

} // namespace hb::analytics
