// SPDX-License-Identifier: GPL-3.0-or-later
// Tables with numbers worked out by hand: group scores, S, shares and coverage (scoring.md, section 4).
#include "core/scoring/roll_up.h"
#include "core/scoring/scorer.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;
using namespace hb::scoring;

namespace {

CompiledVersion compiled(const TemplateVersion& made) {
    SnapshotBuilder builder;
    for (const Group& each : made.groups) {
        for (const GroupMetric& used : each.metrics) {
            builder.metric(numberMetric(used.metric));
        }
    }
    return Scorer(builder.tmpl(defaultTemplate({made})).build()).version(0, 0);
}

MetricScore present(double score) {
    return {.state = State::Present, .held = false, .score = score};
}
MetricScore overridden(double score) {
    return {.state = State::Overridden, .held = false, .score = score};
}
MetricScore kept(double score) {
    return {.state = State::Stale, .held = true, .score = score};
}
MetricScore filled(double score) {
    return {.state = State::Missing, .held = true, .score = score};
}
const MetricScore stale{.state = State::Stale, .held = false, .score = {}};
const MetricScore missing{.state = State::Missing, .held = false, .score = {}};

struct Expected {
    std::optional<double> score;
    double coverage;
    std::vector<std::optional<double>> groupScores;
    std::vector<double> shares;
};

void check(const TemplateVersion& made, const std::vector<MetricScore>& metrics, const Expected& expected) {
    RollUp result;
    result.groupScores.assign(9, 7.0); // what was there before must not matter
    result.shares.assign(9, 7.0);
    rollUp(compiled(made), metrics, result);
    REQUIRE(result.score.has_value() == expected.score.has_value());
    if (expected.score) {
        CHECK_THAT(*result.score, WithinAbs(*expected.score, 1e-9));
    }
    CHECK_THAT(result.coverage, WithinAbs(expected.coverage, 1e-9));
    REQUIRE(result.groupScores.size() == expected.groupScores.size());
    for (std::size_t g = 0; g < expected.groupScores.size(); ++g) {
        CAPTURE(g);
        REQUIRE(result.groupScores[g].has_value() == expected.groupScores[g].has_value());
        CHECK_THAT(result.groupScores[g].value_or(0), WithinAbs(expected.groupScores[g].value_or(0), 1e-9));
    }
    REQUIRE(result.shares.size() == expected.shares.size());
    for (std::size_t m = 0; m < expected.shares.size(); ++m) {
        CAPTURE(m);
        CHECK_THAT(result.shares[m], WithinAbs(expected.shares[m], 1e-9));
    }
}

/// Usage (W 60) of a (w 70) and b (w 30), support (W 40) of c.
TemplateVersion twoGroups(Rollup rollup = Rollup::Mean) {
    TemplateVersion made = version({group("usage", 60, {weighted("a", 70), weighted("b", 30)}),
                                    group("support", 40, {weighted("c", 1)})});
    made.rollup = rollup;
    return made;
}

} // namespace

TEST_CASE("rollUp: weighted means; what is absent hands its weight on") {
    SECTION("everything present") {
        check(twoGroups(), {present(80), present(50), present(20)}, {50.6, 1, {71, 20}, {0.42, 0.18, 0.4}});
    }
    SECTION("an absent metric to the rest of its group") {
        check(twoGroups(), {present(80), stale, present(20)}, {56, 0.82, {80, 20}, {0.6, 0, 0.4}});
    }
    SECTION("an empty group to the other groups") {
        check(twoGroups(), {present(80), present(50), missing}, {71, 0.6, {71, {}}, {0.7, 0.3, 0}});
    }
    SECTION("nothing present") {
        check(twoGroups(), {stale, missing, missing}, {{}, 0, {{}, {}}, {0, 0, 0}});
    }
}

TEST_CASE("rollUp: what is held counts in the score and not in the coverage; what is overridden in both") {
    check(twoGroups(), {present(80), kept(50), present(20)}, {50.6, 0.82, {71, 20}, {0.42, 0.18, 0.4}});
    check(twoGroups(), {present(80), filled(50), present(20)}, {50.6, 0.82, {71, 20}, {0.42, 0.18, 0.4}});
    check(twoGroups(), {present(80), overridden(50), present(20)}, {50.6, 1, {71, 20}, {0.42, 0.18, 0.4}});
    check(twoGroups(), {kept(80), kept(50), filled(20)}, {50.6, 0, {71, 20}, {0.42, 0.18, 0.4}});
}

