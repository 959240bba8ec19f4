// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/standings.h"
#include "core/scoring/scorer.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// How the scores that people set themselves stand to what is measured: for managers, by person and by
// account. The figures describe; what they mean is for people to talk about.

namespace hb::analytics {

/// A level that a person set by hand; the level itself is in the snapshot's series.
struct HandScore {
    AccountIndex account = 0;
    MetricIndex metric = 0;
    Day day;
    std::string author;
};

/// A business review that was held with an account.
struct ReviewHeld {
    AccountIndex account = 0;
    Day day;
};

struct OwnScoreOptions {
    std::size_t leastCases = 5; ///< with fewer nothing is shown
    int windowDays = 14;        ///< before a review or a renewal, the day itself included
    int greenDays = 90;         ///< before an account left
    int lookBackDays = 730;     ///< what happened longer ago is not counted
    StandingLimits standing;
};

/// One living account that has scores of both kinds on the day. Each is the mean of the metrics that count
/// and are present, weighted by their nominal shares; overrides are left out.
struct AccountGap {
    AccountIndex account = 0;
    double own = 0;      ///< of its level metrics
    double measured = 0; ///< of its number metrics
    std::size_t levels = 0;
    std::size_t numbers = 0;

    [[nodiscard]] double gap() const { return own - measured; }
};

/// The mean gap of some accounts.
struct GapFigure {
    Standing standing; ///< `above` is none for the whole book
    std::vector<AccountIndex> accounts;
};

/// The figures that are a share of some cases.
enum class OwnShare : std::uint8_t {
    RaisedBefore,    ///< of levels raised by hand: those in the days before a review or a renewal
    OverrodeBefore,  ///< of overrides upward: those begun in these days
    OverrodeUpward,  ///< of overrides that stand over a score: those above it
    StaleGreen,      ///< of green accounts: those with a level that is out of date
    GreenThenChurned ///< of accounts that left: those green on one of the days before
};
inline constexpr std::size_t ownShareCount = 5;

/// The word of a figure in tables and JSON: "raised_before".
[[nodiscard]] std::string_view toText(OwnShare share);

struct ShareFigure {
    std::size_t hits = 0;
    std::size_t cases = 0;
    std::vector<AccountIndex> accounts; ///< of the hits, each once

    [[nodiscard]] double share() const {
        return cases == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(cases);
    }
};

/// The gap and the stale greens are those of the accounts that a person owns on the day; levels and overrides
/// are those that the person set. An account that left counts for whoever set a level of it by hand in the
/// days before; where nobody did, its levels were imported, for its owner then.
struct PersonFigures {
    std::string name; ///< empty: the whole book
    GapFigure gap;
    std::array<ShareFigure, ownShareCount> shares; ///< by OwnShare

    [[nodiscard]] const ShareFigure& of(OwnShare share) const {
        return shares[static_cast<std::size_t>(share)];
    }
};

struct OwnScores {
    Day day;
    OwnScoreOptions options;
    PersonFigures book;
    std::vector<PersonFigures> people; ///< by name; owners on the day, and who set something by hand
    std::vector<AccountGap> accounts;  ///< as snapshot.accounts
};

/// The figures of the book on the day. Pure; works on all cores; empty once `stop` is requested.
[[nodiscard]] OwnScores ownScores(const scoring::Scorer& scorer,
                                  Day day,
                                  std::span<const HandScore> byHand,
                                  std::span<const ReviewHeld> reviews,
                                  const OwnScoreOptions& options = {},
                                  const std::stop_token& stop = {});

} // namespace hb::analytics
