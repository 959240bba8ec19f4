// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/period_moves.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"
#include "tests/support/snapshot_builder.h"

#include <algorithm>
#include <numeric>

using namespace hb;
using namespace hb::analytics;
using test::day;

namespace {

const Period quarter{day("2025-12-31"), day("2026-03-30")};

ComparedBook compare(std::shared_ptr<const Snapshot> book, const Period& period) {
    return comparedBook(std::make_shared<const scoring::Scorer>(std::move(book)), period);
}

std::vector<AccountIndex> everybody(const Snapshot& book) {
    std::vector<AccountIndex> all(book.accountCount());
    std::iota(all.begin(), all.end(), AccountIndex{0});
    return all;
}

std::vector<std::string> keysOf(const Snapshot& book, const std::vector<PaidAccount>& accounts) {
    std::vector<std::string> keys;
    for (const PaidAccount& who : accounts) {
        keys.push_back((*book.accounts)[who.account].key);
    }
    return keys;
}

/// Of Ana: fell from green to red, fell to yellow, rose; of Ben: one that left, one that came, one without
/// data any more.
std::shared_ptr<const Snapshot> sixAccounts() {
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("a", 90))
        .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("a", 1)})})}));
    const auto account = [&](const char* key, const char* owner, double before, double now) {
        builder.measure(key, "a", day("2025-12-30"), before)
            .measure(key, "a", day("2026-03-29"), now)
            .attribute(key, "owner", day("2025-01-01"), owner);
    };
    account("fell", "Ana", 90, 20);
    account("slipped", "Ana", 80, 70);
    account("rose", "Ana", 60, 85);
    account("left", "Ben", 90, 90);
    builder.attribute("left", "status", day("2025-01-01"), "active")
        .attribute("left", "status", day("2026-02-01"), "churned")
        .attribute("left", "arr", day("2025-01-01"), "700");
    builder.measure("came", "a", day("2026-02-10"), 60).attribute("came", "owner", day("2026-02-10"), "Ben");
    builder.measure("silent", "a", day("2025-12-01"), 60)
        .attribute("silent", "owner", day("2025-01-01"), "Ben");
    return builder.build();
}

} // namespace

TEST_CASE("moveOf: worse and better only between bands; without data neither") {
    CHECK(moveOf(Band::Green, Band::Red) == Move::Worse);
    CHECK(moveOf(Band::Yellow, Band::Green) == Move::Better);
    CHECK(moveOf(Band::Red, Band::None) == Move::LosesData);
    CHECK(moveOf(Band::None, Band::Red) == Move::GainsData);
    CHECK(moveOf(Band::None, Band::None) == Move::Stays);
}

TEST_CASE("periodMoves") {
    const auto book = sixAccounts();
    const ComparedBook compared = compare(book, quarter);
    const PeriodMoves moves = periodMoves(compared, everybody(*book));

    SECTION("lists who moved, those that fell furthest first") {
        std::vector<PaidAccount> order;
        for (const Mover& mover : moves.worstFirst) {
            order.push_back(mover.who);
        }
        const auto keys = keysOf(*book, order);
        REQUIRE(keys.size() == 5);
        CHECK(keys[0] == "fell");
        CHECK(keys[1] == "slipped");
        CHECK(keys[4] == "rose");
    }
    SECTION("says how many got worse, better, lost their data and came to have some") {
        CHECK(moves.byMove[static_cast<std::size_t>(Move::Worse)].accounts == 2);
        CHECK(moves.byMove[static_cast<std::size_t>(Move::Better)].accounts == 1);
        CHECK(moves.byMove[static_cast<std::size_t>(Move::LosesData)].accounts == 1);
        CHECK(moves.byMove[static_cast<std::size_t>(Move::GainsData)].accounts == 1);
    }
    SECTION("names who left and who came, with what was paid before") {
        REQUIRE(keysOf(*book, moves.left) == std::vector<std::string>{"left"});
        CHECK(moves.left.front().cents == 70000);
        CHECK(keysOf(*book, moves.came) == std::vector<std::string>{"came"});
    }
    SECTION("of a portfolio counts its accounts alone, who left it too") {
        const std::array<std::string_view, 1> by{"owner"};
        const auto ben = std::ranges::find(*book->texts, "Ben") - book->texts->begin();
        const auto members = membersOf(*book, quarter.to, by, {static_cast<TextIndex>(ben), 0});
        REQUIRE(members.size() == 3);
        const PeriodMoves his = periodMoves(compared, members);
        CHECK(his.living.size() == 2);
        CHECK(his.left.size() == 1);
        CHECK(his.byMove[static_cast<std::size_t>(Move::Worse)].accounts == 0);
    }
    SECTION("a cell lists who stayed, too") {
        const auto none = inCell(compared, moves, Band::Green, Band::Green);
        CHECK(none.empty());
        CHECK(inCell(compared, moves, Band::Green, Band::Red).size() == 1);
    }
}

