// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/demo_company.h"

#include "core/book/demo_random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace hb::book {

namespace {

constexpr std::uint64_t lifeStream = 2;
constexpr int contractDays = 365;

/// How an account fares: it glides from one to another over weeks.
enum class Fortune : std::uint8_t { Healthy, Wobbly, Troubled };

double targetOf(Fortune fortune) {
    return fortune == Fortune::Healthy ? 0.88 : fortune == Fortune::Wobbly ? 0.605 : 0.305;
}

Fortune firstFortune(DemoRandom& random) {
    const double draw = random.unit();
    return draw < 0.66 ? Fortune::Healthy : draw < 0.90 ? Fortune::Wobbly : Fortune::Troubled;
}

/// Once a week: most stay as they are for months.
Fortune nextFortune(Fortune fortune, DemoRandom& random) {
    const double draw = random.unit();
    switch (fortune) {
    case Fortune::Healthy:
        return draw < 0.013 ? Fortune::Wobbly : Fortune::Healthy;
    case Fortune::Wobbly:
        return draw < 0.023 ? Fortune::Healthy : draw < 0.045 ? Fortune::Troubled : Fortune::Wobbly;
    case Fortune::Troubled:
        break;
    }
    return draw < 0.017 ? Fortune::Wobbly : Fortune::Troubled;
}

/// The health that a story dictates, `ago` weeks before the last; none where the story leaves it to chance.
std::optional<double> storyHealth(DemoStory story, int ago) {
    const double weeks = ago;
    switch (story) {
    case DemoStory::SupportStorm:
        return 0.54;
    case DemoStory::ChampionLost:
        return 0.71;
    case DemoStory::SlowSlide:
        return ago > 26 ? 0.90 : 0.52 + 0.38 * weeks / 26;
    case DemoStory::LeftAloneRed:
        return ago > 30 ? 0.66 : std::max(0.30, 0.30 + 0.36 * (weeks - 14) / 16);
    case DemoStory::Expanded:
        return 0.93;
    case DemoStory::ReadyToGrow:
        return std::max(0.74, 0.97 - 0.02 * weeks);
    case DemoStory::Overridden:
        return ago > 5 ? 0.72 : 0.50;
    case DemoStory::NewWithoutData:
        break;
    }
    return std::nullopt;
}

std::vector<double> healthOf(std::size_t account, DemoRandom& random) {
    const std::optional<DemoStory> story = demoStoryOf(account);
    const double own = 0.035 * random.normal();
    Fortune fortune = firstFortune(random);
    double health = targetOf(fortune) + own;
    std::vector<double> weeks;
    for (int week = 0; week < demoWeeks; ++week) {
        fortune = nextFortune(fortune, random);
        health += 0.085 * (targetOf(fortune) + own - health) + 0.010 * random.normal();
        const std::optional<double> told = story ? storyHealth(*story, lastWeek - week) : std::nullopt;
        weeks.push_back(std::clamp(told.value_or(health), 0.05, 0.99));
    }
    return weeks;
}

double meanHealth(const DemoAccount& account, int lastWeekSeen, int weeks) {
    double sum = 0;
    for (int i = 0; i < weeks; ++i) {
        sum += account.health[static_cast<std::size_t>(std::max(0, lastWeekSeen - i))];
    }
    return sum / weeks;
}

/// Days until the next renewal.
int nextRenewal(std::size_t account, DemoRandom& random) {
    int days = random.between(1, contractDays);
    if (days <= 90 && random.chance(0.75)) {
        days = random.between(91, contractDays); // most contracts were renewed with the last quarter
    }
    switch (demoStoryOf(account).value_or(DemoStory::Expanded)) {
    case DemoStory::SlowSlide:
        return 62;
    case DemoStory::SupportStorm:
    case DemoStory::ChampionLost:
    case DemoStory::LeftAloneRed:
    case DemoStory::Overridden:
        return 150 + days / 4;
    default:
        return days;
    }
}

/// In which week an account joins: most were customers before the two years, a few are new.
int firstWeekOf(std::size_t account, DemoRandom& random) {
    const int drawn = random.chance(0.14) ? random.between(4, 92) : 0;
    const std::optional<DemoStory> story = demoStoryOf(account);
    if (story == DemoStory::NewWithoutData) {
        return lastWeek - 1 - static_cast<int>(account % 3);
    }
    return story ? 0 : drawn;
}

std::int64_t firstArr(const DemoAccount& account, DemoRandom& random) {
    const double middle = account.segment == "Enterprise"   ? 140'000
                          : account.segment == "Mid-market" ? 38'000
                                                            : 9'000;
    const double drawn = middle * std::exp(0.45 * random.normal());
    return static_cast<std::int64_t>(drawn / 500) * 500;
}

void setArrFrom(DemoCompany& company, std::size_t account, Day day, std::int64_t change) {
    std::vector<std::int64_t>& arr = company.arrByWeek[account];
    for (auto week = static_cast<std::size_t>(company.weekOf(day)); week < arr.size(); ++week) {
        arr[week] += change;
    }
}

std::int64_t roughly(std::int64_t arr, double share) {
    return std::max<std::int64_t>(500,
                                  static_cast<std::int64_t>(static_cast<double>(arr) * share / 500) * 500);
}

constexpr std::array churnReasons{
    "Moved to a competitor", "Budget cut", "Product not used", "Company was bought", "Too many problems"};

/// What becomes of a renewal: leaving follows from the health of the quarter before, with noise.
void decideRenewal(DemoCompany& company, std::size_t index, Day day, DemoRandom& random) {
    DemoAccount& account = company.accounts[index];
    const int week = company.weekOf(day);
    const double health = meanHealth(account, week, 13);
    const double risk = 0.012 + 1 / (1 + std::exp((health - 0.36) / 0.09));
    const double draw = random.unit();
    const double second = random.unit();
    const std::int64_t arr = company.arrByWeek[index][static_cast<std::size_t>(week)];
    const bool mayLeave = !demoStoryOf(index).has_value();
    const auto reason =
        static_cast<std::size_t>(random.between(0, static_cast<int>(churnReasons.size()) - 1));
    if (mayLeave && draw < risk) {
        account.churnedOn = day;
        company.outcomes.push_back({index, day, OutcomeKind::Churned, -arr, churnReasons[reason]});
    } else if (health < 0.65 && second < 0.22) {
        const std::int64_t less = roughly(arr, 0.2);
        company.outcomes.push_back({index, day, OutcomeKind::Downgraded, -less, "Fewer seats"});
        setArrFrom(company, index, day, -less);
    } else {
        company.outcomes.push_back({index, day, OutcomeKind::Renewed, 0, ""});
    }
}

/// Healthy accounts buy more now and then, between renewals.
void decideExpansion(DemoCompany& company, std::size_t index, int week, DemoRandom& random) {
    const double health = meanHealth(company.accounts[index], week, 8);
    const bool told =
        demoStoryOf(index) == DemoStory::Expanded && week == lastWeek - 9 - static_cast<int>(index % 12);
    const double draw = random.unit();
    const double share = 0.10 + 0.25 * random.unit();
    if (told || draw < (health > 0.86 ? 0.0042 : health > 0.7 ? 0.0008 : 0)) {
        const Day day = company.monday(week) + 2;
        if (day > company.today) {
            return;
        }
        const std::int64_t more = roughly(company.arrByWeek[index][static_cast<std::size_t>(week)], share);
        company.outcomes.push_back({index, day, OutcomeKind::Expanded, more, "More seats"});
        setArrFrom(company, index, day, more);
    }
}

void liveOneAccount(DemoCompany& company, std::size_t index) {
    DemoAccount& account = company.accounts[index];
    DemoRandom random(index, lifeStream);
    account.health = healthOf(index, random);
    account.firstWeek = firstWeekOf(index, random);
    const int next = nextRenewal(index, random);
    const int yearsBefore = random.between(1, 4);
    if (account.firstWeek > 0) {
        account.customerSince = company.monday(account.firstWeek);
    } else {
        account.customerSince = company.today + next - (3 + yearsBefore) * contractDays;
    }
    company.arrByWeek[index].assign(demoWeeks, firstArr(account, random));
    Day renewal = account.customerSince + contractDays;
    for (; renewal < company.monday(0); renewal = renewal + contractDays) {
    }
    for (int week = account.firstWeek; week < demoWeeks && !account.churnedOn; ++week) {
        const Day end = std::min(company.monday(week) + 6, company.today);
        decideExpansion(company, index, week, random);
        if (renewal <= end) {
            account.renewals.push_back(renewal);
            decideRenewal(company, index, renewal, random);
            renewal = renewal + contractDays;
        }
    }
    account.renewals.push_back(renewal);
}

/// By day, account and metric; of several of one day the last stays.
void sortMeasurements(std::vector<DemoMeasurement>& rows) {
    const auto key = [](const DemoMeasurement& row) { return std::tuple(row.day, row.account, row.metric); };
    std::ranges::stable_sort(rows, std::ranges::greater(), key);
    std::ranges::reverse(rows);
    const auto repeated = std::ranges::unique(rows, {}, key);
    rows.erase(repeated.begin(), repeated.end());
}

} // namespace

