// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/template_matches.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;
using namespace hb::analytics;

namespace {

constexpr Day today{400};

Template asking(const std::string& key, std::vector<AttributeFilter> appliesTo) {
    Template made = defaultTemplate({version({group("g", 1, {weighted("health", 1)})})});
    made.key = made.name = key;
    made.isDefault = false;
    made.versions.front().appliesTo = std::move(appliesTo);
    return made;
}

/// Enterprise (segment E), then Europe (region EU), then the default. A is both, B is E, C is EU, D neither.
struct Book {
    SnapshotBuilder builder;
    Book() {
        builder.metric(numberMetric("health"))
            .tmpl(asking("enterprise", {{"segment", {"E"}}}))
            .tmpl(asking("europe", {{"region", {"EU"}}}))
            .tmpl(defaultTemplate({version({group("g", 1, {weighted("health", 1)})})}));
        builder.attribute("A", "segment", today - 9, "E").attribute("A", "region", today - 9, "EU");
        builder.attribute("B", "segment", today - 9, "E");
        builder.attribute("C", "region", today - 9, "EU");
        builder.account("D");
    }
    [[nodiscard]] TemplateMatches of(const TemplatePlace& place) const {
        return templateMatches(scoring::Scorer(builder.build()), place, today);
    }
};

using Accounts = std::vector<AccountIndex>;

} // namespace

TEST_CASE("templateMatches: the template that stands first scores an account that two match") {
    const Book book;
    SECTION("the first") {
        const TemplateMatches first = book.of({.index = 0, .appliesTo = {{"segment", {"E"}}}});
        CHECK(first.living == 4);
        CHECK(first.matching == Accounts{0, 1});
        CHECK(first.scored == Accounts{0, 1});
        REQUIRE(first.contested.size() == 1);
        CHECK(first.contested[0].account == 0);
        CHECK(first.contested[0].other == 1);
        CHECK_FALSE(first.contested[0].otherWins);
    }
    SECTION("the second, and a new one, which goes before the default") {
        for (const TemplatePlace& place : {TemplatePlace{.index = 1, .appliesTo = {{"region", {"EU"}}}},
                                           TemplatePlace{.index = {}, .appliesTo = {{"segment", {"E"}}}}}) {
            const TemplateMatches later = book.of(place);
            CHECK(later.matching.size() == 2);
            CHECK(later.scored == (place.index ? Accounts{2} : Accounts{}));
            CHECK(later.contested.front().otherWins);
            CHECK(later.contested.front().other == 0);
        }
    }
    SECTION("the default takes whom the others leave") {
        const TemplateMatches rest = book.of({.index = 2, .appliesTo = {}});
        CHECK(rest.matching.size() == 4);
        CHECK(rest.scored == Accounts{3});
    }
    SECTION("what the draft asks for counts, not what its published version did") {
        const TemplateMatches changed = book.of({.index = 0, .appliesTo = {{"region", {""}}}});
        CHECK(changed.matching == Accounts{1, 3});
        CHECK(changed.contested.empty());
    }
    SECTION("a filter without values asks for nobody") {
        CHECK(book.of({.index = 0, .appliesTo = {{"region", {}}}}).matching.empty());
        CHECK(book.of({.index = 0, .appliesTo = {{}}}).matching.empty());
    }
}

TEST_CASE("templateMatches leaves out who has churned and templates that are retired") {
    Book book;
    book.builder.attribute("B", "status", today - 1, "Churned");
    CHECK(book.of({.index = 0, .appliesTo = {{"segment", {"E"}}}}).matching == Accounts{0});
    SnapshotBuilder retired;
    Template old = asking("old", {{"segment", {"E"}}});
    old.retiredOn = today;
    retired.metric(numberMetric("health"))
        .tmpl(old)
        .tmpl(defaultTemplate({version({group("g", 1, {weighted("health", 1)})})}));
    retired.attribute("A", "segment", today - 1, "E");
    const scoring::Scorer scorer(retired.build());
    CHECK(templateMatches(scorer, {.index = 1, .appliesTo = {}}, today).scored == Accounts{0});
    CHECK(templateMatches(scorer, {.index = 1, .appliesTo = {}}, today - 1).scored.empty());
}

TEST_CASE("templateMatches gives to a template whom the engine scores with it") {
    const Book book;
    const scoring::Scorer scorer(book.builder.build());
    const auto& templates = scorer.snapshot().scorecard->templates;
    for (std::size_t at = 0; at < templates.size(); ++at) {
        Accounts scored;
        for (AccountIndex account = 0; account < scorer.snapshot().accountCount(); ++account) {
            if (scorer.versionOf(account, today).templateIndex == at) {
                scored.push_back(account);
            }
        }
        CHECK(book.of({.index = at, .appliesTo = templates[at].versions.front().appliesTo}).scored == scored);
    }
}

TEST_CASE("valueCounts: the commonest first, the absent value too, living accounts only") {
    Book book;
    book.builder.attribute("E", "segment", today - 9, "M").attribute("E", "status", today - 9, "churned");
    const auto snapshot = book.builder.build();
    CHECK(valueCounts(*snapshot, "segment", today) == std::vector<ValueCount>{{"", 2}, {"E", 2}});
    CHECK(valueCounts(*snapshot, "unknown", today) == std::vector<ValueCount>{{"", 4}});
}
