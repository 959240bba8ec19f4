// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/analytics/own_scores_book.h"
#include "tests/support/catch.h"

using namespace hb;
using namespace hb::analytics;
using namespace hb::test::own;

TEST_CASE("own scores: levels raised by hand before a review or a renewal") {
    test::SnapshotBuilder builder = emptyBook();
    const Day set = today - 40;
    builder.measure("A1", "mood", set - 200, 1).measure("A1", "mood", set, 2);
    const auto figure = [&](const std::vector<std::pair<const char*, Day>>& reviews = {}, Day on = today) {
        return ofHand(builder, {{"A1", "mood", set}}, reviews, on).book.of(OwnShare::RaisedBefore);
    };
    SECTION("a raise is a case, and a hit up to 14 days before") {
        CHECK(figure().cases == 1);
        CHECK(figure().hits == 0);
        CHECK(figure({{"A1", set + 14}}).hits == 1);
        CHECK(figure({{"A1", set}}).accounts == std::vector<AccountIndex>{0});
        CHECK(figure({{"A1", set + 15}, {"A1", set - 1}}).hits == 0);
        builder.account("A2");
        CHECK(figure({{"A2", set + 1}}).hits == 0);
    }
    SECTION("of a day that is looked back on, and known by then") {
        CHECK(figure({}, set - 1).cases == 0);
        CHECK(figure({}, set).cases == 1);
        CHECK(figure({}, set + 729).cases == 1);
        CHECK(figure({}, set + 730).cases == 0);
        CHECK(figure({{"A1", set + 3}}, set + 2).hits == 0);
        CHECK(figure({{"A1", set + 3}}, set + 3).hits == 1);
    }
    SECTION("a renewal counts as it was known on that day") {
        builder.attribute("A1", "renewal_date", Day{0}, toIsoText(set + 14));
        builder.attribute("A1", "renewal_date", set + 5, toIsoText(set + 200));
        CHECK(figure().hits == 1);
        CHECK(figure({}, set).hits == 1);
    }
    SECTION("and so does one that was decided, or an account that left") {
        builder.attribute("A1", "renewal_date", Day{0}, toIsoText(set + 15));
        CHECK(figure().hits == 0);
        builder.outcome("A1", outcome(OutcomeKind::Expanded, set + 5));
        CHECK(figure().hits == 0);
        builder.outcome("A1", outcome(OutcomeKind::Renewed, set + 10));
        CHECK(figure().hits == 1);
        CHECK(figure({}, set + 9).hits == 0);
    }
    SECTION("a first level, a lower one, an equal one, or one that does not count is no raise") {
        builder.measure("A2", "mood", set, 3);
        builder.measure("A3", "mood", set - 1, 3).measure("A3", "mood", set, 2);
        builder.measure("A4", "mood", set - 1, 2).measure("A4", "mood", set, 2);
        builder.measure("A5", "weather", set - 1, 1).measure("A5", "weather", set, 3);
        builder.measure("A6", "use", set - 1, 1).measure("A6", "use", set, 90);
        const OwnScores scores = ofHand(builder,
                                        {{"A2", "mood", set},
                                         {"A3", "mood", set},
                                         {"A4", "mood", set},
                                         {"A5", "weather", set},
                                         {"A6", "use", set}});
        CHECK(scores.book.of(OwnShare::RaisedBefore).cases == 0);
    }
    SECTION("the case is the author's, whoever owns the account") {
        builder.attribute("A1", "owner", Day{0}, "Ben");
        const OwnScores scores = ofHand(builder, {{"A1", "mood", set}});
        CHECK(find(scores, "Ana")->of(OwnShare::RaisedBefore).cases == 1);
        CHECK(find(scores, "Ben")->of(OwnShare::RaisedBefore).cases == 0);
    }
}