TEST_CASE("rollUp: weights of 0 are scored, but stand in no sum") {
    const TemplateVersion made =
        version({group("one", 2, {weighted("a", 3), weighted("shown", 0), weighted("b", 1)}),
                 group("off", 0, {weighted("c", 5)}),
                 group("only shown", 4, {weighted("d", 0)}),
                 group("two", 1, {weighted("e", 2)})});
    const double third = 1.0 / 3;
    SECTION("everything present") {
        check(made,
              {present(100), present(0), present(60), present(0), present(0), present(30)},
              {70, 1, {90, 0, {}, 30}, {0.5, 0, third / 2, 0, 0, third}});
    }
    SECTION("without those of weight 0 nothing is lacking") {
        check(made,
              {present(100), missing, present(60), missing, stale, present(30)},
              {70, 1, {90, {}, {}, 30}, {0.5, 0, third / 2, 0, 0, third}});
    }
    SECTION("they alone make no score, and cover nothing") {
        check(made,
              {missing, present(40), missing, present(50), present(60), missing},
              {{}, 0, {{}, 50, {}, {}}, {0, 0, 0, 0, 0, 0}});
    }
}

TEST_CASE("rollUp: a group under min is its lowest, the first in order if tied on rounded scores") {
    TemplateVersion made =
        version({group("min",
                       3,
                       {weighted("shown", 0), weighted("a", 1), weighted("b", 5), weighted("c", 2)},
                       Rollup::Min),
                 group("mean", 1, {weighted("d", 1)})});
    SECTION("the lowest takes the whole share of its group, whatever its weight") {
        check(made,
              {present(1), present(30), present(90), present(40), present(70)},
              {40, 1, {30, 70}, {0, 0.75, 0, 0, 0.25}});
    }
    SECTION("a tie by r() is the first's, with the first's own score") {
        check(made,
              {present(1), present(90), present(30.0000004), present(30), present(70)},
              {40.0000003, 1, {30.0000004, 70}, {0, 0, 0.75, 0, 0.25}});
    }
    SECTION("a millionth less is less") {
        check(made,
              {present(1), present(90), present(30), present(29.999999), present(70)},
              {39.99999925, 1, {29.999999, 70}, {0, 0, 0, 0.75, 0.25}});
    }
    SECTION("a held score may be the lowest; coverage is as under a mean") {
        check(made,
              {present(1), present(30), kept(10), missing, present(70)},
              {25, 0.75 / 8 + 0.25, {10, 70}, {0, 0, 0.75, 0, 0.25}});
    }
}

TEST_CASE("rollUp: a template under min is its lowest group that counts") {
    TemplateVersion made = version({group("off", 0, {weighted("o", 1)}),
                                    group("one", 1, {weighted("a", 3), weighted("b", 1)}),
                                    group("two", 7, {weighted("c", 1)}),
                                    group("three", 2, {weighted("d", 1)})});
    made.rollup = Rollup::Min;
    SECTION("its metrics share as within the group") {
        check(made,
              {present(0), present(40), present(0), present(50), present(90)},
              {30, 1, {0, 30, 50, 90}, {0, 0.75, 0.25, 0, 0}});
    }
    SECTION("a tie by r() is the first's") {
        check(made,
              {present(0), present(80), present(80), present(30.0000004), present(30)},
              {30.0000004, 1, {0, 80, 30.0000004, 30}, {0, 0, 0, 1, 0}});
    }
    SECTION("coverage goes by the nominal shares all the same") {
        check(made,
              {missing, present(40), stale, missing, present(90)},
              {40, 0.1 * 0.75 + 0.2, {{}, 40, {}, 90}, {0, 1, 0, 0, 0}});
    }
    SECTION("both levels under min") {
        made.groups[1].rollup = Rollup::Min;
        check(made,
              {present(0), present(40), present(20), present(50), present(90)},
              {20, 1, {0, 20, 50, 90}, {0, 0, 1, 0, 0}});
    }
}

TEST_CASE("rollUpGroups: every group of weight above 0 with a score counts") {
    const TemplateVersion made = version({group("off", 0, {weighted("o", 1)}),
                                          group("one", 1, {weighted("a", 1)}),
                                          group("two", 3, {weighted("b", 1)})});
    using Scores = std::vector<std::optional<double>>;
    CHECK(rollUpGroups(compiled(made), Scores{0, 80, 40}) == 50.0);
    CHECK(rollUpGroups(compiled(made), Scores{0, {}, 40}) == 40.0);
    CHECK_FALSE(rollUpGroups(compiled(made), Scores{0, {}, {}}));
    TemplateVersion lowest = made;
    lowest.rollup = Rollup::Min;
    CHECK(rollUpGroups(compiled(lowest), Scores{0, 80, 40}) == 40.0);
}
