// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book.h"
#include "core/book/upkeep.h"
#include "core/store/database.h"
#include "core/store/scorecard_store.h"
#include "core/store/transaction.h"
#include "tests/core/book/test_book.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QDir>
#include <QFile>

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

TEST_CASE("Book::create") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new.healthbook"_s);

    SECTION("keeps the scorecard exactly, and the settings begin with their defaults") {
        auto created = Book::create(path, smallScorecard());
        REQUIRE(created);
        const auto snapshot = loadSnapshot(*created);
        INFO((snapshot ? "" : snapshot.error().what + snapshot.error().found));
        REQUIRE(snapshot);
        CHECK(*(*snapshot)->scorecard == smallScorecard());
        CHECK((*snapshot)->settings == BookSettings{});
        CHECK((*snapshot)->accountCount() == 0);
        CHECK_FALSE((*snapshot)->newestMeasurement);
    }

    SECTION("the starter's metric of seats is one of the settings") {
        Scorecard scorecard = smallScorecard();
        scorecard.metrics.push_back(numberMetric("seats_active_pct"));
        auto created = Book::create(path, scorecard);
        REQUIRE(created);
        CHECK(loadSnapshot(*created).value()->settings.seatsMetrics ==
              std::vector<std::string>{"seats_active_pct"});
    }

    SECTION("never touches a file that exists") {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("precious");
        file.close();
        const auto refused = Book::create(path, smallScorecard());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Conflict);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == "precious");
    }
}

TEST_CASE("Book::open") {
    TestBook test;
    const AccountId account = test.addAccount(u"A1"_s);

    SECTION("a closed book is one file") {
        {
            const Book moved = std::move(test.book());
        }
        CHECK(QDir(QFileInfo(test.path()).path()).entryList(QDir::Files) == QStringList{u"a.healthbook"_s});
        const auto again = Book::open(test.path());
        REQUIRE(again);
        CHECK(again->checkWritable());
    }

    SECTION("a book opened for reading can be read beside a writer, and not changed") {
        auto reader = Book::open(test.path(), Access::ReadOnly);
        REQUIRE(reader);
        const Edit edit = AddNote{.account = account, .day = day("2026-01-01"), .text = u"x"_s};
        CHECK_FALSE(apply(*reader, edit, tester()));
        (void)test.apply(edit);
        CHECK(notesOf(*reader, account).value().size() == 1);
    }

    SECTION("what is no book is refused with words") {
        const QString path = test.filePath(u"x.healthbook"_s);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("not a database, but long enough to be looked at\n").repeated(100));
        file.close();
        const auto refused = Book::open(path);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Corrupt);
        CHECK(Book::open(test.filePath(u"nowhere"_s)).error().code == ErrorCode::NotFound);
    }
}

TEST_CASE("writeScorecard") {
    TestBook test;
    store::Database& database = test.book().database();
    Scorecard scorecard = smallScorecard();

    SECTION("descriptions change in place, a new version is added, and all is read back") {
        scorecard.metrics[0].name = "Signed in";
        std::swap(scorecard.metrics[1], scorecard.metrics[2]);
        scorecard.templates[0].versions[0].scheme.ranges[0].label = "At risk";
        TemplateVersion second = scorecard.templates[0].versions[0];
        second.number = 2;
        second.effectiveFrom = day("2026-05-01");
        second.reason = "Quarterly review";
        second.groups[0].weight = 12.5;
        scorecard.templates[0].versions.push_back(second);
        Template retired = scorecard.templates[0];
        retired.key = "old";
        retired.isDefault = false;
        retired.retiredOn = day("2026-04-01");
        retired.charter = {
            .purpose = "p", .owner = "o", .reviewMonths = 6, .readiness = "r", .effort = "e", .notes = "n"};
        retired.versions[0].appliesTo = {{.attribute = "segment", .values = {"SMB", ""}}};
        scorecard.templates.insert(scorecard.templates.begin(), retired);
        REQUIRE(store::writeScorecard(database, scorecard));
        CHECK(store::readScorecard(database).value() == scorecard);
    }

    SECTION("a published version stays as it is") {
        scorecard.templates[0].versions[0].groups[0].weight = 99;
        const auto refused = store::writeScorecard(database, scorecard);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Conflict);
    }

    SECTION("nothing is dropped by leaving it out") {
        scorecard.metrics.pop_back();
        CHECK(store::writeScorecard(database, scorecard).error().code == ErrorCode::Conflict);
        scorecard = smallScorecard();
        scorecard.templates.clear();
        CHECK(store::writeScorecard(database, scorecard).error().code == ErrorCode::Conflict);
    }

    SECTION("a metric goes only while nothing refers to it") {
        const auto extra = store::insertMetric(database, numberMetric("extra"), {});
        REQUIRE(extra);
        CHECK_FALSE(store::isMetricReferred(database, *extra).value());
        REQUIRE(store::deleteMetric(database, *extra));
        CHECK(store::readScorecard(database).value() == smallScorecard());
        CHECK(store::isMetricReferred(database, test.metric("tickets")).value()); // by the template
    }
}
