// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/group_reasons.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"
#include "tests/support/snapshot_builder.h"

#include <map>
#include <set>

using namespace hb;
using namespace hb::analytics;
using test::day;
using test::WithinAbs;

namespace {

const Day today = day("2026-03-31");
const Day earlier = today - 90;

ComparedBook compared(const std::shared_ptr<const Snapshot>& book, Day from = earlier, Day to = today) {
    return comparedBook(std::make_shared<const scoring::Scorer>(book), {from, to});
}

const Grouping& byOwner(const ComparedBook& book) {
    const std::string_view owner = "owner";
    return book.groupings->by({&owner, 1});
}

/// Two metrics of equal weight, an owner, and both scores on both days.
struct Row {
    std::string key;
    const char* owner;
    double useBefore, useNow, ticketsBefore, ticketsNow;
};

test::SnapshotBuilder bookOf(const std::vector<Row>& rows) {
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("use")).metric(test::numberMetric("tickets"));
    builder.tmpl(test::defaultTemplate(
        {test::version({test::group("g", 1, {test::weighted("use", 1), test::weighted("tickets", 1)})})}));
    for (const Row& row : rows) {
        builder.account(row.key)
            .attribute(row.key, "owner", Day{0}, row.owner)
            .measure(row.key, "use", earlier, row.useBefore)
            .measure(row.key, "use", today, row.useNow)
            .measure(row.key, "tickets", earlier, row.ticketsBefore)
            .measure(row.key, "tickets", today, row.ticketsNow);
    }
    return builder;
}

/// Ben's accounts change by `change`, Ana's and Cid's as `others` says of the number of the account.
template <typename Others>
ComparedBook threeOwners(double change, const Others& others) {
    std::vector<Row> rows;
    for (int at = 0; at < 24; ++at) {
        const bool isBens = at % 3 == 0;
        const double by = isBens ? change + at * 0.1 : others(at);
        rows.push_back({.key = "A" + std::to_string(100 + at),
                        .owner = isBens        ? "Ben"
                                 : at % 3 == 1 ? "Ana"
                                               : "Cid",
                        .useBefore = 50,
                        .useNow = 50 + by,
                        .ticketsBefore = 50,
                        .ticketsNow = 50 + by});
    }
    return compared(bookOf(rows).build());
}

} // namespace

TEST_CASE("group reasons: what moved a group most, worked out by hand") {
    const ComparedBook book = compared(bookOf({{"A1", "Ben", 80, 70, 80, 40},
                                               {"A2", "Ben", 60, 64, 90, 70},
                                               {"A3", "Ana", 20, 60, 50, 40},
                                               {"A4", "Cid", 50, 50, 50, 50}})
                                           .build());
    const BookChanges changes = bookChanges(book);
    const Grouping& groups = byOwner(book);
    REQUIRE(groups.groups.size() == 3);
    const auto ana = mainReason(changes, groups.groups[0]);
    REQUIRE(ana.has_value());
    CHECK(ana->subject == ChangeSubject{.kind = scoring::LineKind::Metric, .metric = 0});
    CHECK_THAT(ana->points, WithinAbs(20, 1e-9));
    CHECK_THAT(ana->share, WithinAbs(20.0 / 15, 1e-9)); // tickets took 5 of it back
    const auto ben = mainReason(changes, groups.groups[1]);
    REQUIRE(ben.has_value());
    CHECK(ben->subject.metric == 1);
    CHECK_THAT(ben->points, WithinAbs(-(20 + 10) / 2.0, 1e-9)); // a mean over both accounts
    CHECK_THAT(ben->share, WithinAbs(15.0 / 16.5, 1e-9));
    CHECK_FALSE(mainReason(changes, groups.groups[2]).has_value()); // nothing moved
    CHECK(mainReason(changes, groups.all)->subject.metric == 1);
}

