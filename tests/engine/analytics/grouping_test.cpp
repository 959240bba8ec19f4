// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/book_history.h"
#include "core/analytics/grouping.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"
#include "tests/support/snapshot_builder.h"

#include <algorithm>
#include <set>

using namespace hb;
using namespace hb::analytics;
using test::day;
using test::WithinAbs;

namespace {

const Day today = day("2026-03-31");
const Day earlier = today - 90;

test::SnapshotBuilder emptyBook() {
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("a"))
        .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("a", 1)})})}));
    return builder;
}

struct Row {
    const char* key;
    const char* owner;
    const char* segment;
    std::optional<double> before;
    double now;
    const char* arr = "";
    const char* currency = "";
};

void add(test::SnapshotBuilder& builder, const Row& row) {
    builder.account(row.key)
        .attribute(row.key, "owner", Day{0}, row.owner)
        .attribute(row.key, "segment", Day{0}, row.segment)
        .attribute(row.key, "arr", Day{0}, row.arr)
        .attribute(row.key, "currency", Day{0}, row.currency)
        .measure(row.key, "a", today, row.now);
    if (row.before) {
        builder.measure(row.key, "a", earlier, *row.before);
    }
}

Grouping groupsOf(const std::shared_ptr<const Snapshot>& book,
                  const std::vector<std::string_view>& by,
                  Day now = today,
                  Day before = earlier) {
    const scoring::Scorer scorer(book);
    return grouping(*book, now, by, livingByArr(*book, now), scorer.scoreBook(now), scorer.scoreBook(before));
}

std::vector<std::string> namesOf(const Snapshot& book, const Grouping& grouping) {
    std::vector<std::string> names;
    for (const AccountGroup& group : grouping.groups) {
        names.push_back((*book.texts)[group.values[0]] + "/" + (*book.texts)[group.values[1]]);
    }
    return names;
}

} // namespace

