// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"
#include "ui/pages/search/search_model.h"

using namespace Qt::StringLiterals;
using namespace hb;
using test::day;

TEST_CASE("what was written of a merged account is found on the account that shows it") {
    const Day today = day("2026-03-30");
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("use"))
        .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("use", 1)})})}));
    builder.measure("A1", "use", today, 10);
    Snapshot snapshot = *builder.build();
    const AccountId part{77};
    snapshot.merged.push_back({.id = part, .into = 0});
    const AccountId own = snapshot.accounts->front().id;
    const std::vector<TimelineItem> items{
        {.kind = TimelineKind::Note, .account = part, .day = today},
        {.kind = TimelineKind::Note, .account = own, .day = today},
        {.kind = TimelineKind::Note, .account = AccountId{78}, .day = today}}; // newer than the snapshot
    const std::vector<pages::SearchRow> rows = pages::searchRows(snapshot, items, today);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].key == u"A1"_s);
    CHECK(rows[1].key == u"A1"_s);
}
