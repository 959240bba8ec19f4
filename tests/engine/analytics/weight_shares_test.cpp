// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/weight_shares.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::analytics;
using test::WithinAbs;

namespace {

TemplateVersion example() {
    return test::version(
        {test::group("usage", 60, {test::weighted("logins", 70), test::weighted("seats", 30)}),
         test::group("support", 40, {test::weighted("tickets", 1)}),
         test::group("later", 10, {test::weighted("nps", 0)})});
}

} // namespace

TEST_CASE("nominalShares") {
    const TemplateVersion version = example();
    SECTION("are those of scoring.md, and sum to 1") {
        const auto shares = nominalShares(version);
        CHECK_THAT(shares[0][0], WithinAbs(0.42, 1e-12));
        CHECK_THAT(shares[0][1], WithinAbs(0.18, 1e-12));
        CHECK_THAT(shares[1][0], WithinAbs(0.40, 1e-12));
    }
    SECTION("a group in which nothing counts takes no share") {
        CHECK(nominalShares(version)[2][0] == 0);
        CHECK(groupShares(version)[2] == 0);
    }
    SECTION("are 0 where nothing counts at all") {
        CHECK(groupShares(test::version({test::group("g", 0, {test::weighted("a", 1)})}))[0] == 0);
    }
}

TEST_CASE("withLockedShares") {
    const TemplateVersion before = example();
    SECTION("keeps one share while a weight beside it moves") {
        TemplateVersion after = before;
        after.groups[0].metrics[0].weight = 90;
        after = withLockedShares(before, after, {"seats"});
        CHECK(after.groups[0].metrics[0].weight == 90);
        CHECK_THAT(nominalShares(after)[0][1], WithinAbs(0.18, 1e-6));
    }
    SECTION("and while the weight of a group moves") {
        TemplateVersion after = before;
        after.groups[1].weight = 20;
        after = withLockedShares(before, after, {"seats"});
        CHECK_THAT(nominalShares(after)[0][1], WithinAbs(0.18, 1e-6));
    }
    SECTION("keeps two at once") {
        TemplateVersion more = before;
        more.groups[0].metrics.push_back(test::weighted("admins", 25));
        TemplateVersion after = more;
        after.groups[0].metrics[0].weight = 10;
        const auto old = nominalShares(more);
        after = withLockedShares(more, after, {"seats", "admins"});
        CHECK_THAT(nominalShares(after)[0][1], WithinAbs(old[0][1], 1e-6));
        CHECK_THAT(nominalShares(after)[0][2], WithinAbs(old[0][2], 1e-6));
    }
    SECTION("leaves the weights where a share cannot be kept") {
        TemplateVersion after = before;
        after.groups[1].weight = 900; // 18% do not fit into the 6% that usage has left
        CHECK(withLockedShares(before, after, {"seats"}) == after);
        TemplateVersion alone = before;
        alone.groups[0].metrics[0].weight = 0;
        CHECK(withLockedShares(before, alone, {"seats"}) == alone);
    }
}
