// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/compare_sentence.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace Qt::StringLiterals;
using namespace hb;
using namespace hb::wording;

namespace {

GroupFacts ben() {
    return {
        .name = u"Ben"_s, .change = -6.1, .leftGreen = 9, .reason = u"Open tickets"_s, .isAllOfIt = false};
}

GroupFacts ana() {
    return {.name = u"Ana"_s, .change = 1.2, .leftGreen = 0, .reason = {}, .isAllOfIt = false};
}

CompareFacts ofOwners() {
    return {.groups = 6,
            .compared = 57,
            .ofPeople = true,
            .fell = ben(),
            .lowest = ben(),
            .highest = ana(),
            .problem = ProblemFacts{.metric = u"Open tickets"_s,
                                    .red = 14,
                                    .scored = 60,
                                    .groupsWithRed = 6,
                                    .groupsHit = 5,
                                    .mostly = {}}};
}

} // namespace

TEST_CASE("compare in words: who fell most, why, and which problem is everybody's") {
    const test::InEnglish english;
    CompareFacts facts = ofOwners();
    CHECK(compareHeadline(facts) == u"Ben's book fell most: \u22126.1, 9 accounts left green, mostly Open "
                                    u"tickets. Open tickets: red in 14 of "
                                    u"60 accounts, everybody's."_s);
    facts.problem->mostly = u"Ben"_s; // most of it is his, and everybody has it
    CHECK(compareHeadline(facts).endsWith(u"everybody's."_s));
    facts.problem->mostly.clear();
    facts.problem->groupsWithRed = 3;
    facts.problem->groupsHit = 3;
    CHECK(compareHeadline(facts).endsWith(u"red in 14 of 60 accounts, in 3 of 6 groups."_s));
    facts.problem->mostly = u"Ben"_s;
    CHECK(compareHeadline(facts).endsWith(u"red in 14 of 60 accounts, most of them Ben's."_s));
    facts.ofPeople = false;
    facts.problem->red = 1;
    facts.fell->leftGreen = 1;
    facts.fell->isAllOfIt = true;
    CHECK(compareHeadline(facts) ==
          u"Ben fell most: \u22126.1, 1 account left green, all of it Open tickets. Open "
          u"tickets: red in 1 of 60 accounts."_s);
    facts.problem.reset();
    facts.fell = GroupFacts{.name = u"%1 %2"_s, .change = -2, .leftGreen = 0, .reason = u"%3"_s};
    CHECK(compareHeadline(facts) == u"%1 %2 fell most: \u22122.0, mostly %3."_s);
}

TEST_CASE("compare in words: nobody is named first where nobody stands apart") {
    const test::InEnglish english;
    CompareFacts facts = ofOwners();
    facts.problem.reset();
    facts.fell.reset();
    CHECK(compareHeadline(facts) == u"Nobody stands out: \u22126.1 (Ben) to +1.2 (Ana)."_s);
    facts.lowest->change = 0.4;
    CHECK(compareHeadline(facts) == u"Nothing fell: on average from +0.4 (Ben) to +1.2 (Ana)."_s);
    facts.lowest = facts.highest = ben();
    CHECK(compareHeadline(facts) ==
          u"Ben's book: \u22126.1, 9 accounts left green, mostly Open tickets. No other group "
          u"has enough accounts to compare it with."_s);
    facts.lowest.reset();
    facts.highest.reset();
    CHECK(compareHeadline(facts) == u"Too few accounts a group to say whose changed most."_s);
    facts.groups = 1;
    CHECK(compareHeadline(facts) == u"Too few accounts: 5 with a score on both days are needed."_s);
    facts.lowest = ana();
    CHECK(compareHeadline(facts) == u"Ana's book: +1.2. There is nothing to compare it with."_s);
    facts.compared = 0;
    CHECK(compareHeadline(facts) == u"Not enough data: no account has a score on both days."_s);
}

TEST_CASE("compare in words: a reason has its points") {
    const test::InEnglish english;
    test::SnapshotBuilder builder;
    Metric metric = test::numberMetric("tickets");
    metric.name = "Open tickets";
    const auto book = builder.metric(metric).build();
    const analytics::GroupReason reason{.subject = {}, .points = -4.06, .share = 0.66};
    CHECK(reasonCell(*book, reason) == u"Open tickets \u22124.1"_s);
    CHECK(reasonSentence(*book, reason, -6.1) == u"Open tickets: \u22124.1 of \u22126.1 points."_s);
    CHECK(subjectName(*book, {.kind = scoring::LineKind::Exceptions}) == u"Exceptions"_s);
}
