// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/book/demo_stories.h"
#include "core/model/outcome.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hb::book {

inline constexpr std::size_t demoAccountCount = 200;
inline constexpr int demoWeeks = 104;
inline constexpr int lastWeek = demoWeeks - 1; ///< it begins on the Monday on or before the last day

/// The metrics of the extended scorecard.
enum class DemoMetric : std::uint8_t {
    SeatsActive,
    FeaturesUsed,
    Usage,
    AdminSignIn,
    Contact,
    ExecRelationship,
    UrgentTickets,
    FirstResponse,
    CsmSentiment,
    Nps,
    GoalsReached,
    InvoicesOverdue
};
inline constexpr std::size_t demoMetricCount = 12;
[[nodiscard]] std::string_view keyOf(DemoMetric metric);

/// What an account is all its life.
struct DemoAccount {
    std::string key;
    std::string name;
    std::string industry;
    std::string segment;
    std::string region;
    std::string product;
    std::string serviceLevel;
    std::string owner;
    std::string manager;
    std::optional<std::size_t> parent;
    int seats = 0;
    Day customerSince;
    int firstWeek = 0;            ///< from which it is in the book
    std::optional<Day> churnedOn; ///< nothing is measured from this day on
    std::vector<Day> renewals;    ///< all within the two years, and the next one after them
    std::vector<double> health; ///< 0..1 a week, the hidden truth that signals and outcomes follow with noise
};

struct DemoMeasurement {
    std::size_t account = 0;
    DemoMetric metric{};
    Day day;
    int tenths = 0; ///< value * 10: one decimal at most, and no locale

    friend bool operator==(const DemoMeasurement&, const DemoMeasurement&) = default;
};

struct DemoOutcome {
    std::size_t account = 0;
    Day day;
    OutcomeKind kind{};
    std::int64_t arrChange = 0; ///< whole units of currency; 0 is not stated
    std::string_view reason;
};

struct DemoCompany {
    Day today;
    std::vector<DemoAccount> accounts;
    std::vector<DemoMeasurement> measurements;        ///< by day, account, metric; each once
    std::vector<DemoOutcome> outcomes;                ///< by day
    std::vector<std::vector<std::int64_t>> arrByWeek; ///< by account: whole units of currency

    [[nodiscard]] Day monday(int week) const; ///< of week 0..103
    [[nodiscard]] int weekOf(Day day) const;  ///< clamped to 0..103
};

/// 200 invented customers over the two years that end on `today`; the same for every call with the same day.
/// A company of a day later is the same one, a day later: its stories always end today.
[[nodiscard]] DemoCompany makeDemoCompany(Day today);

/// Measurements of one account, appended as its health gives them.
void addDemoSignals(const DemoCompany& company, std::size_t account, std::vector<DemoMeasurement>& to);

/// Who and where the accounts are: everything of them that has no history.
[[nodiscard]] std::vector<DemoAccount> demoAccounts();

} // namespace hb::book
