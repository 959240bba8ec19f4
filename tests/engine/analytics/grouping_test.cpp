// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/book_history.h"
#include "core/analytics/compared_book.h"
#include "core/analytics/grouping.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"
#include "tests/support/snapshot_builder.h"

#include <algorithm>
#include <set>
#include <thread>

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

/// Groupings, asked for by name. They stay alive with it: groups list accounts that are kept there.
class Groups {
public:
    explicit Groups(const std::shared_ptr<const Snapshot>& book, Day now = today, Day before = earlier)
        : m_groupings(book,
                      now,
                      livingByArr(*book, now),
                      scoring::Scorer(book).scoreBook(now),
                      scoring::Scorer(book).scoreBook(before)) {}

    const Grouping& by(const std::vector<std::string_view>& attributes) const {
        return m_groupings.by(attributes);
    }

private:
    Groupings m_groupings;
};

std::vector<AccountIndex> list(std::span<const AccountIndex> accounts) {
    return {accounts.begin(), accounts.end()};
}

std::vector<std::string> namesOf(const Snapshot& book, const Grouping& grouping) {
    std::vector<std::string> names;
    for (const AccountGroup& group : grouping.groups) {
        names.push_back((*book.texts)[group.values[0]] + "/" + (*book.texts)[group.values[1]]);
    }
    return names;
}

