// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book.h"
#include "core/store/database.h"
#include "core/store/journal.h"
#include "core/store/outcome_store.h"
#include "core/store/run_store.h"
#include "core/store/scorecard_store.h"
#include "core/store/transaction.h"
#include "tests/core/book/test_book.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<std::pair<Day, double>> weeks(Day first, int count, double value) {
    std::vector<std::pair<Day, double>> points;
    for (int i = 0; i < count; ++i) {
        points.emplace_back(first + 7 * i, value + i);
    }
    return points;
}

std::vector<double> valuesOf(const Points& points) {
    return {points.values.begin(), points.values.end()};
}

} // namespace

TEST_CASE("loadSnapshot") {
    TestBook test;
    const AccountId late = test.addAccount(u"Z"_s); // by key, the last
    const AccountId early = test.addAccount(u"A"_s);

    SECTION("accounts are by key, and every series is in the order of days over many chunks") {
        test.import(late, test.metric("tickets"), weeks(day("2024-01-01"), 150, 1));
        test.import(early, test.metric("logins"), weeks(day("2025-01-01"), 3, 10));
        test.import(early, test.metric("logins"), weeks(day("2023-01-01"), 70, -100)); // a backfill
        const auto snapshot = test.snapshot();
        REQUIRE(snapshot->accountCount() == 2);
        CHECK((*snapshot->accounts)[0].key == "A");
        CHECK((*snapshot->accounts)[0].id == early);
        const Points logins = snapshot->series[0].of(0);
        REQUIRE(logins.size() == 73);
        CHECK(std::ranges::is_sorted(logins.days));
        CHECK(logins.values.front() == -100);
        CHECK(logins.values.back() == 12);
        CHECK(snapshot->series[1].of(1).size() == 150);
        CHECK(snapshot->series[1].of(0).empty());
        CHECK(snapshot->series[0].of(1).empty());
        CHECK(snapshot->oldestMeasurement == day("2023-01-01"));
        CHECK(snapshot->newestMeasurement == day("2024-01-01") + 7 * 149);
    }

    SECTION("each text is kept once and the first is empty") {
        const auto snapshot = test.snapshot();
        CHECK(snapshot->texts->front().empty());
        CHECK(snapshot->texts->size() == 4); // empty, two names, SMB
        CHECK(snapshot->attributeOn(0, "name", day("2025-06-01")) == "Name of A");
        CHECK(snapshot->attributeOn(1, "segment", day("2025-06-01")) == "SMB");
    }

    SECTION("says how far it is, and stops when it is told to") {
        test.import(late, test.metric("tickets"), weeks(day("2024-01-01"), 3, 1));
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = book::loadSnapshot(test.book(), {.stop = stop.get_token(), .progress = {}});
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().code == ErrorCode::Cancelled);
    }

    SECTION("outcomes are what the highest run states, field by field") {
        store::Database& database = test.book().database();
        const auto state = [&](const store::StatedOutcome& outcome) {
            auto transaction = store::Transaction::begin(database);
            REQUIRE(transaction);
            const auto person = store::personId(database, tester().name, tester().login);
            const auto run = store::insertRun(database,
                                              {.kind = store::RunKind::Outcomes,
                                               .person = *person,
                                               .source = {},
                                               .file = {},
                                               .effectiveDay = {}});
            REQUIRE(run);
            auto writer = store::OutcomeWriter::prepare(database);
            REQUIRE(writer);
            const auto upserted = writer->state(outcome, *run);
            REQUIRE(upserted);
            REQUIRE(transaction->commit());
            return std::pair(*run, *upserted);
        };
        store::StatedOutcome outcome{.account = early,
                                     .day = day("2026-01-01"),
                                     .kind = OutcomeKind::Churned,
                                     .statesArrChange = true,
                                     .arrChangeCents = -5000,
                                     .statesReason = true,
                                     .reason = u"Price"_s};
        const auto [first, inserted] = state(outcome);
        CHECK(inserted == store::Upserted::Inserted);
        CHECK(state(outcome).second == store::Upserted::Unchanged);
        outcome.statesReason = false;
        outcome.reason.clear();
        outcome.arrChangeCents = -7000;
        const auto [third, updated] = state(outcome);
        CHECK(updated == store::Upserted::Updated);
        const auto snapshot = test.snapshot();
        REQUIRE(snapshot->outcomes.size() == 1);
        CHECK(snapshot->outcomes[0] == Outcome{.account = 0,
                                               .day = day("2026-01-01"),
                                               .kind = OutcomeKind::Churned,
                                               .arrChangeCents = -7000,
                                               .reason = "Price"});
        REQUIRE(store::deleteOutcomesOf(database, third));
        CHECK(test.snapshot()->outcomes[0].arrChangeCents == -5000);
    }
}

