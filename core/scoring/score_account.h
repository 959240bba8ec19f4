// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/roll_up.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace hb::scoring {

/// Shown: everything. Computed: every override ignored.
enum class Track : std::uint8_t { Shown, Computed };

/// The result of one track.
struct TrackScore {
    double score = std::numeric_limits<double>::quiet_NaN(); ///< NaN: no score
    double coverage = 0;                                     ///< 0..1
    std::int32_t exception = -1; ///< position of the exception that acted last; -1: none
    Band band = Band::None;

    [[nodiscard]] bool hasScore() const { return score == score; }
    [[nodiscard]] std::optional<double> optionalScore() const {
        return hasScore() ? std::optional(score) : std::nullopt;
    }
};

/// One account on one day.
struct AccountScore {
    TrackScore shown;
    TrackScore computed;
    std::uint32_t templateIndex = 0; ///< in scorecard->templates
    std::uint32_t versionIndex = 0;  ///< in that template's versions
    bool hasOverride = false;        ///< one that is live and has a target in the version
    bool hasStale = false;           ///< a counted metric is stale (reason 8), in the shown track
    bool hasHeld = false;            ///< a metric that counts is held, in the shown track

    [[nodiscard]] const TrackScore& track(Track which) const {
        return which == Track::Shown ? shown : computed;
    }
};

/// One metric in the detail of an account.
struct MetricDetail {
    MetricValue value;
    State state = State::Missing; ///< with overrides, in the shown track
    bool held = false;
    std::optional<double> score;
    bool counts = false;                ///< has a score and a weight > 0 in a group of weight > 0
    double share = 0;                   ///< e, from the roll-up before group overrides
    std::optional<OverrideId> override; ///< the live one, in the shown track
};

struct GroupDetail {
    std::optional<double> score; ///< with its override, in the shown track
    bool overridden = false;
};

/// Everything of one account on one day in one track: what the account page and `explain` show.
struct AccountDetail {
    Day day;
    AccountIndex account = 0;
    std::uint32_t templateIndex = 0;
    std::uint32_t versionIndex = 0;
    std::vector<MetricDetail> metrics; ///< as the version's metrics
    std::vector<GroupDetail> groups;   ///< as the version's groups
    std::optional<double> rollUp;      ///< S: with metric overrides, before group overrides
    std::optional<double> withGroupOverrides;
    std::optional<double> withExceptions;
    std::optional<double> overall; ///< with the overall override
    std::optional<OverrideId> overallOverride;
    double coverage = 0;
    std::int32_t exception = -1;
    Band band = Band::None;
};

} // namespace hb::scoring
