// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QString>

#include <string>

// What holds on to a metric of the catalogue.

namespace hb::pages {

/// How many templates in force use it, in their newest version.
[[nodiscard]] int templatesUsing(const Scorecard& scorecard, const std::string& metric);
/// Why it cannot be removed; empty: it can. `shown` is the draft that is being edited, or null.
[[nodiscard]] QString keptBecause(const Snapshot& snapshot, const Draft* shown, const std::string& metric);

} // namespace hb::pages
