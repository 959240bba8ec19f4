// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/reasons.h"
#include "core/scoring/trend.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;
using namespace hb::scoring;

namespace {

TrackScore scored(double score, Band band = Band::Green) {
    TrackScore made;
    made.score = score;
    made.band = band;
    return made;
}

} // namespace

TEST_CASE("a trend has a direction from its threshold on, on rounded differences") {
    struct Row {
        double now;
        double earlier;
        Direction direction;
    };
    const Row row = GENERATE(Row{80, 77, Direction::Up},
                             Row{79.9999996, 77, Direction::Up},
                             Row{79.9999994, 77, Direction::Steady},
                             Row{80, 80, Direction::Steady},
                             Row{77.0000006, 80, Direction::Steady},
                             Row{77.0000004, 80, Direction::Down},
                             Row{77, 80, Direction::Down},
                             Row{0, 100, Direction::Down});
    CAPTURE(row.now, row.earlier);
    const Trend trend = trendOf({.days = 30, .threshold = 3}, scored(row.now), scored(row.earlier));
    CHECK(trend.direction == row.direction);
    CHECK(trend.change == row.now - row.earlier);
}

TEST_CASE("there is no trend where either day has no band") {
    const TrendRule rule{.days = 30, .threshold = 3};
    CHECK(trendOf(rule, scored(80), scored(70, Band::None)).direction == Direction::None);
    CHECK(trendOf(rule, scored(80, Band::None), scored(70)).direction == Direction::None);
    CHECK(trendOf(rule, scored(80, Band::None), scored(70)).change == 0);
}

TEST_CASE("days and threshold of a trend are those of the day's version") {
    TemplateVersion first = version({group("g", 1, {weighted("m", 1)})}, 1, Day{0});
    TemplateVersion second = version({group("g", 1, {weighted("m", 1)})}, 2, Day{200});
    first.trend = {.days = 30, .threshold = 3};
    second.trend = {.days = 10, .threshold = 20};
    const auto book = SnapshotBuilder()
                          .metric(numberMetric("m"))
                          .tmpl(defaultTemplate({first, second}))
                          .measure("A", "m", Day{100}, 40)
                          .measure("A", "m", Day{185}, 60)
                          .measure("A", "m", Day{195}, 79)
                          .build();
    const Scorer scorer(book);
    const auto trendOn = [&](int day) { return bookOnDay(scorer, Day{day}).trends[0]; };
    CHECK(trendOn(199).direction == Direction::Up);
    CHECK(trendOn(199).change == 39); // 30 days before it was 40
    CHECK(trendOn(200).direction == Direction::Steady);
    CHECK(trendOn(200).change == 19); // 10 days before it was 60
}
