// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/demo_company.h"
#include "core/book/demo_random.h"

#include <algorithm>
#include <cmath>

namespace hb::book {

namespace {

/// How much of the usual use the calendar leaves: a dip in August and one at the turn of the year.
double season(Day day) {
    const YearMonthDay parts = toYearMonthDay(day);
    const auto dip = [&](int month, int dayOfMonth, double depth, int width) {
        double left = 1;
        for (const int year : {parts.year - 1, parts.year, parts.year + 1}) {
            const int away = std::abs(day - fromYearMonthDay(year, month, dayOfMonth).value());
            left = std::min(left, 1 - depth * std::max(0.0, 1 - static_cast<double>(away) / width));
        }
        return left;
    };
    return dip(8, 10, 0.10, 28) * dip(12, 28, 0.14, 16);
}

/// Writes the signals of one account: a stream of chance a metric, so that each can be tuned alone.
class Signals {
public:
    Signals(const DemoCompany& company, std::size_t account, std::vector<DemoMeasurement>& to)
        : m_company(company), m_index(account), m_account(company.accounts[account]),
          m_story(demoStoryOf(account)), m_to(to) {}

    void addAll() {
        addUse();
        addEvents(DemoMetric::AdminSignIn,
                  [](double health) { return 3.0 + 55 * std::pow(1 - health, 1.6); });
        addContacts();
        addTickets();
        addResponses();
        addJudgements();
        addSurveys();
        addGoals();
        addInvoices();
    }

private:
    [[nodiscard]] DemoRandom stream(DemoMetric metric) const {
        return {m_index, 100 + static_cast<std::uint64_t>(metric)};
    }

    [[nodiscard]] double healthOn(Day day) const {
        return m_account.health[static_cast<std::size_t>(m_company.weekOf(day))];
    }

    [[nodiscard]] Day firstMeasured() const { return m_company.monday(m_account.firstWeek); }

    /// What a new customer has: sign-ins and tickets, no judgement and no plan yet.
    [[nodiscard]] bool isTooNewFor(DemoMetric metric) const {
        return m_story == DemoStory::NewWithoutData && metric != DemoMetric::UrgentTickets &&
               metric != DemoMetric::AdminSignIn && metric != DemoMetric::Usage;
    }

    void add(DemoMetric metric, Day day, double value) {
        const bool living = !m_account.churnedOn || day < *m_account.churnedOn;
        if (day >= firstMeasured() && day <= m_company.today && living && !isTooNewFor(metric)) {
            m_to.push_back({m_index, metric, day, static_cast<int>(std::lround(value * 10))});
        }
    }

    [[nodiscard]] int ago(int week) const { return lastWeek - week; }

    /// Weekly exports: active seats, the features they use (nearly the same story) and weekly active users.
    void addUse() {
        DemoRandom random = stream(DemoMetric::SeatsActive);
        const double drawn = 2.5 * random.normal();
        const double own =
            m_story == DemoStory::ReadyToGrow ? 4 : drawn; // seats nearly full, whatever the season
        for (int week = m_account.firstWeek; week < demoWeeks; ++week) {
            const Day day = m_company.monday(week);
            const double ramp = std::min(1.0, (week - m_account.firstWeek + 6) / 16.0);
            double share =
                std::clamp(-8 + 103 * m_account.health[static_cast<std::size_t>(week)] + own, 4.0, 97.0);
            share *= m_account.firstWeek > 0 ? ramp : 1.0;
            const double seasonal = season(day);
            const double seats =
                std::clamp(share * (1 - 0.3 * (1 - seasonal)) + 1.0 * random.normal(), 1.0, 99.0);
            const double features = std::clamp(0.86 * share - 3 + 1.3 * random.normal(), 1.0, 98.0);
            const double users = m_account.seats * share / 100 * seasonal * (1 + 0.03 * random.normal());
            const bool lost = random.chance(0.02);
            if (lost && ago(week) > 1) {
                continue; // now and then an export is forgotten
            }
            add(DemoMetric::SeatsActive, day, seats);
            add(DemoMetric::FeaturesUsed, day, features);
            add(DemoMetric::Usage, day, std::max(1.0, std::round(users)));
        }
    }

    /// Days on which something happened; `gapOf` gives the usual days between two at a health.
    template <typename Gap>
    void addEvents(DemoMetric metric, Gap gapOf, int lastDaysAgo = 0) {
        DemoRandom random = stream(metric);
        double at = random.unit() * gapOf(healthOn(firstMeasured()));
        for (Day day = firstMeasured() + static_cast<int>(at); day <= m_company.today - lastDaysAgo;) {
            const int back = std::max(0, weekday(day) - 4); // a weekend's is noted on Friday
            add(metric, day - back, 1);
            const double gap = gapOf(healthOn(day)) * (0.5 + random.unit());
            day = day + std::max(1, static_cast<int>(gap));
        }
    }

    void addContacts() {
        const int lastDaysAgo = m_story == DemoStory::LeftAloneRed ? 84 : 0;
        const double pace = m_story ? 1 : 0.85 + 0.1 * static_cast<double>(m_index % 5);
        addEvents(
            DemoMetric::Contact,
            [&](double health) { return pace * (15 + 52 * std::pow(1 - health, 1.2)); },
            lastDaysAgo);
    }