/// The figures of a group are those of its accounts, added one after another.
bool isAddedUp(const scoring::Scorer& scorer, Day now, Day before, const AccountGroup& group) {
    const Snapshot& book = scorer.snapshot();
    AccountGroup sum;
    double scores = 0, weighted = 0, weights = 0, changes = 0;
    std::size_t scored = 0;
    for (const AccountIndex account : group.accounts) {
        const scoring::TrackScore shown = scorer.score(account, now).shown;
        const scoring::TrackScore then = scorer.score(account, before).shown;
        const std::optional<std::int64_t> cents = book.arrCents(account, now);
        Tally& band = sum.bands[static_cast<std::size_t>(shown.band)];
        ++band.accounts;
        if (cents) {
            band.add(*cents, book.currencyOn(account, now));
        }
        sum.leftGreen += then.band == Band::Green && shown.band != Band::Green ? 1 : 0;
        if (shown.band == Band::None) {
            continue;
        }
        ++scored;
        scores += shown.score;
        if (cents.value_or(0) > 0 && book.currencyOn(account, now) == book.settings.currency) {
            weighted += shown.score * static_cast<double>(*cents);
            weights += static_cast<double>(*cents);
        }
        if (then.band != Band::None) {
            ++sum.compared;
            changes += shown.score - then.score;
        }
    }
    const auto over = [](double total, double by) {
        return by > 0 ? std::optional(total / by) : std::nullopt;
    };
    return group.bands == sum.bands && group.leftGreen == sum.leftGreen && group.compared == sum.compared &&
           group.mean == over(scores, static_cast<double>(scored)) &&
           group.arrWeightedMean == over(weighted, weights) &&
           group.change == over(changes, static_cast<double>(sum.compared));
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
    const Groups groups(book);
    const Grouping& byOwner = groups.by({"owner"});
    REQUIRE(namesOf(*book, byOwner) == std::vector<std::string>{"Ana/", "Ben/", "/"});

    const AccountGroup& ben = byOwner.groups[1];
    CHECK(list(ben.accounts) == std::vector<AccountIndex>{1, 0, 2});
    CHECK(ben.bands[0] == Tally{.accounts = 1, .cents = {{"USD", 30'000}}});
    CHECK(ben.bands[1] == Tally{.accounts = 1, .cents = {{"USD", 10'000}}});
    CHECK(ben.bands[2] == Tally{.accounts = 1, .cents = {{"EUR", 5'000}}});
    CHECK_THAT(ben.mean.value(), WithinAbs((60 + 20 + 90) / 3.0, 1e-9));
    CHECK_THAT(ben.arrWeightedMean.value(), WithinAbs((60 * 100 + 20 * 300) / 400.0, 1e-9));
    CHECK_THAT(ben.change.value(), WithinAbs(-20, 1e-9)); // of two: the third has no earlier score
    CHECK(ben.compared == 2);
    CHECK(ben.leftGreen == 1);

    const AccountGroup& ana = byOwner.groups[0];
    CHECK(list(ana.accounts) == std::vector<AccountIndex>{3, 6});
    CHECK(ana.bands[3].accounts == 1);
    CHECK(ana.mean == 100.0);
    CHECK_FALSE(ana.arrWeightedMean.has_value());
    CHECK(ana.change == 10.0);

    const AccountGroup& none = byOwner.groups[2];
    CHECK(list(none.accounts) == std::vector<AccountIndex>{4, 7});
    CHECK(none.leftGreen == 1);
    CHECK_FALSE(none.arrWeightedMean.has_value()); // an ARR of 0 weighs nothing

    CHECK(byOwner.all.accounts.size() == 7);
    CHECK(byOwner.all.leftGreen == 2);

    SECTION("by two attributes") {
        const Grouping& both = groups.by({"owner", "segment"});
        CHECK(namesOf(*book, both) == std::vector<std::string>{"Ana/L", "Ana/", "Ben/L", "Ben/S", "/L", "/"});
        const Grouping& turned = groups.by({"segment", "owner"});
        CHECK(namesOf(*book, turned) ==
              std::vector<std::string>{"L/Ana", "L/Ben", "L/", "S/Ben", "/Ana", "/"});
        CHECK(list(turned.groups[3].accounts) == std::vector<AccountIndex>{1, 0});
    }
    SECTION("by an attribute that nobody has") {
        const Grouping& one = groups.by({"planet"});
        REQUIRE(one.groups.size() == 1);
        CHECK(one.groups[0].values[0] == 0);
        CHECK(list(one.groups[0].accounts) == list(one.all.accounts));
    }
    SECTION("on the day: an owner of later has nothing yet") {
        builder.attribute("A1", "owner", today + 1, "Zoe");
        const auto later = builder.build();
        CHECK(namesOf(*later, Groups(later).by({"owner"})) == std::vector<std::string>{"Ana/", "Ben/", "/"});
        CHECK(namesOf(*later, Groups(later, today + 1).by({"owner"})) ==
              std::vector<std::string>{"Ana/", "Ben/", "Zoe/", "/"});
    }
    SECTION("an account that leaves green for no data has left green") {
        CHECK(byOwner.all.compared == 5);
        test::SnapshotBuilder fading;
        fading.metric(test::numberMetric("a", 30))
            .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("a", 1)})})}));
        fading.measure("A1", "a", earlier, 90);
        const Groups kept(fading.build());
        const Grouping& faded = kept.by({"owner"});
        CHECK(faded.all.leftGreen == 1);
        CHECK(faded.all.compared == 0);
        CHECK_FALSE(faded.all.change.has_value());
    }
}

TEST_CASE("grouping: an empty book has no groups") {
    const Groups groups(emptyBook().build());
    const Grouping& none = groups.by({"owner"});
    CHECK(none.groups.empty());
    CHECK(none.all.accounts.empty());
    CHECK_FALSE(none.all.mean.has_value());
}

TEST_CASE(
    "grouping: an owner whose only account has churned is no group, and some accounts are grouped alone") {
    test::SnapshotBuilder builder = emptyBook();
    add(builder, {"A1", "Ben", "S", 80, 60, "100"});
    add(builder, {"A2", "Zoe", "S", 80, 20, "300"});
    add(builder, {"A3", "Ana", "S", 80, 90, "50"});
    builder.attribute("A2", "status", today, "churned");
    const auto book = builder.build();
    const auto scorer = std::make_shared<const scoring::Scorer>(book);
    const std::string_view owner = "owner";
    const ComparedBook whole = comparedBook(scorer, {earlier, today});
    CHECK(namesOf(*book, whole.groupings->by({&owner, 1})) == std::vector<std::string>{"Ana/", "Ben/"});

    const ComparedBook some = comparedBook(scorer, {earlier, today}, {0, 1});
    const Grouping& alone = some.groupings->by({&owner, 1});
    CHECK(namesOf(*book, alone) == std::vector<std::string>{"Ben/"});
    CHECK(list(alone.all.accounts) == std::vector<AccountIndex>{0});
    CHECK(alone.all.change == -20.0);
}

TEST_CASE("grouping: what was asked for is kept, whoever asks at the same time") {
    test::RandomBook random(7);
    const Groups groups(random.book(), random.anyDay(), random.anyDay());
    const std::vector<std::vector<std::string_view>> keys{
        {"owner"}, {"segment"}, {"owner", "segment"}, {"segment", "owner"}};
    std::vector<std::vector<const Grouping*>> met(4);
    {
        std::vector<std::jthread> askers;
        for (std::size_t asker = 0; asker < met.size(); ++asker) {
            askers.emplace_back([&, asker] {
                for (std::size_t at = 0; at < keys.size(); ++at) {
                    met[asker].push_back(&groups.by(keys[(asker + at) % keys.size()]));
                }
            });
        }
    }
    for (std::size_t asker = 0; asker < met.size(); ++asker) {
        for (std::size_t at = 0; at < keys.size(); ++at) {
            CHECK(met[asker][at] == &groups.by(keys[(asker + at) % keys.size()]));
        }
    }
    CHECK(&groups.by(keys[2]) != &groups.by(keys[3]));
}

TEST_CASE("grouping: on any book the bits are those of adding account by account, largest ARR first") {
    const auto seed = GENERATE(range(0U, 30U));
    CAPTURE(seed);
    test::RandomBook random(seed);
    const auto book = random.book();
    const Day now = random.anyDay();
    const Day before = random.anyDay();
    const Groups groups(book, now, before);
    const scoring::Scorer scorer(book);
    for (const AccountGroup& group : groups.by({"segment", "currency"}).groups) {
        CHECK(isAddedUp(scorer, now, before, group));
    }
    CHECK(isAddedUp(scorer, now, before, groups.by({"owner"}).all));
    CHECK(list(groups.by({"owner"}).all.accounts).size() == livingByArr(*book, now).size());
}

TEST_CASE("grouping: on any book every living account is in one group, and all is the book's day") {
    const auto seed = GENERATE(range(0U, 30U));
    CAPTURE(seed);
    test::RandomBook random(seed);
    const auto book = random.book();
    const Day now = random.anyDay();
    const Groups groups(book, now, random.anyDay());
    const Grouping& made = groups.by({"segment", "currency"});
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
        left += group.leftGreen;
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
    CHECK(made.all.leftGreen == left);
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
