// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/demo_stories.h"
#include "core/book/hand_scores.h"
#include "core/book/upkeep.h"
#include "tests/core/book/test_book.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hb;
using namespace hb::book;
using analytics::OwnScores;

namespace {

std::vector<std::string> standingOut(const OwnScores& scores) {
    std::vector<std::string> names;
    for (const analytics::PersonFigures& person : scores.people) {
        if (person.gap.standing.standsOut) {
            names.push_back(person.name);
        }
    }
    return names;
}

} // namespace

TEST_CASE("own scores: the demo's two owners who judge too well are found, and nobody else") {
    const char* iso = GENERATE("2026-03-31", "2026-11-22", "2024-02-29");
    CAPTURE(iso);
    const Day today = test::day(iso);
    const QTemporaryDir folder;
    Result<Book> made = createDemoBook(folder.filePath(u"demo.healthbook"_s), today);
    REQUIRE(made.has_value());
    const auto snapshot = loadSnapshot(*made).value();
    const auto byHand = handScores(*made, *snapshot).value();
    CHECK(byHand.size() == 4);
    const scoring::Scorer scorer(snapshot);
    const std::vector<std::string> planted(demoKindOwners.begin(), demoKindOwners.end());
    for (const int daysAgo : {0, 60, 182, 365}) {
        CAPTURE(daysAgo);
        const OwnScores scores = ownScores(scorer, today - daysAgo, byHand, {});
        CHECK(scores.people.size() == 6);
        CHECK(standingOut(scores) == planted);
        for (const analytics::PersonFigures& person : scores.people) {
            CHECK(person.gap.standing.cases > 15);
            CHECK(person.gap.standing.cases == person.gap.accounts.size());
        }
    }
}

TEST_CASE("handScores: who set which value, and of which day") {
    test::TestBook book;
    const AccountId account = book.addAccount(u"A1"_s);
    const MetricId sentiment = book.metric("sentiment");
    const Day today = test::day("2026-03-31");
    book.import(account, sentiment, {{today - 50, 1}});
    const SetMeasurement set{
        .account = account, .metric = sentiment, .day = today - 3, .value = 3, .note = u"a talk"_s};
    static_cast<void>(book.apply(set));
    const auto snapshot = book.snapshot();
    const auto found = handScores(book.book(), *snapshot).value();
    REQUIRE(found.size() == 1); // an import is nobody's hand
    CHECK(found.front().account == 0);
    CHECK(found.front().metric == snapshot->findMetric("sentiment").value());
    CHECK(found.front().day == today - 3);
    CHECK(found.front().author == test::tester().name.toStdString());

    const analytics::OwnScores scores =
        ownScores(scoring::Scorer(snapshot), today, found, std::array{analytics::ReviewHeld{0, today}});
    CHECK(scores.book.of(analytics::OwnShare::RaisedBefore).cases == 1);
    CHECK(scores.book.of(analytics::OwnShare::RaisedBefore).hits == 1);

    book.addAccount(u"A0"_s); // a snapshot from before does not know it, and nothing is shifted
    static_cast<void>(book.apply(SetMeasurement{
        .account = book.addAccount(u"A2"_s), .metric = sentiment, .day = today, .value = 2, .note = {}}));
    CHECK(handScores(book.book(), *snapshot).value().size() == 1);
    CHECK(handScores(book.book(), *book.snapshot()).value().size() == 2);
}

TEST_CASE("reviewsHeld: the notes that are of a business review, and no others") {
    test::TestBook book;
    const AccountId account = book.addAccount(u"A1"_s);
    const Day today = test::day("2026-03-31");
    static_cast<void>(
        book.apply(AddNote{.account = account, .day = today, .text = u"a call"_s, .kind = NoteKind::Call}));
    static_cast<void>(book.apply(
        AddNote{.account = account, .day = today - 4, .text = u"the quarter"_s, .kind = NoteKind::Review}));
    const auto found = reviewsHeld(book.book(), *book.snapshot()).value();
    REQUIRE(found.size() == 1);
    CHECK(found.front().account == 0);
    CHECK(found.front().day == today - 4);
}
