// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/own_scores.h"
#include "tests/support/snapshot_builder.h"

#include <algorithm>
#include <tuple>

// A small book with metrics of both kinds, and what people did in it.

namespace hb::test::own {

inline const Day today = day("2026-03-31");

/// Two number metrics (3 and 1 of the score's 10 parts), two levels (4 and 2), and one of each that counts
/// nothing. Levels 1, 2, 3 score 0, 50, 100 and hold for 90 days.
inline SnapshotBuilder emptyBook() {
    const std::vector<Level> levels{{1, "low", 0, ""}, {2, "middle", 50, ""}, {3, "high", 100, ""}};
    SnapshotBuilder builder;
    for (const char* key : {"use", "calls", "idle"}) {
        builder.metric(numberMetric(key, 60));
    }
    for (const char* key : {"mood", "sponsor", "weather"}) {
        builder.metric(levelMetric(key, levels, 90));
    }
    TemplateVersion scored =
        version({group("a", 1, {weighted("use", 3), weighted("mood", 4), weighted("idle", 0)}),
                 group("b", 3.0 / 7, {weighted("calls", 1), weighted("sponsor", 2)}),
                 group("c", 0, {weighted("weather", 1)})});
    for (GroupMetric& used : scored.groups[1].metrics) {
        used.whenStale.rule = WhenStale::Rule::Keep; // held scores count in the roll-up alone
    }
    scored.minCoverage = 0;
    builder.tmpl(defaultTemplate({scored}));
    return builder;
}

inline MetricIndex indexOf(const Snapshot& snapshot, const char* metric) {
    return snapshot.findMetric(metric).value();
}

inline AccountIndex accountOf(const Snapshot& snapshot, const char* key) {
    return snapshot.findAccount(key).value();
}

inline const analytics::PersonFigures* find(const analytics::OwnScores& scores, const std::string& name) {
    const auto at = std::ranges::find(scores.people, name, &analytics::PersonFigures::name);
    return at == scores.people.end() ? nullptr : &*at;
}

inline Outcome outcome(OutcomeKind kind, Day on) {
    return {.account = 0, .day = on, .kind = kind, .arrChangeCents = std::nullopt, .reason = ""};
}

inline Override overrideOf(OverrideTarget target, const std::string& key, double score, Day first) {
    return {.id = OverrideId{1},
            .account = 0,
            .target = target,
            .key = key,
            .score = score,
            .first = first,
            .last = first + 10,
            .author = "Ana",
            .reason = "r"};
}

inline analytics::OwnScores ofHand(const SnapshotBuilder& builder,
                                   const std::vector<std::tuple<const char*, const char*, Day>>& set,
                                   const std::vector<std::pair<const char*, Day>>& reviews = {},
                                   Day on = today) {
    const auto book = builder.build();
    std::vector<analytics::HandScore> byHand;
    for (const auto& [account, metric, when] : set) {
        byHand.push_back({.account = accountOf(*book, account),
                          .metric = indexOf(*book, metric),
                          .day = when,
                          .author = "Ana"});
    }
    std::vector<analytics::ReviewHeld> held;
    for (const auto& [account, when] : reviews) {
        held.push_back({.account = accountOf(*book, account), .day = when});
    }
    return analytics::ownScores(scoring::Scorer(book), on, byHand, held);
}

} // namespace hb::test::own