TEST_CASE("group reasons: the points of every account are those of explainChange, and sum to its change") {
    std::size_t explained = 0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        test::RandomBook random(seed);
        const auto snapshot = random.book();
        const Day a = random.anyDay(), b = random.anyDay();
        if (a == b) {
            continue;
        }
        const ComparedBook book = compared(snapshot, std::min(a, b), std::max(a, b));
        const BookChanges changes = bookChanges(book);
        REQUIRE(changes.offsets.size() == snapshot->accountCount() + 1);
        std::set<AccountIndex> living;
        for (const PaidAccount& each : book.living) {
            living.insert(each.account);
        }
        for (AccountIndex account = 0; account < snapshot->accountCount(); ++account) {
            const bool isCompared = living.contains(account) && book.now[account].shown.band != Band::None &&
                                    book.before[account].shown.band != Band::None;
            std::map<ChangeSubject, double> expected;
            if (isCompared) {
                for (const scoring::ChangeLine& line :
                     scoring::explainChange(*book.scorer, account, book.period.from, book.period.to).lines) {
                    expected[{line.kind, line.metric}] += line.points;
                }
            }
            double sum = 0;
            std::map<ChangeSubject, double> found;
            for (const SubjectPoints& each : changes.of(account)) {
                CHECK(found.emplace(each.subject, each.points).second); // each subject once
                sum += each.points;
            }
            REQUIRE(found.size() == expected.size());
            for (const auto& [subject, points] : expected) {
                CHECK_THAT(found.at(subject), WithinAbs(points, 1e-9));
            }
            if (!expected.empty()) {
                ++explained;
                CHECK_THAT(sum,
                           WithinAbs(book.now[account].shown.score - book.before[account].shown.score, 1e-9));
            }
        }
    }
    CHECK(explained > 40);
}

TEST_CASE("group reasons: a stopped answer is empty") {
    std::stop_source stop;
    stop.request_stop();
    const ComparedBook book = compared(bookOf({{"A1", "Ben", 80, 70, 80, 40}}).build());
    CHECK(bookChanges(book, stop.get_token()).offsets.empty());
}

TEST_CASE("group reasons: a group fell most only where it stands apart") {
    const auto within = [](int at) { return static_cast<double>(at % 7) - 3; };
    SECTION("far below the others") {
        const ComparedBook book = threeOwners(-20, within);
        const Grouping& groups = byOwner(book);
        REQUIRE(fellMost(book, groups) == std::optional<std::size_t>(1)); // Ana, Ben, Cid
    }
    SECTION("a little below, as chance has it") {
        const ComparedBook book = threeOwners(-2, within);
        CHECK_FALSE(fellMost(book, byOwner(book)).has_value());
    }
    SECTION("as low as everybody") {
        const ComparedBook book = threeOwners(-20, [](int) { return -20; });
        CHECK_FALSE(fellMost(book, byOwner(book)).has_value());
    }
    SECTION("a group of two accounts that fell further hides nobody") {
        std::vector<Row> rows;
        for (int at = 0; at < 26; ++at) {
            const double now = at < 2 ? 5 : at < 10 ? 50 + at * 0.1 : 79 + at % 3;
            rows.push_back({.key = "A" + std::to_string(100 + at),
                            .owner = at < 2    ? "Zoe"
                                     : at < 10 ? "Ben"
                                               : "Ana",
                            .useBefore = 80,
                            .useNow = now,
                            .ticketsBefore = 80,
                            .ticketsNow = now});
        }
        const ComparedBook book = compared(bookOf(rows).build());
        CHECK(fellMost(book, byOwner(book)) == std::optional<std::size_t>(1));
    }
    SECTION("nobody fell") {
        const ComparedBook book = threeOwners(5, [](int) { return 20; });
        CHECK_FALSE(fellMost(book, byOwner(book)).has_value());
    }
    SECTION("alone") {
        const ComparedBook book =
            compared(bookOf({{"A1", "Ben", 80, 10, 80, 10}, {"A2", "Ben", 80, 10, 80, 10}}).build());
        CHECK_FALSE(fellMost(book, byOwner(book)).has_value());
    }
    SECTION("four accounts are too few to say so") {
        std::vector<Row> rows;
        for (int at = 0; at < 20; ++at) {
            const double now = at < 4 ? 10 : 80;
            rows.push_back({"A" + std::to_string(100 + at), at < 4 ? "Ben" : "Ana", 80, now, 80, now});
        }
        const ComparedBook book = compared(bookOf(rows).build());
        CHECK_FALSE(fellMost(book, byOwner(book)).has_value());
    }
}
