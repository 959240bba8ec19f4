// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/snapshot.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;

namespace {

Outcome outcomeOn(int day, OutcomeKind kind) {
    return {.account = 0, .day = Day{day}, .kind = kind, .arrChangeCents = std::nullopt, .reason = ""};
}

} // namespace

TEST_CASE("an attribute's value holds from its day on, the earliest before it too") {
    const auto book = SnapshotBuilder()
                          .account("A")
                          .attribute("B", "owner", Day{10}, "Ana")
                          .attribute("B", "owner", Day{20}, "Ben")
                          .attribute("C", "owner", Day{5}, "Cem")
                          .build();
    const auto ownerOn = [&](AccountIndex account, int day) {
        return book->attributeOn(account, "owner", Day{day});
    };
    CHECK(ownerOn(1, 9) == "Ana");
    CHECK(ownerOn(1, 10) == "Ana");
    CHECK(ownerOn(1, 19) == "Ana");
    CHECK(ownerOn(1, 20) == "Ben");
    CHECK(ownerOn(1, 5000) == "Ben");
    CHECK(ownerOn(2, 20) == "Cem"); // not a neighbour's
    CHECK(ownerOn(0, 20).empty());
    CHECK(book->attributeOn(1, "segment", Day{20}).empty());
    CHECK(book->findAttribute("segment") == nullptr);
}

TEST_CASE("since when an attribute's value has held") {
    const auto book = SnapshotBuilder()
                          .account("A")
                          .attribute("B", "champion", Day{10}, "left")
                          .attribute("B", "champion", Day{20}, "left") // stated again
                          .attribute("B", "champion", Day{30}, "Eva")
                          .attribute("B", "champion", Day{40}, "left")
                          .attribute("B", "champion", Day{50}, "")
                          .build();
    const AttributeColumn& champion = *book->findAttribute("champion");
    CHECK_FALSE(champion.since(1, Day{9}));
    CHECK_FALSE(champion.since(1, Day{29})); // the earliest holds before its day too, since no day
    CHECK(champion.since(1, Day{30}) == Day{30});
    CHECK(champion.since(1, Day{49}) == Day{40}); // not since 10: there was a break
    CHECK(champion.since(1, Day{50}) == Day{50}); // cleared is a value as well
    CHECK_FALSE(champion.since(0, Day{100}));
}

TEST_CASE("an account's churn goes by its latest outcome, or by its status of the day") {
    const auto book = SnapshotBuilder()
                          .account("A")
                          .outcome("B", outcomeOn(10, OutcomeKind::Renewed))
                          .outcome("B", outcomeOn(20, OutcomeKind::Churned))
                          .outcome("B", outcomeOn(30, OutcomeKind::Renewed))
                          .attribute("C", "status", Day{10}, "active")
                          .attribute("C", "status", Day{20}, "ChurNed")
                          .attribute("C", "status", Day{30}, "churned soon")
                          .outcome("D", outcomeOn(10, OutcomeKind::Renewed))
                          .attribute("D", "status", Day{10}, "churned")
                          .outcome("E", outcomeOn(10, OutcomeKind::Churned))
                          .outcome("E", outcomeOn(10, OutcomeKind::Expanded)) // stated later that day
                          .build();
    const auto churned = [&](const char* account, int day) {
        return book->isChurned(book->findAccount(account).value(), Day{day});
    };
    CHECK_FALSE(churned("A", 100));
    CHECK_FALSE(churned("B", 19));
    CHECK(churned("B", 20));
    CHECK(churned("B", 29));
    CHECK_FALSE(churned("B", 30)); // won back
    CHECK_FALSE(churned("C", 19));
    CHECK(churned("C", 20));
    CHECK_FALSE(churned("C", 30));
    CHECK(churned("D", 10)); // either is enough
    CHECK_FALSE(churned("E", 10));
}

TEST_CASE("ARR is in cents of the account's currency, and absent is not 0") {
    const auto book = SnapshotBuilder()
                          .account("A")
                          .attribute("B", "arr", Day{0}, "0")
                          .attribute("C", "arr", Day{0}, "1200.5")
                          .attribute("C", "currency", Day{0}, "USD")
                          .attribute("C", "arr", Day{10}, "")
                          .settings({.currency = "EUR", .seatsMetrics = {}, .reasons = {}})
                          .build();
    CHECK_FALSE(book->arrCents(0, Day{0}));
    CHECK(book->arrCents(1, Day{0}) == 0);
    CHECK(book->arrCents(2, Day{9}) == 120050);
    CHECK_FALSE(book->arrCents(2, Day{10}));
    CHECK(book->currencyOn(1, Day{0}) == "EUR");
    CHECK(book->currencyOn(2, Day{0}) == "USD");
}

TEST_CASE("an account is called by its name of the day, by its key without one") {
    const auto book = SnapshotBuilder()
                          .account("A")
                          .attribute("B", "name", Day{10}, "Borealis")
                          .attribute("B", "name", Day{20}, "Boreal")
                          .attribute("C", "name", Day{10}, "Cirrus")
                          .attribute("C", "name", Day{20}, "")
                          .build();
    CHECK(book->nameOn(0, Day{15}) == "A");
    CHECK(book->nameOn(1, Day{5}) == "Borealis");
    CHECK(book->nameOn(1, Day{20}) == "Boreal");
    CHECK(book->nameOn(2, Day{19}) == "Cirrus");
    CHECK(book->nameOn(2, Day{20}) == "C");
}

TEST_CASE("amounts are read and written exactly") {
    struct Row {
        const char* text;
        std::int64_t cents;
        const char* written;
    };
    const Row row = GENERATE(Row{"0", 0, "0"},
                             Row{"7", 700, "7"},
                             Row{"-12", -1200, "-12"},
                             Row{"120000.5", 12000050, "120000.5"},
                             Row{"0.05", 5, "0.05"},
                             Row{"-0.05", -5, "-0.05"},
                             Row{"1.50", 150, "1.5"},
                             Row{"1.00", 100, "1"},
                             Row{"007", 700, "7"},
                             Row{"123456789012345.67", 12345678901234567, "123456789012345.67"});
    CAPTURE(row.text);
    REQUIRE(parseCents(row.text) == row.cents);
    CHECK(centsToText(row.cents) == row.written);
}

TEST_CASE("what is no amount with at most two decimals is none") {
    const char* text = GENERATE("",
                                "-",
                                "--1",
                                "+1",
                                ".5",
                                "1.",
                                "1.234",
                                "1,5",
                                "1.2.3",
                                "1.a",
                                "1 ",
                                " 1",
                                "1e3",
                                "12x",
                                "1234567890123456");
    CAPTURE(text);
    CHECK_FALSE(parseCents(text));
}

TEST_CASE("accounts, metrics and measurements are found, and what is not there is not") {
    const auto book = SnapshotBuilder()
                          .metric(numberMetric("a"))
                          .metric(numberMetric("b"))
                          .account("A")
                          .measure("C", "b", Day{3}, 7)
                          .measure("C", "b", Day{5}, 8)
                          .build();
    CHECK(book->findAccount("C") == 1U);
    CHECK_FALSE(book->findAccount("B"));
    CHECK_FALSE(book->findAccount("D"));
    CHECK(book->findMetric("b") == 1U);
    CHECK_FALSE(book->findMetric("c"));
    CHECK(book->series[0].of(1).empty()); // a column without blocks
    CHECK(book->series[1].of(0).empty());
    REQUIRE(book->series[1].of(1).size() == 2);
    CHECK(book->series[1].of(1).days[1] == 5);
    CHECK(book->series[1].of(1).values[1] == 8);
}
