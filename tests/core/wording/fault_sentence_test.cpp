// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/draft_scorecard.h"
#include "tests/core/wording/two_versions.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;
using namespace hb;
using Example = test::TwoVersions;

TEST_CASE("What keeps a draft from being published, with the names of things") {
    Example example;
    Scorecard book{.goals = {}, .metrics = example.metrics, .templates = {}};
    Draft draft{.key = "own", .name = "Own", .charter = {}, .version = example.after};
    auto& version = draft.version;
    const auto said = [&] {
        QStringList sentences;
        for (const QString& fault : book::draftFaults(book, draft)) {
            sentences << wording::faultSentence(draft, example.metrics, fault);
        }
        return sentences;
    };
    REQUIRE(said().isEmpty());
    auto& logins = version.groups[0].metrics[0];
    SECTION("curves and weights") {
        logins.curve.resize(1);
        version.groups[0].metrics[1].curve[1].value = -1;
        version.groups[1].weight = -1;
        CHECK(said() == QStringList{u"Curve of Logins: must have at least 2 points"_s,
                                    u"Curve of Adoption, point 2: must be more than the value before"_s,
                                    u"Weight of Support: must be 0 or more"_s});
    }
    SECTION("a group without metrics, and one without a name") {
        version.groups[0].metrics.clear();
        version.groups[1].metrics[0].weight = -2;
        version.groups.push_back({.key = "", .name = "", .weight = 1, .rollup = {}, .metrics = {}});
        const QStringList all = said();
        REQUIRE(all.size() == 4);
        CHECK(all[0] == u"Product usage: must have at least 1 metric"_s);
        CHECK(all[1] == u"Weight of Open tickets: must be 0 or more"_s);
        CHECK(all[3] == u"Group 3: must have at least 1 metric"_s);
    }
    SECTION("scores, levels and what stands in") {
        logins.curve[1].score = 101;
        logins.whenMissing = -1;
        version.groups[1].metrics[1].levels = {{1, 200}};
        version.groups[0].metrics[1].whenStale = {WhenStale::Rule::DecayTo, 50};
        CHECK(said() ==
              QStringList{u"Logins when missing: must be 0 to 100"_s,
                          u"Curve of Logins, point 2: must be 0 to 100"_s,
                          u"Adoption when stale: needs a metric whose values are valid for some days"_s,
                          u"Level Low of NPS: must be 0 to 100"_s});
    }
    SECTION("exceptions, scheme and the rest") {
        version.exceptions[0].when[0].key = "adoption";
        version.exceptions.push_back(test::capAt(200, {}, "Empty"));
        version.groups[0].metrics.pop_back();
        version.scheme.ranges[1].from = 80;
        version.minCoverage = 2;
        version.appliesTo[0].values.clear();
        draft.name.clear();
        CHECK(said() == QStringList{u"Name: is needed"_s,
                                    u"Applies to, segment: must have at least 1 value"_s,
                                    u"Bound of Green: must be more than the range before"_s,
                                    u"Minimum coverage: must be 0 to 1"_s,
                                    u"\"Storm\", condition 1: the template has no metric \"Adoption\""_s,
                                    u"\"Empty\": must be 0 to 100"_s,
                                    u"\"Empty\": must have at least 1 condition"_s});
    }
    SECTION("nothing counts") {
        version.groups[0].weight = version.groups[1].weight = 0;
        CHECK(
            said() ==
            QStringList{u"Groups: nothing counts yet; a group with a weight needs a metric with a weight"_s});
    }
    SECTION("the rule of a metric") {
        MetricRule rule = example.metrics[0].rule;
        rule.aggregation = Aggregation::Mean;
        version.metrics = {{"logins", rule}};
        const QStringList all = said();
        REQUIRE_FALSE(all.isEmpty());
        CHECK(all.join(u'\n').contains(u"Logins"_s));
        CHECK_FALSE(all.join(u'\n').contains(u"_days"_s));
    }
    SECTION("what is no such line stays as it is") {
        CHECK(wording::faultSentence(draft, example.metrics, u"the disk is full"_s) == u"the disk is full"_s);
    }
}
