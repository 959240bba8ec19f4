// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/compared_book.h"
#include "core/analytics/group_reasons.h"
#include "core/analytics/grouping.h"
#include "core/book/demo_company.h"
#include "core/book/demo_files.h"
#include "core/exchange/scorecard_json.h"
#include "core/scoring/reasons.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

using namespace hb;
using namespace hb::book;
using hb::test::day;
using scoring::Reason;
using scoring::Scorer;

namespace {

/// The company without its files and its book: what the engine says of it.
std::shared_ptr<const Snapshot> snapshotOf(const DemoCompany& company) {
    test::SnapshotBuilder builder;
    const Day first = company.monday(0);
    const Scorecard scorecard = exchange::extendedScorecard(first);
    for (const Metric& metric : scorecard.metrics) {
        builder.metric(metric);
    }
    for (const Template& each : scorecard.templates) {
        builder.tmpl(each);
    }
    BookSettings settings;
    settings.seatsMetrics = {"seats_active_pct"};
    builder.settings(settings);
    for (std::size_t i = 0; i < company.accounts.size(); ++i) {
        const DemoAccount& account = company.accounts[i];
        builder.account(account.key);
        builder.attribute(account.key, "owner", first, account.owner)
            .attribute(account.key, "champion", first, "active");
        if (demoStoryOf(i) == DemoStory::ChampionLost) {
            builder.attribute(account.key, "champion", company.today - demoChampionLeftDaysAgo, "left");
        }
        Day from = first;
        for (const Day renewal : account.renewals) {
            builder.attribute(account.key, "renewal_date", from, toIsoText(renewal));
            from = renewal;
        }
    }
    for (const DemoMeasurement& row : company.measurements) {
        builder.measure(
            company.accounts[row.account].key, std::string(keyOf(row.metric)), row.day, row.tenths / 10.0);
    }
    for (const DemoOutcome& outcome : company.outcomes) {
        Outcome stated;
        stated.day = outcome.day;
        stated.kind = outcome.kind;
        builder.outcome(company.accounts[outcome.account].key, stated);
    }
    return builder.build();
}

std::vector<double> ranksOf(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first;
        while (end < order.size() && values[order[end]] == values[order[first]]) {
            ++end;
        }
        for (std::size_t i = first; i < end; ++i) {
            ranks[order[i]] = static_cast<double>(first + end - 1) / 2;
        }
        first = end;
    }
    return ranks;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const auto mean = [](const std::vector<double>& x) {
        return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
    };
    const double meanA = mean(a);
    const double meanB = mean(b);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - meanA) * (b[i] - meanB);
        aa += (a[i] - meanA) * (a[i] - meanA);
        bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / std::sqrt(aa * bb);
}

double rankCorrelation(const std::vector<double>& a, const std::vector<double>& b) {
    return correlation(ranksOf(a), ranksOf(b));
}

/// One company for all claims of this file: it costs a second to make.
struct Made {
    DemoCompany company = makeDemoCompany(day("2026-03-31"));
    Scorer scorer{snapshotOf(company)};
    scoring::BookOnDay book = bookOnDay(scorer, company.today);

    [[nodiscard]] std::vector<AccountIndex> living() const {
        std::vector<AccountIndex> found;
        for (AccountIndex i = 0; i < scorer.snapshot().accountCount(); ++i) {
            if (!scorer.snapshot().isChurned(i, company.today)) {
                found.push_back(i);
            }
        }
        return found;
    }
};

const Made& made() {
    static const Made once;
    return once;
}

std::size_t positionOf(const Scorer& scorer, std::string_view key) {
    const auto& metrics = scorer.version(0, 0).metrics;
    const MetricIndex metric = scorer.snapshot().findMetric(key).value();
    return static_cast<std::size_t>(std::ranges::find(metrics, metric, &scoring::CompiledMetric::metric) -
                                    metrics.begin());
}

std::array<int, 4> bandsOf(const Scorer& scorer, Day on) {
    std::array<int, 4> bands{};
    for (AccountIndex i = 0; i < scorer.snapshot().accountCount(); ++i) {
        if (!scorer.snapshot().isChurned(i, on)) {
            ++bands[static_cast<std::size_t>(scorer.score(i, on).shown.band)];
        }
    }
    return bands;
}

} // namespace

TEST_CASE("the demo company is the same for the same day") {
    const auto bytes = [](Day today) {
        QByteArray all;
        for (const DemoFile& file : demoFiles(makeDemoCompany(today))) {
            all += file.name.toUtf8() + file.text;
        }
        return all;
    };
    CHECK(bytes(day("2026-03-31")) == bytes(day("2026-03-31")));
    CHECK(bytes(day("2026-03-31")) != bytes(day("2026-04-01")));
}

