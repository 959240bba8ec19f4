// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/account_overrides.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <array>

using namespace hb;
using namespace hb::analytics;
using namespace hb::test;

namespace {

const Day today = day("2026-03-31");

Override entered(OverrideTarget target, const std::string& key, double score, Day first, Day last) {
    return {.id = {},
            .account = 0,
            .target = target,
            .key = key,
            .score = score,
            .first = first,
            .last = last,
            .author = "Ana",
            .reason = "because"};
}

/// Two groups of equal weight: "use" of logins, measured as 40, "calm" of tickets, measured as 20.
SnapshotBuilder twoGroups() {
    SnapshotBuilder builder;
    builder.metric(numberMetric("logins"))
        .metric(numberMetric("tickets"))
        .tmpl(defaultTemplate({version(
            {group("use", 1, {weighted("logins", 1)}), group("calm", 1, {weighted("tickets", 1)})})}))
        .measure("A", "logins", today, 40)
        .measure("A", "tickets", today, 20);
    return builder;
}

} // namespace

TEST_CASE("The overrides of an account") {
    SnapshotBuilder builder = twoGroups();
    builder.override("A", entered(OverrideTarget::Metric, "logins", 70, today - 60, today - 30))
        .override("A", entered(OverrideTarget::Metric, "logins", 80, today - 9, today + 10))
        .override("A", entered(OverrideTarget::Metric, "logins", 90, today - 5, today))
        .override("A", entered(OverrideTarget::Group, "gone", 90, today - 20, today + 1))
        .override("A", entered(OverrideTarget::Group, "calm", 60, today + 1, today + 2))
        .override("A", entered(OverrideTarget::Overall, "", 99, today - 1, today + 3))
        .override("A", entered(OverrideTarget::Overall, "", 10, today, today - 1));
    const scoring::Scorer scorer(builder.build());
    const auto found = accountOverrides(scorer, 0, today);
    REQUIRE(found.size() == 7);

    SECTION("stand with the live first, then those to come, then the ended; each the newest first") {
        std::vector<double> scores;
        for (const AccountOverride& each : found) {
            scores.push_back(each.entered.score);
        }
        CHECK(scores == std::vector<double>{99, 90, 80, 90, 60, 10, 70});
    }
    SECTION("say what each of them does") {
        CHECK(found[0].state == OverrideState::Acting);
        CHECK(found[1].state == OverrideState::Acting); // the last entered of two
        CHECK(found[2].state == OverrideState::Superseded);
        CHECK(found[3].state == OverrideState::Untargeted);
        CHECK(found[4].state == OverrideState::Coming);
        CHECK(found[5].state == OverrideState::Ended); // on the day it began: it never acted
        CHECK(found[6].state == OverrideState::Ended);
        CHECK(found[4].isOpen());
        CHECK_FALSE(found[4].isLive());
        CHECK_FALSE(found[5].isOpen());
    }
    SECTION("stand beside what is computed without any of them") {
        CHECK(found[0].computed == 30.0);
        CHECK(found[1].computed == 40.0);
        CHECK(found[4].computed == 20.0);
        CHECK_FALSE(found[3].computed);
    }
    SECTION("are live on their last day, and not after it") {
        CHECK(accountOverrides(scorer, 0, today + 3)[0].state == OverrideState::Acting);
        const auto later = accountOverrides(scorer, 0, today + 4);
        CHECK(later[0].entered.score == 80.0); // the other on logins has run out, and this one acts
        CHECK(later[0].state == OverrideState::Acting);
        CHECK(later[1].state == OverrideState::Ended);
    }
}

TEST_CASE("What an override would do") {
    SnapshotBuilder builder = twoGroups();
    builder.account("B").measure("B", "logins", today, 100);
    const scoring::Scorer scorer(builder.build());
    const auto effectOf = [&scorer](OverrideTarget target, const std::string& key, double score) {
        return overrideEffect(scorer, entered(target, key, score, today, today + 30), today);
    };

    SECTION("of the score replaces it") {
        const OverrideEffect effect = effectOf(OverrideTarget::Overall, "", 80);
        CHECK(effect.before.score == 30.0);
        CHECK(effect.before.band == Band::Red);
        CHECK(effect.after.score == 80.0);
        CHECK(effect.after.band == Band::Green);
    }
    SECTION("of a group or metric goes into the roll-up") {
        CHECK(effectOf(OverrideTarget::Group, "calm", 80).after.score == 60.0);
        CHECK(effectOf(OverrideTarget::Metric, "logins", 100).after.score == 60.0);
    }
    SECTION("of what the template lacks is nothing") {
        CHECK(effectOf(OverrideTarget::Group, "gone", 80).after.score == 30.0);
    }
    SECTION("of a day on which it is not live is nothing") {
        const Override later = entered(OverrideTarget::Overall, "", 80, today + 1, today + 2);
        CHECK(overrideEffect(scorer, later, today).after.score == 30.0);
    }
    SECTION("is of the version that was chosen for the template") {
        TemplateVersion now =
            version({group("use", 1, {weighted("logins", 1)}), group("calm", 1, {weighted("tickets", 1)})});
        TemplateVersion later = version({group("calm", 1, {weighted("tickets", 1)})});
        later.effectiveFrom = today + 100;
        SnapshotBuilder chosen;
        chosen.metric(numberMetric("logins"))
            .metric(numberMetric("tickets"))
            .tmpl(defaultTemplate({now, later}))
            .measure("A", "logins", today, 40)
            .measure("A", "tickets", today, 20);
        const std::array choice{scoring::VersionChoice{.versionIndex = 1}};
        const scoring::Scorer withIt(chosen.build(), choice);
        const Override calm = entered(OverrideTarget::Group, "calm", 80, today, today);
        CHECK(overrideEffect(withIt, calm, today).before.score == 20.0);
        CHECK(overrideEffect(withIt, calm, today).after.score == 80.0);
    }
    SECTION("is what the book scores once it is entered") {
        const auto [target, key] =
            GENERATE(table<OverrideTarget, std::string>({{OverrideTarget::Overall, ""},
                                                         {OverrideTarget::Group, "use"},
                                                         {OverrideTarget::Metric, "tickets"}}));
        const Override added = entered(target, key, 71.5, today, today + 1);
        auto book = std::make_shared<Snapshot>(scorer.snapshot());
        book->overrides.push_back(added);
        const scoring::TrackScore then = scoring::Scorer(book).score(0, today).shown;
        const scoring::TrackScore said = overrideEffect(scorer, added, today).after;
        CHECK(said.score == then.score);
        CHECK(said.coverage == then.coverage);
        CHECK(said.band == then.band);
    }
    SECTION("stands over those that are there: it is the last entered") {
        SnapshotBuilder again = twoGroups();
        again.account("B").override("A", entered(OverrideTarget::Overall, "", 55, today, today));
        again.override("B", entered(OverrideTarget::Overall, "", 12, today, today));
        const scoring::Scorer both(again.build());
        const auto effect =
            overrideEffect(both, entered(OverrideTarget::Overall, "", 80, today, today), today);
        CHECK(effect.before.score == 55.0);
        CHECK(effect.after.score == 80.0);
    }
}
