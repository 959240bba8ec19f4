// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/owned_metrics.h"
#include "ui/session/book_session.h"

#include <string>
#include <vector>

// What was red when a person last looked at My team: whatever turned red since is news to them.

namespace hb::session {

/// One metric as it was seen.
struct SeenRed {
    std::string metric;  ///< key
    std::size_t red = 0; ///< accounts
    Day day;

    friend bool operator==(const SeenRed&, const SeenRed&) = default;
};

/// Of the open book; a metric that was never looked at is not among them.
[[nodiscard]] std::vector<SeenRed> readSeenRed(const BookSession& session,
                                               const settings::Settings& settings);
/// Puts the metrics of a team in place of what was seen of them before; `of` is what they were found in.
void rememberSeenRed(const BookSession& session,
                     settings::Settings& settings,
                     const Snapshot& of,
                     const analytics::OwnedMetrics& owned);
/// nullptr: never looked at.
[[nodiscard]] const SeenRed* findSeen(const std::vector<SeenRed>& seen, const std::string& metric);

/// The team that My team shows first: of a team member theirs, else the one that was shown last, else the
/// first by name; empty where no metric has an owner.
[[nodiscard]] std::string teamToShow(const BookSession& session, const settings::Settings& settings);
/// The team whose news concern who looks: as teamToShow(), but none where nobody has chosen one.
[[nodiscard]] std::string teamOfWho(const BookSession& session, const settings::Settings& settings);

} // namespace hb::session
