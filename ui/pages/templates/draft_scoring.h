// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/finished_part.h"
#include "ui/pages/templates/template_part.h"

#include <memory>
#include <optional>

namespace hb::pages {

/// What of a draft can score, and in which book. Values alone: made in the window's thread, used in any.
struct DraftScoring {
    std::shared_ptr<const session::Moment> moment;
    analytics::TemplatePlace place;
    book::FinishedPart part;
};

/// Whether they score the same accounts of the same book alike: what was counted of one holds for the other.
[[nodiscard]] inline bool isSameScoring(const DraftScoring& a, const DraftScoring& b) {
    return a.moment == b.moment && a.part.version == b.part.version && a.place.index == b.place.index &&
           a.place.appliesTo == b.place.appliesTo;
}

/// None where nothing of it can count yet.
[[nodiscard]] inline std::optional<DraftScoring> scoringOf(const TemplateView& view) {
    const Snapshot& snapshot = *view.moment->snapshot;
    auto part = book::finishedPart(snapshot, view.metrics, view.draft);
    return part ? std::optional(
                      DraftScoring{view.moment, book::placeOf(snapshot, view.draft), std::move(*part)})
                : std::nullopt;
}

} // namespace hb::pages
