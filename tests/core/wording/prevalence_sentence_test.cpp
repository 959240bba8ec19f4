// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/prevalence_sentence.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::wording;
using namespace Qt::StringLiterals;
using test::day;

namespace {

const Day today = day("2026-03-31");
const Day earlier = day("2026-01-31");

/// 14 of 60 accounts have red tickets, 5 had them earlier; the 14 pay $1.2M, all of them $4.1M.
struct Sixty {
    test::InEnglish english;
    test::SnapshotBuilder builder;

    Sixty() {
        Metric tickets = test::numberMetric("tickets");
        tickets.name = "Open tickets";
        tickets.ownerTeam = "Support";
        builder.metric(tickets).tmpl(
            test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("tickets", 1)})})}));
        for (int at = 0; at < 60; ++at) {
            builder.measure(key(at), "tickets", earlier, at < 5 ? 10 : 90);
            if (at < 14) {
                builder.measure(key(at), "tickets", today, 10);
            }
        }
    }
    static std::string key(int at) { return "A" + std::to_string(100 + at); }
    Sixty& pay() {
        for (int at = 0; at < 60; ++at) {
            builder.attribute(key(at), "arr", Day{0}, at < 10 ? "80000" : at < 43 ? "100000" : "0");
        }
        return *this;
    }
    [[nodiscard]] QString sentence(Day before = earlier, Day now = today) const {
        const auto book = builder.build();
        const auto found = analytics::prevalence(scoring::Scorer(book), now, before);
        return prevalenceSentence(*book, found.at(0), before, now);
    }
};

} // namespace

TEST_CASE("prevalence: one customer or many, in accounts and in ARR, now and then") {
    CHECK(Sixty().pay().sentence() ==
          u"Open tickets: red in 14 of 60 accounts (23%, 9 more than on 31 Jan), $1.2M of $4.1M "
          "(29%, 9% on 31 Jan). Support owns it."_s);
}

TEST_CASE("prevalence: without ARR it speaks of accounts alone") {
    const Sixty sixty;
    CHECK(sixty.sentence() ==
          u"Open tickets: red in 14 of 60 accounts (23%, 9 more than on 31 Jan). Support owns it."_s);
    CHECK(sixty.sentence(earlier - 1) == u"Open tickets: red in 14 of 60 accounts (23%). Support owns it."_s);
}

TEST_CASE("prevalence: without a score then there is no share then") {
    CHECK(Sixty().pay().sentence(earlier - 1) ==
          u"Open tickets: red in 14 of 60 accounts (23%), $1.2M of $4.1M (29%). Support owns it."_s);
}

TEST_CASE("prevalence: other currencies stand beside, and who is in no share is said") {
    Sixty sixty;
    sixty.pay().builder.attribute("A100", "currency", Day{0}, "EUR");
    SECTION("one") {
        CHECK(sixty.sentence() ==
              u"Open tickets: red in 14 of 60 accounts (23%, 9 more than on 31 Jan), $1.1M of $4.0M (27%, 7% "
              u"on "
              "31 Jan) and \u20AC80k. Left out: 1 account without ARR in USD. Support owns it."_s);
    }
    SECTION("all that is red") {
        for (int at = 1; at < 14; ++at) {
            sixty.builder.attribute(Sixty::key(at), "currency", Day{0}, "EUR");
        }
        CHECK(sixty.sentence() ==
              u"Open tickets: red in 14 of 60 accounts (23%, 9 more than on 31 Jan), $0 of $2.9M (0%, 0% on "
              "31 Jan) and \u20AC1.2M. Left out: 14 accounts without ARR in USD. Support owns it."_s);
    }
}

TEST_CASE("prevalence: where nothing is red no amount is named, and little is not nothing") {
    Sixty sixty;
    sixty.pay();
    for (int at = 0; at < 14; ++at) {
        sixty.builder.measure(Sixty::key(at), "tickets", today + 1, 90);
    }
    CHECK(sixty.sentence(today + 1, today + 2) ==
          u"Open tickets: red in 0 of 60 accounts (0%, as many as on 1 Apr). Support owns it."_s);
    CHECK(sixty.sentence(today, today + 1) ==
          u"Open tickets: red in 0 of 60 accounts (0%, 14 fewer than on 31 Mar), $0 of $4.1M (0%, 29% on 31 "
          "Mar). Support owns it."_s);
    sixty.builder.measure("A150", "tickets", today + 1, 10).attribute("A150", "arr", Day{1}, "100");
    CHECK(sixty.sentence(today + 1, today + 2)
              .contains(u"red in 1 of 60 accounts (1%, as many as on 1 Apr), $100 of $4.1M (<1%, <1% on"_s));
}
