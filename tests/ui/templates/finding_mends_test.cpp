// SPDX-License-Identifier: GPL-3.0-or-later
// What is offered for a metric that counts though nobody can act on it.
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"
#include "ui/pages/templates/finding_mends.h"

using namespace hb;
using namespace Qt::StringLiterals;

namespace {

struct Mend {
    pages::FindingRow row;
    std::optional<Draft> draft;
    bool needsOwner = false;
};

Mend mendOf(const char* team) {
    Metric outage = test::numberMetric("outage");
    outage.name = "Outage";
    outage.actionable = false;
    outage.ownerTeam = team;
    test::SnapshotBuilder builder;
    builder.metric(outage).tmpl(
        test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("outage", 1)})})}));
    const scoring::Scorer scorer(builder.build());
    analytics::Finding finding{};
    finding.kind = analytics::FindingKind::NotActionable;
    finding.metric = 0;
    Draft draft;
    draft.version = scorer.snapshot().scorecard->templates.front().versions.front();
    return {.row = pages::findingRow(scorer, finding, true),
            .draft = pages::mended(draft, scorer, finding),
            .needsOwner = pages::needsOwner(scorer, finding)};
}

} // namespace

TEST_CASE("A metric that nobody can act on: weight 0, and the team that owns it goes on seeing it") {
    const Mend mend = mendOf("Engineering");
    CHECK_FALSE(mend.needsOwner);
    CHECK(mend.row.mend == u"Give it weight 0: Engineering goes on seeing on My team where it is red."_s);
    CHECK(mend.row.mendLabel == u"Do not count it"_s);
    REQUIRE(mend.draft);
    CHECK(mend.draft->version.groups.front().metrics.front().weight == 0);
}

TEST_CASE("A metric that nobody owns: its owner is asked for first") {
    const Mend mend = mendOf("");
    CHECK(mend.needsOwner);
    CHECK(mend.row.mend.startsWith(u"Say first who owns it"_s));
    CHECK(mend.row.mendLabel == u"Say who owns it"_s);
    CHECK_FALSE(mend.draft);
}
