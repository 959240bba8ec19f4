// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/fault_list.h"
#include "core/model/scorecard.h"

namespace hb::exchange {

/// The second half of reading a scorecard file: ranges, keys and what they refer to (formats.md, the table).
/// Names the places as the file that toJson would write has them.
void checkScorecard(const Scorecard& scorecard, FaultList& faults);

/// Whether the template stands in a file with its `versions`: its one version would otherwise not say all.
[[nodiscard]] bool needsVersions(const Template& checked);

} // namespace hb::exchange
