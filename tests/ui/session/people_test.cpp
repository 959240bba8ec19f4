// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/ui/support/window_kit.h"
#include "ui/session/people.h"

using namespace hb;
using namespace Qt::StringLiterals;

TEST_CASE("Who may own an action") {
    test::SmallBook book = test::fiveAccounts();
    book.with("low", "manager", "Zoë Ångström").with("good", "manager", "");

    SECTION("is each owner, manager and team once, by name") {
        Metric logins = test::numberMetric("logins");
        logins.ownerTeam = "Support";
        book.builder.metric(logins);
        CHECK(session::peopleOf(*book.build()) ==
              QStringList{u"Ana Lopez"_s, u"Ben Okafor"_s, u"Support"_s, u"Zoë Ångström"_s});
    }
    SECTION("is found once for a snapshot: another day keeps it") {
        test::WindowKit kit;
        kit.session.showSnapshot(book.build());
        const QStringList before = kit.session.moment()->people;
        REQUIRE(before.size() == 3);
        kit.session.setAsOf(kit.session.asOf() - 7);
        CHECK(kit.session.moment()->people.constData() == before.constData()); // the very same list
    }
    SECTION("of a book without accounts is nobody") {
        CHECK(session::peopleOf(*test::SmallBook().build()).isEmpty());
    }
}