TEST_CASE("the demo company") {
    const DemoCompany& company = made().company;
    SECTION("has 200 customers with names and keys of their own") {
        std::set<std::string> names;
        std::set<std::string> keys;
        for (const DemoAccount& account : company.accounts) {
            names.insert(account.name);
            keys.insert(account.key);
        }
        CHECK(names.size() == demoAccountCount);
        CHECK(keys.size() == demoAccountCount);
    }
    SECTION("says nothing after its last day, and nothing of one who left") {
        for (const DemoMeasurement& row : company.measurements) {
            const auto& left = company.accounts[row.account].churnedOn;
            REQUIRE(row.day <= company.today);
            REQUIRE((!left || row.day < *left));
        }
    }
    SECTION("loses 9 to 15 of a hundred customers a year, and wins from those it has") {
        const auto count = [&](OutcomeKind kind) {
            return std::ranges::count(company.outcomes, kind, &DemoOutcome::kind);
        };
        const double aYear = static_cast<double>(count(OutcomeKind::Churned)) / 2 / 175;
        CHECK(aYear > 0.09);
        CHECK(aYear < 0.15);
        CHECK(count(OutcomeKind::Expanded) > 20);
        CHECK(count(OutcomeKind::Downgraded) > 5);
    }
}

TEST_CASE("the demo's wall looks like one") {
    const char* iso = GENERATE("2026-03-31", "2026-11-22", "2026-01-05");
    CAPTURE(iso);
    const DemoCompany company = makeDemoCompany(day(iso));
    const Scorer scorer(snapshotOf(company));
    const std::array<int, 4> bands = bandsOf(scorer, company.today);
    const double living = std::accumulate(bands.begin(), bands.end(), 0);
    CHECK(bands[0] / living > 0.07);
    CHECK(bands[0] / living < 0.12);
    CHECK(bands[1] / living > 0.20);
    CHECK(bands[1] / living < 0.29);
    CHECK(bands[2] / living > 0.60);
    CHECK(bands[2] / living < 0.69);
    CHECK(bands[3] == 4);

    const scoring::BookOnDay book = bookOnDay(scorer, company.today);
    int urgent = 0;
    for (AccountIndex i = 0; i < scorer.snapshot().accountCount(); ++i) {
        urgent += !scorer.snapshot().isChurned(i, company.today) && book.reasons[i].anyUrgent() ? 1 : 0;
    }
    CHECK(urgent >= 8);
    CHECK(urgent <= 22);
}

TEST_CASE("the demo's planted stories show on its last day") {
    const Made& demo = made();
    for (const DemoStoryRow& row : demoStories()) {
        CAPTURE(row.name);
        const AccountIndex account = demo.scorer.snapshot().findAccount(row.key).value();
        REQUIRE(account == row.account);
        CHECK(demo.company.accounts[account].name == row.name);
        CHECK_FALSE(demo.scorer.snapshot().isChurned(account, demo.company.today));
        const scoring::Reasons reasons = demo.book.reasons[account];
        const Band band = demo.book.scores[account].shown.band;
        switch (row.story) {
        case DemoStory::SupportStorm:
            CHECK(reasons.leading() == Reason::NewlyRed);
            break;
        case DemoStory::ChampionLost:
            CHECK(reasons.leading() == Reason::ChampionLeft);
            CHECK(band == Band::Yellow);
            CHECK(demo.book.scores[account].shown.exception >= 0);
            break;
        case DemoStory::SlowSlide:
            CHECK(reasons.leading() == Reason::RenewalAtRisk);
            CHECK(demo.scorer.score(account, demo.company.today - 182).shown.score -
                      demo.book.scores[account].shown.score >
                  15);
            break;
        case DemoStory::LeftAloneRed:
            CHECK(reasons.leading() == Reason::RedLeftAlone);
            CHECK(demo.scorer.score(account, demo.company.today - 56).shown.band == Band::Red);
            break;
        case DemoStory::Expanded:
            CHECK(band == Band::Green);
            CHECK(std::ranges::any_of(demo.company.outcomes, [&](const DemoOutcome& outcome) {
                return outcome.account == account && outcome.kind == OutcomeKind::Expanded &&
                       demo.company.today - outcome.day < 182;
            }));
            break;
        case DemoStory::ReadyToGrow:
            CHECK(reasons.leading() == Reason::ReadyToGrow);
            break;
        case DemoStory::Overridden:
            CHECK(band != Band::Green); // its owner's override is a hand edit of the book
            break;
        case DemoStory::NewWithoutData:
            CHECK(band == Band::None);
            break;
        }
    }
}

