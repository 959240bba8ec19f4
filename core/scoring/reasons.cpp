// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/reasons.h"

#include "core/base/parallel_for.h"
#include "core/scoring/rounding.h"

#include <algorithm>
#include <bit>

namespace hb::scoring {

namespace {

/// Where the conditions of reasons find what they need without looking it up for each account.
struct Columns {
    const AttributeColumn* renewal = nullptr;
    const AttributeColumn* champion = nullptr;
    std::vector<MetricIndex> seats;
};

Columns columnsOf(const Snapshot& snapshot) {
    Columns columns{.renewal = snapshot.findAttribute(attribute::renewalDate),
                    .champion = snapshot.findAttribute(attribute::champion),
                    .seats = {}};
    for (const std::string& key : snapshot.settings.seatsMetrics) {
        if (const auto metric = snapshot.findMetric(key)) {
            columns.seats.push_back(*metric);
        }
    }
    return columns;
}

class AccountReasons {
public:
    AccountReasons(
        const Scorer& scorer, const Columns& columns, AccountIndex account, Day day, Scorer::Scratch& scratch)
        : m_scorer(scorer), m_snapshot(scorer.snapshot()), m_columns(columns), m_account(account), m_day(day),
          m_scratch(scratch) {}

    [[nodiscard]] Reasons find(const AccountScore& now, const Trend& trend) const {
        const ReasonRules& rules = m_snapshot.settings.reasons;
        Reasons reasons;
        const auto addIf = [&reasons](bool condition, Reason reason) {
            if (condition) {
                reasons.add(reason);
            }
        };
        const std::span<const Action> actions = m_snapshot.actionsOf(m_account);
        const bool red = now.shown.band == Band::Red;
        const Band earlier = red ? bandOn(m_day - rules.newlyRedDays) : Band::None;
        addIf(
            std::ranges::any_of(actions, [this](const Action& action) { return action.isOverdueOn(m_day); }),
            Reason::ActionOverdue);
        addIf(red && earlier != Band::Red && earlier != Band::None, Reason::NewlyRed);
        addIf(trend.direction != Direction::None && atMost(trend.change, -rules.fallingPoints),
              Reason::FallingFast);
        addIf(now.shown.band != Band::Green && renewsWithin(rules.renewalDays), Reason::RenewalAtRisk);
        addIf(championLeftWithin(rules.championDays), Reason::ChampionLeft);
        const bool isTakenCareOf =
            std::ranges::any_of(actions, [this](const Action& action) { return action.isOpenOn(m_day); });
        addIf(red && !isTakenCareOf && wasAlwaysRed(rules, earlier), Reason::RedLeftAlone);
        addIf(isSilent(rules.silentDays), Reason::GoneSilent);
        addIf(now.hasStale, Reason::Stale);
        addIf(now.shown.band == Band::Green &&
                  (trend.direction == Direction::Up || seatsAreFull(rules.seatsFull)),
              Reason::ReadyToGrow);
        return reasons;
    }

private:
    [[nodiscard]] Band bandOn(Day day) const { return m_scorer.score(m_account, day, m_scratch).shown.band; }

    [[nodiscard]] bool renewsWithin(int days) const {
        if (!m_columns.renewal) {
            return false;
        }
        const auto renewal = parseIsoDay((*m_snapshot.texts)[m_columns.renewal->on(m_account, m_day)]);
        return renewal && *renewal >= m_day && *renewal - m_day <= days;
    }

    [[nodiscard]] bool championLeftWithin(int days) const {
        if (!m_columns.champion || (*m_snapshot.texts)[m_columns.champion->on(m_account, m_day)] != "left") {
            return false;
        }
        const auto since = m_columns.champion->since(m_account, m_day);
        return since && m_day - *since <= days;
    }

    /// `newlyRedDays` before the day the band was `earlier`.
    [[nodiscard]] bool wasAlwaysRed(const ReasonRules& rules, Band earlier) const {
        for (int days = 7; days <= 7 * rules.leftAloneWeeks; days += 7) {
            if ((days == rules.newlyRedDays ? earlier : bandOn(m_day - days)) != Band::Red) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool isSilent(int days) const {
        const std::optional<Day> last = lastMeasuredOn(m_snapshot, m_account, m_day);
        return last && m_day - *last >= days;
    }

    [[nodiscard]] bool seatsAreFull(double full) const {
        const CompiledVersion& version = m_scorer.versionOf(m_account, m_day);
        return std::ranges::any_of(version.metrics, [&](const CompiledMetric& metric) {
            if (std::ranges::find(m_columns.seats, metric.metric) == m_columns.seats.end()) {
                return false;
            }
            const MetricValue value = metricValue({m_snapshot, version, m_account, m_day}, metric);
            return value.state == State::Present && atLeast(*value.value, full);
        });
    }

    const Scorer& m_scorer;
    const Snapshot& m_snapshot;
    const Columns& m_columns;
    AccountIndex m_account;
    Day m_day;
    Scorer::Scratch& m_scratch;
};

} // namespace

std::optional<Reason> Reasons::leading() const {
    if (m_bits == 0) {
        return std::nullopt;
    }
    return static_cast<Reason>(std::countr_zero(m_bits));
}

std::optional<Day> lastMeasuredOn(const Snapshot& snapshot, AccountIndex account, Day day) {
    std::optional<Day> last;
    for (const SeriesColumn& series : snapshot.series) {
        const std::span<const std::int32_t> days = series.of(account).days;
        if (const auto after = std::ranges::upper_bound(days, day.number); after != days.begin()) {
            last = std::max(last, std::optional(Day{*(after - 1)}));
        }
    }
    return last;
}

BookOnDay bookOnDay(const Scorer& scorer, Day day, const std::stop_token& stop) {
    const std::size_t count = scorer.snapshot().accountCount();
    BookOnDay book{.day = day,
                   .scores = std::vector<AccountScore>(count),
                   .trends = std::vector<Trend>(count),
                   .reasons = std::vector<Reasons>(count)};
    const Columns columns = columnsOf(scorer.snapshot());
    constexpr std::size_t accountsPerPiece = 256;
    parallelFor(count, accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        Scorer::Scratch scratch;
        for (std::size_t i = first; i < last; ++i) {
            const auto account = static_cast<AccountIndex>(i);
            const AccountScore now = scorer.score(account, day, scratch);
            const TrendRule& rule = scorer.version(now.templateIndex, now.versionIndex).trend;
            book.scores[i] = now;
            book.trends[i] = trendOf(rule, now.shown, scorer.score(account, day - rule.days, scratch).shown);
            book.reasons[i] =
                AccountReasons(scorer, columns, account, day, scratch).find(now, book.trends[i]);
        }
    });
    return book;
}

const char* toText(Reason reason) {
    constexpr const char* names[reasonCount] = {"action_overdue",
                                                "newly_red",
                                                "falling_fast",
                                                "renewal_at_risk",
                                                "champion_left",
                                                "red_left_alone",
                                                "gone_silent",
                                                "stale",
                                                "ready_to_grow"};
    return names[static_cast<std::size_t>(reason)];
}

} // namespace hb::scoring