TEST_CASE("grouping: a table worked out by hand") {
    test::SnapshotBuilder builder = emptyBook();
    add(builder, {"A1", "Ben", "S", 80, 60, "100"});
    add(builder, {"A2", "Ben", "S", 40, 20, "300"});
    add(builder, {"A3", "Ben", "L", {}, 90, "50", "EUR"});
    add(builder, {"A4", "Ana", "L", 90, 100});
    add(builder, {"A5", "", "L", 76, 74.9, "0"});
    add(builder, {"A6", "Ben", "L", 90, 90, "900"});
    builder.attribute("A6", "status", today, "churned");
    builder.attribute("A7", "owner", Day{0}, "Ana")
        .measure("A8", "a", earlier, 80); // A7 has no data, A8 no owner
    const auto book = builder.build();
    const Grouping byOwner = groupsOf(book, {"owner"});
    REQUIRE(namesOf(*book, byOwner) == std::vector<std::string>{"Ana/", "Ben/", "/"});

    const AccountGroup& ben = byOwner.groups[1];
    CHECK(ben.accounts == std::vector<AccountIndex>{1, 0, 2});
    CHECK(ben.bands[0] == Tally{.accounts = 1, .cents = {{"USD", 30'000}}});
    CHECK(ben.bands[1] == Tally{.accounts = 1, .cents = {{"USD", 10'000}}});
    CHECK(ben.bands[2] == Tally{.accounts = 1, .cents = {{"EUR", 5'000}}});
    CHECK_THAT(ben.mean.value(), WithinAbs((60 + 20 + 90) / 3.0, 1e-9));
    CHECK_THAT(ben.arrWeightedMean.value(), WithinAbs((60 * 100 + 20 * 300) / 400.0, 1e-9));
    CHECK_THAT(ben.change.value(), WithinAbs(-20, 1e-9)); // of two: the third has no earlier score
    CHECK(ben.compared == 2);
    CHECK(ben.leftGreen == std::vector<AccountIndex>{0});

    const AccountGroup& ana = byOwner.groups[0];
    CHECK(ana.accounts == std::vector<AccountIndex>{3, 6});
    CHECK(ana.bands[3].accounts == 1);
    CHECK(ana.mean == 100.0);
    CHECK_FALSE(ana.arrWeightedMean.has_value());
    CHECK(ana.change == 10.0);

    const AccountGroup& none = byOwner.groups[2];
    CHECK(none.accounts == std::vector<AccountIndex>{4, 7});
    CHECK(none.leftGreen == std::vector<AccountIndex>{4});
    CHECK_FALSE(none.arrWeightedMean.has_value()); // an ARR of 0 weighs nothing

    CHECK(byOwner.all.accounts.size() == 7);
    CHECK(byOwner.all.leftGreen == std::vector<AccountIndex>{0, 4});

    SECTION("by two attributes") {
        const Grouping both = groupsOf(book, {"owner", "segment"});
        CHECK(namesOf(*book, both) == std::vector<std::string>{"Ana/L", "Ana/", "Ben/L", "Ben/S", "/L", "/"});
    }
    SECTION("by an attribute that nobody has") {
        const Grouping one = groupsOf(book, {"planet"});
        REQUIRE(one.groups.size() == 1);
        CHECK(one.groups[0].values[0] == 0);
        CHECK(one.groups[0].accounts == one.all.accounts);
    }
    SECTION("on the day: an owner of later has nothing yet") {
        builder.attribute("A1", "owner", today + 1, "Zoe");
        const auto later = builder.build();
        CHECK(namesOf(*later, groupsOf(later, {"owner"})) == std::vector<std::string>{"Ana/", "Ben/", "/"});
        CHECK(namesOf(*later, groupsOf(later, {"owner"}, today + 1)) ==
              std::vector<std::string>{"Ana/", "Ben/", "Zoe/", "/"});
    }
    SECTION("an account that leaves green for no data has left green") {
        CHECK(groupsOf(book, {"owner"}, today, earlier).all.compared == 5);
        test::SnapshotBuilder fading;
        fading.metric(test::numberMetric("a", 30))
            .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("a", 1)})})}));
        fading.measure("A1", "a", earlier, 90);
        const Grouping faded = groupsOf(fading.build(), {"owner"});
        CHECK(faded.all.leftGreen.size() == 1);
        CHECK(faded.all.compared == 0);
        CHECK_FALSE(faded.all.change.has_value());
    }
}

TEST_CASE("grouping: an empty book has no groups") {
    const auto book = emptyBook().build();
    const Grouping none = groupsOf(book, {"owner"});
    CHECK(none.groups.empty());
    CHECK(none.all.accounts.empty());
    CHECK_FALSE(none.all.mean.has_value());
}

TEST_CASE("grouping: on any book every living account is in one group, and all is the book's day") {
    const auto seed = GENERATE(range(0U, 30U));
    CAPTURE(seed);
    test::RandomBook random(seed);
    const auto book = random.book();
    const Day now = random.anyDay();
    const Grouping made = groupsOf(book, {"segment", "currency"}, now, random.anyDay());
    std::set<AccountIndex> met;
    std::size_t accounts = 0;
    std::size_t left = 0;
    double scores = 0;
    double changes = 0;
    std::size_t scored = 0;
    for (const AccountGroup& group : made.groups) {
        CHECK_FALSE(group.accounts.empty());
        met.insert(group.accounts.begin(), group.accounts.end());
        accounts += group.accounts.size();
        left += group.leftGreen.size();
        const std::size_t own = group.accounts.size() - group.bands[3].accounts;
        scores += group.mean.value_or(0) * static_cast<double>(own);
        changes += group.change.value_or(0) * static_cast<double>(group.compared);
        scored += own;
        for (const AccountIndex account : group.accounts) {
            CHECK_FALSE(book->isChurned(account, now));
            CHECK(book->attributeOn(account, "segment", now) == (*book->texts)[group.values[0]]);
            CHECK(book->attributeOn(account, "currency", now) == (*book->texts)[group.values[1]]);
        }
    }
    CHECK(met.size() == accounts);
    CHECK(made.all.accounts.size() == accounts);
    CHECK(made.all.leftGreen.size() == left);
    CHECK_THAT(made.all.mean.value_or(0) * static_cast<double>(scored), WithinAbs(scores, 1e-6));
    CHECK_THAT(made.all.change.value_or(0) * static_cast<double>(made.all.compared),
               WithinAbs(changes, 1e-6));

    const BookDay whole = bookHistory(scoring::Scorer(book), std::array{now}, Accounts::Living).front();
    for (std::size_t band = 0; band < 4; ++band) {
        CHECK(made.all.bands[band].accounts == whole.bands[band]);
    }
    CHECK_THAT(made.all.mean.value_or(-1), WithinAbs(whole.mean.value_or(-1), 1e-9));
    CHECK_THAT(made.all.arrWeightedMean.value_or(-1), WithinAbs(whole.arrWeightedMean.value_or(-1), 1e-9));
}
