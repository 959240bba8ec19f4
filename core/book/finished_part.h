// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/template_matches.h"
#include "core/model/draft.h"
#include "core/model/snapshot.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace hb::book {

/// What of a draft could score already, without what draftFaults() names.
struct FinishedPart {
    TemplateVersion version;             ///< complete, with the rules of all its metrics
    std::vector<std::size_t> exceptions; ///< where each exception of `version` stands in the draft
};

/// Where the draft's template stands in the book, and whom it asks for.
[[nodiscard]] analytics::TemplatePlace placeOf(const Snapshot& snapshot, const Draft& draft);
/// `metrics` are the book's with the draft's rules (metricsWith()). None where nothing can count yet.
[[nodiscard]] std::optional<FinishedPart>
finishedPart(const Snapshot& snapshot, const std::vector<Metric>& metrics, const Draft& draft);

} // namespace hb::book