    /// Healthy accounts only: they fall, and hardly one of them so far that it needs somebody today.
    [[nodiscard]] bool isInSurge(double health) const {
        constexpr double well = 0.75;
        return !m_story && m_account.owner == demoSurgeOwner && health > well;
    }

    void addTickets() {
        DemoRandom random = stream(DemoMetric::UrgentTickets);
        int open = 0;
        for (int week = m_account.firstWeek; week < demoWeeks; ++week) {
            const double health = m_account.health[static_cast<std::size_t>(week)];
            const double mean = 0.05 + 3.2 * std::pow(std::max(0.0, 0.82 - health), 1.5);
            int still = 0;
            for (int ticket = 0; ticket < open; ++ticket) {
                still += random.chance(0.45) ? 1 : 0;
            }
            open = std::min(9, still + random.poisson(0.6 * mean));
            if (m_story == DemoStory::SupportStorm && ago(week) < 2) {
                open = ago(week) == 0 ? 6 : 2;
            } else if (m_story == DemoStory::ChampionLost || m_story == DemoStory::SupportStorm) {
                open = 0;
            } else if (isInSurge(health) && ago(week) < demoSurgeWeeks) {
                open = std::max(open, demoSurgeTickets);
            }
            add(DemoMetric::UrgentTickets, m_company.monday(week), open);
        }
    }

    void addResponses() {
        DemoRandom random = stream(DemoMetric::FirstResponse);
        for (int week = m_account.firstWeek; week < demoWeeks; ++week) {
            const double health = m_account.health[static_cast<std::size_t>(week)];
            const bool storm = m_story == DemoStory::SupportStorm && ago(week) < 2;
            const double usual = storm ? 60 : 3 + 36 * std::pow(1 - health, 1.5);
            const double hours = usual * std::max(0.3, 1 + 0.3 * random.normal());
            const bool hadTickets = random.chance(0.55);
            if (hadTickets || storm) {
                add(DemoMetric::FirstResponse, m_company.monday(week), std::max(0.2, hours));
            }
        }
    }

    /// A level judged every some weeks, `lean` levels too well, with a little noise.
    void addLevels(DemoMetric metric, int firstGap, int lastGap, double lean, double lapse) {
        DemoRandom random = stream(metric);
        const int forgotten = random.chance(lapse) ? lastGap + 40 : 0;
        const int silence =
            m_story == DemoStory::SupportStorm ? 14 : forgotten; // its last word is the storm's
        Day day = firstMeasured() + random.between(0, m_account.firstWeek > 0 ? 21 : firstGap);
        for (; day <= m_company.today - silence; day = day + random.between(firstGap, lastGap)) {
            const double level = 0.35 + 3.1 * healthOn(day) + lean + 0.25 * random.normal();
            add(metric, day, std::clamp(std::round(level), 1.0, 4.0));
        }
    }

    void addJudgements() {
        const bool kind = std::ranges::find(demoKindOwners, m_account.owner) != demoKindOwners.end();
        addLevels(DemoMetric::CsmSentiment, 24, 55, kind ? 0.9 : 0, m_story ? 0 : 0.03);
        addLevels(DemoMetric::ExecRelationship, 70, 105, 0.1, m_story ? 0 : 0.015);
        if (m_story == DemoStory::SupportStorm) {
            add(DemoMetric::CsmSentiment, m_company.monday(lastWeek), 1);
        }
    }

    /// Answers that have nothing to do with anything.
    void addSurveys() {
        DemoRandom random = stream(DemoMetric::Nps);
        for (Day day = firstMeasured() + random.between(5, 80); day <= m_company.today;
             day = day + random.between(70, 110)) {
            add(DemoMetric::Nps, day, random.between(-3, 9) * 10);
        }
    }

    void addGoals() {
        DemoRandom random = stream(DemoMetric::GoalsReached);
        for (Day day = firstMeasured() + random.between(10, 70); day <= m_company.today;
             day = day + random.between(70, 105)) {
            const double share = 98 * healthOn(day) - 4 + 6 * random.normal();
            add(DemoMetric::GoalsReached, day, std::round(std::clamp(share, 0.0, 100.0) / 5) * 5);
        }
    }

    /// Monthly; the source went silent some weeks ago, for everybody.
    void addInvoices() {
        DemoRandom random = stream(DemoMetric::InvoicesOverdue);
        for (Day day = firstMeasured() + random.between(0, 27); day <= m_company.today; day = day + 28) {
            const int overdue = random.chance(0.8) ? 0 : random.between(3, 55);
            if (day < m_company.today - demoSilentDays) {
                add(DemoMetric::InvoicesOverdue, day, overdue);
            }
        }
    }

    const DemoCompany& m_company;
    std::size_t m_index;
    const DemoAccount& m_account;
    std::optional<DemoStory> m_story;
    std::vector<DemoMeasurement>& m_to;
};

} // namespace

void addDemoSignals(const DemoCompany& company, std::size_t account, std::vector<DemoMeasurement>& to) {
    Signals(company, account, to).addAll();
}

} // namespace hb::book
