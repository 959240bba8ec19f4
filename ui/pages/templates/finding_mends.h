// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/findings.h"
#include "core/model/draft.h"
#include "ui/pages/templates/findings_strip.h"

#include <optional>

namespace hb::pages {

/// A finding as the strip says it; the button only where a draft can be mended by one click.
[[nodiscard]] FindingRow
findingRow(const scoring::Scorer& scorer, const analytics::Finding& finding, bool isEditable);

/// Nobody is told of a metric that should not count, since nobody owns it: the mend is to say who does.
[[nodiscard]] bool needsOwner(const scoring::Scorer& scorer, const analytics::Finding& finding);

/// The draft with what a finding is about mended: a metric that tells nothing apart, says what another says,
/// or that nobody can act on is no longer counted; a group or an exception that never acts goes. None for
/// what only a person can decide, and where needsOwner().
[[nodiscard]] std::optional<Draft>
mended(const Draft& draft, const scoring::Scorer& scorer, const analytics::Finding& finding);

} // namespace hb::pages
