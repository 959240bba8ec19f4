// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/moves_sentence.h"
#include "core/wording/trend_sentence.h"
#include "tests/core/wording/english.h"
#include "tests/support/snapshot_builder.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace hb;
using namespace hb::analytics;
using namespace hb::wording;
using hb::test::day;

namespace {

const Day today = day("2026-03-30");
const Period quarter{day("2025-12-31"), today};

/// So many accounts in a cell, each paying.
void put(PeriodMoves& moves, Band before, Band after, std::size_t accounts, std::int64_t cents) {
    Tally& cell = moves.movement.cells[static_cast<std::size_t>(before)][static_cast<std::size_t>(after)];
    Tally& move = moves.byMove[static_cast<std::size_t>(moveOf(before, after))];
    for (std::size_t at = 0; at < accounts; ++at) {
        moves.living.push_back({});
        for (Tally* tally : {&cell, &move}) {
            ++tally->accounts;
            if (cents > 0) {
                tally->add(cents, "USD");
            }
        }
        if (before != after) {
            moves.movement.movers.push_back({});
        }
    }
}

BookDay dayOf(Day at, std::array<std::size_t, 4> bands, std::optional<double> mean) {
    return {.day = at, .bands = bands, .cents = {}, .mean = mean, .arrWeightedMean = {}};
}

} // namespace

TEST_CASE("movesHeadline") {
    const test::InEnglish english;
    PeriodMoves moves;
    SECTION("says who got worse and better, and what is most of it") {
        put(moves, Band::Green, Band::Yellow, 8, 5'000'000);
        put(moves, Band::Yellow, Band::Red, 1, 1'000'000);
        put(moves, Band::Red, Band::Green, 5, 0);
        put(moves, Band::Green, Band::Green, 20, 0);
        CHECK(movesHeadline(moves, quarter, today) ==
              u"14 accounts changed band since 31 Dec 2025: 9 got worse ($410k), 5 better. Most went from "
              "green to yellow: 8, $400k."_s);
    }
    SECTION("one alone, and those without data, are neither worse nor better") {
        put(moves, Band::Green, Band::None, 1, 0);
        CHECK(movesHeadline(moves, quarter, today) ==
              u"1 account changed band since 31 Dec 2025: 1 went to no data."_s);
    }
    SECTION("nobody moved") {
        put(moves, Band::Green, Band::Green, 60, 0);
        CHECK(movesHeadline(moves, quarter, today) ==
              u"Nobody changed band since 31 Dec 2025: all 60 accounts are where they were."_s);
    }
    SECTION("a period that is over is said from day to day") {
        put(moves, Band::Red, Band::Yellow, 1, 0);
        CHECK(movesHeadline(moves, {day("2026-01-01"), day("2026-02-01")}, today) ==
              u"1 account changed band from 1 Jan to 1 Feb: 1 got better."_s);
    }
    SECTION("all are new: there is nothing to compare with") {
        put(moves, Band::None, Band::Green, 2, 0);
        moves.came = moves.living;
        CHECK(movesHeadline(moves, quarter, today) ==
              u"Nothing is known of 31 Dec 2025: there is nothing to compare with."_s);
    }
    SECTION("no account at all") {
        CHECK(movesHeadline(moves, quarter, today) == u"No account is left to compare."_s);
    }
}

TEST_CASE("amounts of several currencies stand apart") {
    const test::InEnglish english;
    const std::array<PaidAccount, 3> paid{
        PaidAccount{0, 4'700'000, "USD"}, PaidAccount{1, 1'000'000, "EUR"}, PaidAccount{2, std::nullopt, {}}};
    CHECK(tallyText(tallyOf(paid)) == u"3, $47k and €10k"_s);
}

TEST_CASE("trendHeadline") {
    const test::InEnglish english;
    const BookDay then = dayOf(quarter.from, {10, 28, 62, 0}, 70.1);
    const BookDay now = dayOf(quarter.to, {10, 35, 55, 0}, 68.2);
    BookTrend trend{.days = {}, .ends = {then, now}, .otherwise = {}};
    const auto words = [&](ScoredBy by) {
        return trendHeadline(trend, by, Measure::Accounts, quarter, today);
    };
    SECTION("names the band that moved more, and the mean") {
        CHECK(words(ScoredBy::VersionsOfTheDay) ==
              u"Green fell from 62% to 55% since 31 Dec 2025. The mean fell from 70.1 to 68.2."_s);
        trend.ends[1] = dayOf(quarter.to, {30, 10, 60, 0}, 70.1);
        CHECK(words(ScoredBy::VersionsOfTheDay) ==
              u"Red rose from 10% to 30% since 31 Dec 2025. The mean stayed at 70.1."_s);
    }
    SECTION("says how today's template would have had it, and the other way round") {
        trend.otherwise = {dayOf(quarter.from, {12, 30, 58, 0}, 69), now};
        CHECK(words(ScoredBy::VersionsOfTheDay)
                  .startsWith(u"Green fell from 62% to 55% since 31 Dec 2025; with today's template it would "
                              u"have been 58% "
                              "then."_s));
        std::swap(trend.ends, *trend.otherwise);
        CHECK(words(ScoredBy::TodaysVersions)
                  .startsWith(u"With today's template: Green fell from 58% to 55% since 31 Dec 2025; as it "
                              u"was scored then, it was "
                              "62%."_s));
    }
    SECTION("a day without scores") {
        trend.ends[0] = dayOf(quarter.from, {0, 0, 0, 100}, {});
        CHECK(words(ScoredBy::VersionsOfTheDay) ==
              u"No account had a score on 31 Dec 2025; on 30 Mar the mean was 68.2."_s);
        trend.ends[1] = trend.ends[0];
        CHECK(words(ScoredBy::VersionsOfTheDay) == u"No account had a score on either day."_s);
    }
}
