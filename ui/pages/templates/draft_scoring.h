// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/template_matches.h"
#include "ui/pages/templates/template_part.h"

#include <memory>
#include <optional>
#include <vector>

namespace hb::pages {

/// What of a draft can score: a complete version, without what is unfinished. Values alone: made in the
/// window's thread, used in any.
struct DraftScoring {
    std::shared_ptr<const session::Moment> moment;
    TemplateVersion version; ///< with the rules of all its metrics
    analytics::TemplatePlace place;
    std::vector<std::size_t> exceptions; ///< where each exception of `version` stands in the draft
};

/// Where the draft's template stands in the book.
[[nodiscard]] analytics::TemplatePlace placeOf(const TemplateView& view);
/// None where nothing of it can count yet.
[[nodiscard]] std::optional<DraftScoring> scoringOf(const TemplateView& view);

} // namespace hb::pages
