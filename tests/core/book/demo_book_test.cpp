// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/demo_stories.h"
#include "core/book/edits.h"
#include "core/book/import_into_book.h"
#include "core/book/metric_origin.h"
#include "core/book/upkeep.h"
#include "core/scoring/reasons.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hb;
using namespace hb::book;
using scoring::Reason;
using scoring::Scorer;

namespace {

const Day today = test::day("2026-03-31");

AccountIndex accountOf(const Snapshot& snapshot, DemoStory story) {
    return snapshot.findAccount(std::ranges::find(demoStories(), story, &DemoStoryRow::story)->key).value();
}

bool sameSeries(const Snapshot& a, const Snapshot& b) {
    for (std::size_t metric = 0; metric < a.series.size(); ++metric) {
        for (AccountIndex account = 0; account < a.accountCount(); ++account) {
            const Points left = a.series[metric].of(account);
            const Points right = b.series[metric].of(account);
            if (!std::ranges::equal(left.days, right.days) ||
                !std::ranges::equal(left.values, right.values)) {
                return false;
            }
        }
    }
    return a.series.size() == b.series.size();
}

} // namespace

TEST_CASE("createDemoBook") {
    const QTemporaryDir folder;
    Result<Book> made = createDemoBook(folder.filePath(u"demo.healthbook"_s), today);
    REQUIRE(made.has_value());
    Book& book = *made;
    const auto snapshot = loadSnapshot(book).value();
    const Scorer scorer(snapshot);
    const scoring::BookOnDay onDay = bookOnDay(scorer, today);
    const auto noteCount = [&](AccountIndex account) {
        return notesOf(book, (*snapshot->accounts)[account].id).value().size();
    };

    // One book answers all claims: it takes a second to make.
    CHECK(snapshot->accountCount() == 200);
    CHECK(snapshot->metricCount() == 12);
    CHECK(snapshot->newestMeasurement.has_value());
    CHECK(today - *snapshot->newestMeasurement <= 6);

    // Every row came in through the import that everybody uses.
    const std::vector<RunRow> runs = importRuns(book).value();
    CHECK(runs.size() > 15);
    for (const RunRow& run : runs) {
        CAPTURE(run.file);
        CHECK(run.rejected == 0);
        CHECK(run.read > 0);
    }

    // The stories that need attributes, outcomes or a person's hand.
    const AccountIndex lost = accountOf(*snapshot, DemoStory::ChampionLost);
    CHECK(onDay.reasons[lost].leading() == Reason::ChampionLeft);
    CHECK(onDay.scores[lost].shown.band == Band::Yellow);
    CHECK(noteCount(lost) >= 2);
    const AccountIndex slide = accountOf(*snapshot, DemoStory::SlowSlide);
    CHECK(onDay.reasons[slide].leading() == Reason::RenewalAtRisk);
    const AccountIndex overridden = accountOf(*snapshot, DemoStory::Overridden);
    CHECK(onDay.scores[overridden].shown.band == Band::Green);
    CHECK(onDay.scores[overridden].computed.band != Band::Green);
    CHECK(onDay.reasons[accountOf(*snapshot, DemoStory::SupportStorm)].leading() == Reason::NewlyRed);
    const AccountIndex expanded = accountOf(*snapshot, DemoStory::Expanded);
    CHECK(snapshot->arrCents(expanded, today).value() > snapshot->arrCents(expanded, today - 365).value());
    const auto sentiment = snapshot->findMetric("csm_sentiment").value();
    const auto byHand = handValuesOf(book, (*snapshot->accounts)[expanded].id).value();
    REQUIRE(byHand.size() == 1);
    CHECK(byHand.front().metric == snapshot->metricIds[sentiment]);

    // Owners reviewed what has been red for long; the one that was left alone nobody has looked at.
    CHECK_FALSE(snapshot->reviews.empty());
    const AccountIndex alone = accountOf(*snapshot, DemoStory::LeftAloneRed);
    CHECK(onDay.reasons[alone].leading() == Reason::RedLeftAlone);
    CHECK(std::ranges::find(snapshot->reviews, alone, &Review::account) == snapshot->reviews.end());

    CHECK(checkBook(book).value() == QStringList());

    // The same day gives the same book.
    Result<Book> again = createDemoBook(folder.filePath(u"again.healthbook"_s), today);
    REQUIRE(again.has_value());
    const auto second = loadSnapshot(*again).value();
    CHECK(sameSeries(*snapshot, *second));
    CHECK(*snapshot->texts == *second->texts);
    CHECK(snapshot->outcomes == second->outcomes);
    CHECK(snapshot->reviews == second->reviews);
    CHECK(snapshot->overrides == second->overrides);
}

TEST_CASE("createDemoBook leaves nothing half made") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"demo.healthbook"_s);
    SECTION("when it is stopped") {
        std::stop_source source;
        source.request_stop();
        const Result<Book> made = createDemoBook(path, today, {.stop = source.get_token(), .progress = {}});
        REQUIRE_FALSE(made.has_value());
        CHECK(made.error().code == ErrorCode::Cancelled);
        CHECK_FALSE(QFile::exists(path));
    }
    SECTION("where a file stands already") {
        QFile there(path);
        REQUIRE(there.open(QIODevice::WriteOnly));
        there.write("mine");
        there.close();
        const Result<Book> made = createDemoBook(path, today);
        REQUIRE_FALSE(made.has_value());
        CHECK(made.error().code == ErrorCode::Conflict);
        REQUIRE(there.open(QIODevice::ReadOnly));
        CHECK(there.readAll() == "mine");
    }
}
