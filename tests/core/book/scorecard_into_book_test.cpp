// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/scorecard_into_book.h"
#include "core/exchange/scorecard_json.h"
#include "tests/core/exchange/scorecard_samples.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

using namespace hb;
using namespace hb::book;
using namespace Qt::StringLiterals;

namespace {

const Day today = *parseIsoDay("2026-04-01");
const Person ada{.name = u"Ada"_s, .login = u"ada"_s};

template <typename T>
T good(Result<T> result) {
    if (!result) {
        FAIL(result.error().what << " " << result.error().found);
    }
    return *std::move(result);
}

} // namespace

TEST_CASE("importScorecard") {
    const QTemporaryDir folder;
    const Scorecard card = good(exchange::parseScorecard(test::wholeScorecard(), u"f"_s, today));
    Book book = good(Book::create(folder.filePath(u"b.healthbook"_s), card));
    const ScorecardImport options{.effectiveFrom = {}, .prune = false, .today = today, .reason = {}};

    SECTION("a new book has the file's versions, and gives them back") {
        CHECK(good(readScorecard(book)) == card);
        CHECK(exchange::toJson(good(readScorecard(book)), exchange::Versions::Newest) ==
              exchange::toJson(card, exchange::Versions::Newest));
    }
    SECTION("nothing different writes nothing") {
        const std::int64_t before = good(changesSince(book, 0)).seq;
        const ScorecardReport report = good(importScorecard(book, card, options, ada));
        CHECK(report.newVersions.isEmpty());
        CHECK_FALSE(report.descriptionsChanged);
        CHECK(report.changes.isEmpty());
        CHECK(good(changesSince(book, 0)).seq == before);
    }
    SECTION("a difference is published, and others see it") {
        const std::int64_t before = good(changesSince(book, 0)).seq;
        Scorecard file = card;
        file.metrics[0].rule.validDays = 7;
        file.templates[0].versions[0].groups[0].name = "Use";
        file.templates[0].versions[0].scheme.kind = SchemeKind::Numeric;
        const ScorecardReport report = good(importScorecard(book, file, options, ada));
        CHECK(report.newVersions == QStringList{u"enterprise v2"_s});
        CHECK(report.descriptionsChanged);
        CHECK(report.changes.scorecard);
        CHECK(report.changes.seq > before);
        CHECK(good(changesSince(book, before)).scorecard);

        const Scorecard after = good(readScorecard(book));
        REQUIRE(after.templates[0].versions.size() == 2);
        CHECK(after.templates[0].versions[1].metrics[0].rule.validDays == 7);
        CHECK(after.templates[0].versions[0].metrics[0].rule.validDays == 30);
        CHECK(after.templates[0].versions[0].groups[0].name == "Use");
        CHECK(good(importScorecard(book, file, options, ada)).changes.isEmpty());
    }
    SECTION("all versions of one book make another that is the same") {
        Scorecard file = card;
        file.templates[0].versions[0].minCoverage = 0.75;
        file.templates[1].key = "everyone";
        ScorecardImport reviewed = options;
        reviewed.reason = u"Review"_s;
        CHECK(good(importScorecard(book, file, reviewed, ada)).retired == QStringList{u"default"_s});
        const QByteArray all = exchange::toJson(good(readScorecard(book)), exchange::Versions::All);
        Book copy = good(Book::create(folder.filePath(u"c.healthbook"_s),
                                      good(exchange::parseScorecard(all, u"all"_s, today))));
        CHECK(good(readScorecard(copy)) == good(readScorecard(book)));
        CHECK(exchange::toJson(good(readScorecard(copy)), exchange::Versions::All) == all);
    }
    SECTION("a refusal changes nothing") {
        Scorecard file = card;
        file.metrics[2].rule = file.metrics[3].rule;
        file.templates.erase(file.templates.begin());
        const auto refused = importScorecard(book, file, options, ada);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == ErrorCode::InvalidInput);
        CHECK(good(readScorecard(book)) == card);
    }
}