TEST_CASE("patchSnapshot") {
    TestBook test;
    const AccountId account = test.addAccount(u"A"_s);
    const AccountId other = test.addAccount(u"B"_s);
    test.import(account, test.metric("logins"), weeks(day("2025-01-01"), 10, 1));
    test.import(other, test.metric("tickets"), weeks(day("2025-01-01"), 10, 1));
    const auto before = test.snapshot();
    const auto patched = [&](Book& book) {
        const auto changes = changesSince(book, before->lastChange);
        REQUIRE(changes);
        auto after = patchSnapshot(book, before, *changes);
        REQUIRE(after);
        return std::move(*after);
    };

    SECTION("without a change it is the same snapshot") {
        CHECK(patched(test.book()) == before);
    }

    SECTION("what another connection wrote is seen, and what it did not touch is shared") {
        auto reader = Book::open(test.path());
        REQUIRE(reader);
        test.import(account, test.metric("logins"), {{day("2025-01-08"), 77}, {day("2026-01-01"), 78}});
        const auto after = patched(*reader);
        CHECK(valuesOf(after->series[0].of(0)) == std::vector<double>{1, 77, 3, 4, 5, 6, 7, 8, 9, 10, 78});
        CHECK(after->newestMeasurement == day("2026-01-01"));
        CHECK(after->series[1].blocks == before->series[1].blocks);
        CHECK(after->series[0].blocks != before->series[0].blocks);
        CHECK(after->scorecard == before->scorecard);
        CHECK(after->attributes == before->attributes);
        CHECK(before->series[0].of(0).size() == 10);
    }

    SECTION("a new account is seen") {
        test.addAccount(u"AA"_s);
        const auto after = patched(test.book());
        CHECK(dump(*after) == dump(*test.snapshot()));
        CHECK(after->accountCount() == 3);
    }

    SECTION("a scorecard in another order takes its measurements along") {
        Scorecard scorecard = smallScorecard();
        std::ranges::reverse(scorecard.metrics);
        store::Database& database = test.book().database();
        REQUIRE(store::writeScorecard(database, scorecard));
        REQUIRE(store::recordChange(database, store::ChangeKind::Scorecard));
        const auto after = patched(test.book());
        CHECK(*after->scorecard == scorecard);
        CHECK(dump(*after) == dump(*test.snapshot()));
        CHECK(after->series[3].blocks == before->series[0].blocks);
    }

    SECTION("so is a new metric with its measurements") {
        store::Database& database = test.book().database();
        const auto metric = store::insertMetric(database, numberMetric("extra"), {});
        REQUIRE(metric);
        REQUIRE(store::recordChange(database, store::ChangeKind::Scorecard));
        test.import(other, *metric, {{day("2026-01-01"), 5}});
        const auto after = patched(test.book());
        CHECK(dump(*after) == dump(*test.snapshot()));
        CHECK(after->series.at(4).of(1).size() == 1);
    }

    SECTION("a change that names no account is read for all") {
        test.import(account, test.metric("tickets"), {{day("2026-01-01"), 5}});
        REQUIRE(store::recordChange(test.book().database(), store::ChangeKind::Measurements));
        const auto changes = changesSince(test.book(), before->lastChange);
        REQUIRE(changes);
        CHECK(changes->accountIds.empty());
        CHECK(dump(*patched(test.book())) == dump(*test.snapshot()));
    }
}
