// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/concentration.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::analytics;

namespace {

constexpr Day today{400};

/// Accounts A001, A002, ... of which the first `red` are red, each with its values of attributes.
struct Accounts {
    test::SnapshotBuilder builder;
    std::vector<AccountIndex> red, scored;

    Accounts() {
        builder.metric(test::numberMetric("m"))
            .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("m", 1)})})}));
    }
    /// So many more accounts with these values.
    void add(int count, bool isRed, const std::vector<std::pair<std::string, std::string>>& values) {
        for (int at = 0; at < count; ++at) {
            const std::string number = std::to_string(1000 + scored.size());
            const std::string key = "A" + number;
            builder.account(key);
            for (const auto& [attribute, value] : values) {
                builder.attribute(key, attribute, Day{0}, value);
            }
            const auto index = static_cast<AccountIndex>(scored.size());
            scored.push_back(index);
            if (isRed) {
                red.push_back(index);
            }
        }
    }
    /// "region EMEA 11"; empty: none.
    [[nodiscard]] std::string found() const {
        const auto snapshot = builder.build();
        const auto where = concentration(*snapshot, today, red, scored);
        return where ? std::string(where->key) + " " + (*snapshot->texts)[where->value] + " " +
                           std::to_string(where->red)
                     : std::string();
    }
};

} // namespace

TEST_CASE("concentration: the value that red accounts have far more often than accounts as such") {
    Accounts accounts;
    accounts.add(11, true, {{"region", "EMEA"}, {"segment", "Mid"}});
    accounts.add(3, true, {{"region", "APAC"}, {"segment", "Mid"}});
    accounts.add(9, false, {{"region", "EMEA"}, {"segment", "Mid"}});
    accounts.add(37, false, {{"region", "APAC"}, {"segment", "Mid"}});
    CHECK(accounts.found() == "region EMEA 11"); // all are Mid, the red and the others
}

TEST_CASE("concentration: of two clear values the one that stands out more") {
    Accounts accounts;
    accounts.add(8, true, {{"owner", "Ana"}, {"segment", "Mid"}});
    accounts.add(20, false, {{"owner", "Ben"}, {"segment", "Mid"}});
    accounts.add(60, false, {{"owner", "Ben"}, {"segment", "Large"}});
    CHECK(accounts.found() == "owner Ana 8");
}

TEST_CASE("concentration: says nothing where it is not clear") {
    Accounts accounts;
    SECTION("as the book is") {
        accounts.add(6, true, {{"region", "EMEA"}});
        accounts.add(6, true, {{"region", "APAC"}});
        accounts.add(24, false, {{"region", "EMEA"}});
        accounts.add(24, false, {{"region", "APAC"}});
    }
    SECTION("four are too few") {
        accounts.add(4, true, {{"region", "EMEA"}});
        accounts.add(56, false, {{"region", "APAC"}});
    }
    SECTION("less than half of them have it") {
        accounts.add(6, true, {{"region", "EMEA"}});
        accounts.add(8, true, {{"region", "APAC"}});
        accounts.add(86, false, {{"region", "APAC"}});
    }
    SECTION("what nobody has filled in is no place") {
        accounts.add(8, true, {});
        accounts.add(52, false, {{"region", "APAC"}});
    }
    SECTION("more, but as chance could have it") {
        accounts.add(4, true, {{"region", "EMEA"}});
        accounts.add(2, true, {{"region", "APAC"}});
        accounts.add(16, false, {{"region", "EMEA"}});
        accounts.add(28, false, {{"region", "APAC"}});
    }
    SECTION("nobody is red") {
        accounts.add(30, false, {{"region", "EMEA"}});
    }
    SECTION("everybody is") {
        accounts.add(30, true, {{"region", "EMEA"}});
    }
    CHECK(accounts.found().empty());
}

TEST_CASE("concentration: the value of the day counts") {
    Accounts accounts;
    accounts.add(8, true, {{"region", "EMEA"}});
    accounts.add(52, false, {{"region", "APAC"}});
    REQUIRE(accounts.found() == "region EMEA 8");
    for (const AccountIndex account : accounts.red) {
        accounts.builder.attribute("A" + std::to_string(1000 + account), "region", today, "APAC");
    }
    CHECK(accounts.found().empty());
}