TEST_CASE("one owner's book got worse this quarter, by urgent tickets, and nobody else's") {
    const char* iso = GENERATE("2026-03-30", "2026-11-22", "2026-05-10", "2026-08-31", "2026-12-24");
    CAPTURE(iso);
    const Day today = day(iso);
    const auto scorer = std::make_shared<const Scorer>(snapshotOf(makeDemoCompany(today)));
    const analytics::ComparedBook book =
        analytics::comparedBook(scorer, analytics::periodOn(today, analytics::PeriodKind::ThisQuarter));
    const std::array by{attribute::owner};
    const analytics::Grouping& grouping = book.groupings->by(by);
    const auto fell = analytics::fellMost(book, grouping);
    REQUIRE(fell);
    const analytics::AccountGroup& group = grouping.groups[*fell];
    CHECK((*book.snapshot().texts)[group.values[0]] == demoSurgeOwner);
    const auto reason = analytics::mainReason(analytics::bookChanges(book), group);
    REQUIRE(reason);
    CHECK(reason->subject.kind == scoring::LineKind::Metric);
    CHECK(book.snapshot().scorecard->metrics[reason->subject.metric].key == keyOf(DemoMetric::UrgentTickets));
}

TEST_CASE("the demo's signals tell what is to be found") {
    const Made& demo = made();
    const Scorer& scorer = demo.scorer;

    SECTION("who left was worse off two months before than who stayed") {
        std::map<OutcomeKind, std::vector<double>> before;
        for (const DemoOutcome& outcome : demo.company.outcomes) {
            const auto score =
                scorer.score(static_cast<AccountIndex>(outcome.account), outcome.day - 60).shown;
            if (score.hasScore() &&
                (outcome.kind == OutcomeKind::Churned || outcome.kind == OutcomeKind::Renewed)) {
                before[outcome.kind].push_back(score.score);
            }
        }
        const auto middle = [](std::vector<double> values) {
            std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
            return values[values.size() / 2];
        };
        const std::vector<double>& left = before[OutcomeKind::Churned];
        CHECK(middle(left) < middle(before[OutcomeKind::Renewed]) - 20);
        // With noise: some leave from green.
        CHECK(std::ranges::any_of(left, [](double score) { return score >= 75; }));
    }
    SECTION("one metric is noise, two say the same") {
        std::vector<double> nps;
        std::vector<double> overall;
        std::vector<double> seats;
        std::vector<double> features;
        for (const AccountIndex account : demo.living()) {
            const scoring::AccountDetail detail = scorer.detail(account, demo.company.today);
            const auto& noise = detail.metrics[positionOf(scorer, demoNoiseMetric)].value.value;
            const auto& first = detail.metrics[positionOf(scorer, demoTwinMetrics[0])].value.value;
            const auto& second = detail.metrics[positionOf(scorer, demoTwinMetrics[1])].value.value;
            if (noise && first && second && detail.overall) {
                nps.push_back(*noise);
                overall.push_back(*detail.overall);
                seats.push_back(*first);
                features.push_back(*second);
            }
        }
        REQUIRE(nps.size() > 120);
        CHECK(std::abs(rankCorrelation(nps, overall)) < 0.2);
        CHECK(rankCorrelation(seats, features) > 0.9);
        CHECK(rankCorrelation(seats, overall) > 0.7);
    }
    SECTION("two owners judge too kindly") {
        std::map<bool, std::vector<double>>
            above; // sentiment less what use says, by whether the owner is a kind one
        const std::size_t sentiment = positionOf(scorer, "csm_sentiment");
        const std::size_t seats = positionOf(scorer, demoTwinMetrics[0]);
        for (const AccountIndex account : demo.living()) {
            const scoring::AccountDetail detail = scorer.detail(account, demo.company.today);
            if (detail.metrics[sentiment].score && detail.metrics[seats].score) {
                const bool kind = std::ranges::find(demoKindOwners, demo.company.accounts[account].owner) !=
                                  demoKindOwners.end();
                above[kind].push_back(*detail.metrics[sentiment].score - *detail.metrics[seats].score);
            }
        }
        const auto mean = [](const std::vector<double>& x) {
            return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
        };
        REQUIRE(above[true].size() > 20);
        CHECK(mean(above[true]) > mean(above[false]) + 10);
    }
    SECTION("one source went silent for everybody") {
        const MetricIndex invoices = scorer.snapshot().findMetric(demoSilentMetric).value();
        std::size_t measured = 0;
        for (const AccountIndex account : demo.living()) {
            const Points points = scorer.snapshot().series[invoices].of(account);
            measured += points.empty() ? 0U : 1U;
            CHECK((points.empty() || demo.company.today.number - points.days.back() > demoSilentDays));
        }
        CHECK(measured > 140);
    }
}
