// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/family_sentence.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace Qt::StringLiterals;
using namespace hb;
using analytics::Family;

namespace {

const Day today = test::day("2026-03-31");

struct Company {
    test::SnapshotBuilder builder;

    Company() {
        builder.metric(test::numberMetric("a"))
            .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("a", 1)})})}));
        builder.account("P");
    }

    Company&
    add(const char* key, std::optional<double> score, const char* arr, const char* currency = "USD") {
        builder.attribute(key, "parent_id", Day{0}, "P")
            .attribute(key, "name", Day{0}, std::string("Contoso %1 ") + key)
            .attribute(key, "arr", Day{0}, arr)
            .attribute(key, "currency", Day{0}, currency);
        if (score) {
            builder.measure(key, "a", today, *score);
        }
        return *this;
    }

    [[nodiscard]] QString sentence() const {
        const scoring::Scorer scorer(builder.build());
        const Family family(scorer.snapshot(), today);
        const AccountIndex parent = scorer.snapshot().findAccount("P").value();
        return wording::familySentence(
            scorer, today, familyScore(scorer, family, parent, FamilyRule::Lowest));
    }
};

} // namespace

TEST_CASE("familySentence") {
    const test::InEnglish english;
    Company group;
    SECTION("the lowest, and all weighted") {
        group.add("Iberia", 38.9, "10").add("Nordic", 90, "20").add("Alps", 50, "10");
        CHECK(group.sentence() ==
              u"Of its 3 subsidiaries the lowest is Contoso %1 Iberia with 38, red; weighted "
              "by ARR they stand at 67.2."_s);
    }
    SECTION("what is left out") {
        group.add("Iberia", 38, "10")
            .add("Nordic", 90, "")
            .add("Alps", {}, "10")
            .add("Rhine", 70, "9", "EUR");
        CHECK(group.sentence() ==
              u"Of its 4 subsidiaries the lowest is Contoso %1 Iberia with 38, red; weighted "
              "by ARR they stand at 38.0. Left out: 1 without enough data, 1 without ARR, 1 in "
              "another currency."_s);
    }
    SECTION("without any ARR none is missed") {
        group.add("Iberia", 38, "").add("Nordic", 90, "");
        CHECK(group.sentence() == u"Of its 2 subsidiaries the lowest is Contoso %1 Iberia with 38, red."_s);
        group.add("Alps", {}, "");
        CHECK(group.sentence() == u"Of its 3 subsidiaries the lowest is Contoso %1 Iberia with 38, red. "
                                  "Left out: 1 without enough data."_s);
    }
    SECTION("one, none with data, none at all") {
        CHECK(group.sentence().isEmpty());
        group.add("Iberia", {}, "10");
        CHECK(group.sentence() == u"Its subsidiary has not enough data."_s);
        group.add("Nordic", {}, "10");
        CHECK(group.sentence() == u"None of its 2 subsidiaries has enough data."_s);
        Company one;
        one.add("Iberia", 76, "10");
        CHECK(one.sentence() == u"Its subsidiary Contoso %1 Iberia has 76, green."_s);
    }
}