TEST_CASE("own scores: overrides above what they stand over") {
    test::SnapshotBuilder builder = emptyBook();
    const Day first = today - 20;
    builder.measure("A1", "use", first, 60).measure("A1", "mood", first, 2); // a: (180 + 200) / 7
    const auto shares = [&](Day on = today) {
        return ofHand(builder, {}, {{"A1", first + 2}}, on).book.shares;
    };
    const auto of = [](const auto& all, OwnShare share) { return all[static_cast<std::size_t>(share)]; };
    SECTION("of a metric, a group or the whole") {
        builder.override("A1", overrideOf(OverrideTarget::Metric, "mood", 51, first));
        builder.override("A1", overrideOf(OverrideTarget::Metric, "mood", 50, first));
        builder.override("A1", overrideOf(OverrideTarget::Group, "a", 54, first));
        builder.override("A1", overrideOf(OverrideTarget::Group, "a", 55, first));
        builder.override("A1", overrideOf(OverrideTarget::Overall, "", 54, first));
        builder.override("A1", overrideOf(OverrideTarget::Overall, "", 55, first));
        const ShareFigure upward = of(shares(), OwnShare::OverrodeUpward);
        CHECK(upward.cases == 6);
        CHECK(upward.hits == 3);
        CHECK(upward.accounts == std::vector<AccountIndex>{0});
        CHECK(of(shares(), OwnShare::OverrodeBefore).cases == 3);
        CHECK(of(shares(), OwnShare::OverrodeBefore).hits == 3);
        CHECK(of(shares(first + 1), OwnShare::OverrodeBefore).hits == 0); // the review is yet to come
        CHECK(of(shares(first - 1), OwnShare::OverrodeUpward).cases == 0);
    }
    SECTION("over nothing, of nothing, or taken back before it began, it is no case") {
        builder.override("A1", overrideOf(OverrideTarget::Metric, "calls", 80, first));
        builder.override("A1", overrideOf(OverrideTarget::Group, "gone", 80, first));
        Override ended = overrideOf(OverrideTarget::Overall, "", 80, first);
        ended.last = first - 1;
        builder.override("A1", ended);
        CHECK(of(shares(), OwnShare::OverrodeUpward).cases == 0);
    }
}

TEST_CASE("own scores: green before they left") {
    test::SnapshotBuilder builder = emptyBook();
    const Day left = today - 30;
    for (const char* key : {"A1", "A2", "A3", "A4"}) {
        builder.attribute(key, "owner", Day{0}, "Ben").attribute(key, "owner", left, "Chloe");
        builder.measure(key, "use", left - 200, 90).measure(key, "mood", left - 95, 3);
        builder.outcome(key, outcome(OutcomeKind::Churned, left));
    }
    builder.measure("A1", "use", left - 91, 90)
        .measure("A1", "use", left - 90, 10); // mood holds: (30 + 400) / 7
    builder.measure("A2", "use", left - 90, 90).measure("A2", "use", left - 89, 10);
    builder.measure("A1", "mood", left - 60, 1).measure("A2", "mood", left - 60, 1);
    builder.measure("A3", "use", left - 1, 90);
    builder.measure("A3", "mood", left - 50, 3);                    // not by hand
    builder.outcome("A4", outcome(OutcomeKind::Renewed, left + 1)); // came back
    const OwnScores scores = ofHand(builder, {{"A1", "mood", left - 60}, {"A2", "mood", left - 60}});
    const ShareFigure& all = scores.book.of(OwnShare::GreenThenChurned);
    CHECK(all.cases == 3);
    CHECK(all.accounts == std::vector<AccountIndex>{1, 2});
    CHECK(find(scores, "Ana")->of(OwnShare::GreenThenChurned).cases == 2);
    CHECK(find(scores, "Ana")->of(OwnShare::GreenThenChurned).accounts == std::vector<AccountIndex>{1});
    REQUIRE(find(scores, "Ben") != nullptr); // owned it until it left
    CHECK(find(scores, "Ben")->of(OwnShare::GreenThenChurned).cases == 1);
    CHECK(find(scores, "Chloe")->of(OwnShare::GreenThenChurned).cases == 0);

    SECTION("not yet, or too long ago") {
        CHECK(ofHand(builder, {}, {}, left - 1).book.of(OwnShare::GreenThenChurned).cases == 0);
        CHECK(ofHand(builder, {}, {}, left + 729).book.of(OwnShare::GreenThenChurned).cases == 3);
        CHECK(ofHand(builder, {}, {}, left + 730).book.of(OwnShare::GreenThenChurned).cases == 0);
    }
    SECTION("an account without any level is no case") {
        builder.measure("A5", "use", left - 1, 90).outcome("A5", outcome(OutcomeKind::Churned, left));
        CHECK(ofHand(builder, {}).book.of(OwnShare::GreenThenChurned).cases == 3);
    }
    SECTION("a status says since when") {
        builder.measure("A5", "use", left - 1, 90).measure("A5", "mood", left - 1, 3);
        builder.attribute("A5", "status", Day{0}, "active").attribute("A5", "status", left, "churned");
        CHECK(ofHand(builder, {}).book.of(OwnShare::GreenThenChurned).cases == 4);
    }
}