std::string_view keyOf(DemoMetric metric) {
    static constexpr std::array<std::string_view, demoMetricCount> keys{"seats_active_pct",
                                                                        "features_used_pct",
                                                                        "usage",
                                                                        "admin_sign_in",
                                                                        "contact",
                                                                        "exec_relationship",
                                                                        "urgent_tickets",
                                                                        "first_response_hours",
                                                                        "csm_sentiment",
                                                                        "nps",
                                                                        "goals_reached_pct",
                                                                        "invoices_overdue"};
    return keys[static_cast<std::size_t>(metric)];
}

Day DemoCompany::monday(int week) const {
    return today - weekday(today) - 7 * (lastWeek - week);
}

int DemoCompany::weekOf(Day day) const {
    return std::clamp(lastWeek - (monday(lastWeek) + 6 - day) / 7, 0, lastWeek);
}

DemoCompany makeDemoCompany(Day today) {
    DemoCompany company{
        .today = today, .accounts = demoAccounts(), .measurements = {}, .outcomes = {}, .arrByWeek = {}};
    company.arrByWeek.resize(company.accounts.size());
    for (std::size_t i = 0; i < company.accounts.size(); ++i) {
        liveOneAccount(company, i);
        addDemoSignals(company, i, company.measurements);
    }
    std::ranges::stable_sort(company.outcomes, {}, &DemoOutcome::day);
    sortMeasurements(company.measurements);
    return company;
}

} // namespace hb::book