TEST_CASE("without attributes everybody is a member") {
    const auto book = sixAccounts();
    CHECK(membersOf(*book, quarter.to, {}, {}) == everybody(*book));
}

TEST_CASE("on any book the cells hold every living account once, and a cell lists as many as it counts") {
    const int seed = GENERATE(range(0, 30));
    CAPTURE(seed);
    test::RandomBook random(static_cast<std::uint64_t>(seed));
    const auto book = random.book();
    const Day first = random.anyDay();
    const Day second = random.anyDay();
    if (first == second) {
        return;
    }
    const ComparedBook compared = compare(book, {std::min(first, second), std::max(first, second)});
    const PeriodMoves moves = periodMoves(compared, everybody(*book));
    CHECK(moves.living.size() == compared.living.size());
    std::size_t counted = 0;
    for (std::size_t before = 0; before < 4; ++before) {
        for (std::size_t after = 0; after < 4; ++after) {
            const std::size_t cell = moves.movement.cells[before][after].accounts;
            counted += cell;
            CHECK(inCell(compared, moves, static_cast<Band>(before), static_cast<Band>(after)).size() ==
                  cell);
        }
    }
    CHECK(counted == moves.living.size());
    std::size_t byMove = 0;
    for (const Tally& tally : moves.byMove) {
        byMove += tally.accounts;
    }
    CHECK(byMove == counted);
    CHECK(moves.worstFirst.size() == counted - moves.byMove[0].accounts);
    for (const PaidAccount& who : moves.left) {
        CHECK(book->isChurned(who.account, compared.period.to));
        CHECK_FALSE(book->isChurned(who.account, compared.period.from));
    }
}

TEST_CASE("two halves of any book, compared each by itself, add up to the whole") {
    const int seed = GENERATE(range(0, 20));
    CAPTURE(seed);
    test::RandomBook random(static_cast<std::uint64_t>(seed));
    const auto book = random.book();
    const Day to = random.anyDay();
    const Period period{to - 90, to};
    const auto scorer = std::make_shared<const scoring::Scorer>(book);
    const auto movesOf = [&](std::vector<AccountIndex> accounts) {
        const ComparedBook compared = comparedBook(scorer, period, std::move(accounts));
        return periodMoves(compared, compared.accounts);
    };
    std::vector<AccountIndex> even = everybody(*book), odd = even;
    std::erase_if(even, [](AccountIndex account) { return account % 2 != 0; });
    std::erase_if(odd, [](AccountIndex account) { return account % 2 == 0; });
    const PeriodMoves whole = movesOf(everybody(*book)), one = movesOf(even), other = movesOf(odd);
    CHECK(one.living.size() + other.living.size() == whole.living.size());
    CHECK(one.left.size() + other.left.size() == whole.left.size());
    CHECK(one.came.size() + other.came.size() == whole.came.size());
    for (std::size_t move = 0; move < whole.byMove.size(); ++move) {
        CHECK(one.byMove[move].accounts + other.byMove[move].accounts == whole.byMove[move].accounts);
    }
    for (const PaidAccount& who : one.left) {
        CHECK(who.account % 2 == 0);
    }
}
