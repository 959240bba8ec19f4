// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/renewals_rows.h"

#include "core/wording/days.h"
#include "core/wording/numbers.h"
#include "core/wording/renewals_sentence.h"
#include "core/wording/words.h"
#include "ui/pages/compare/compare_question.h"
#include "ui/pages/compare/compare_scope.h"
#include "ui/pages/compare/renewals_scatter.h"
#include "ui/theme/texts.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

using analytics::PeriodKind;
using analytics::RenewalQuarter;
using analytics::Renewing;

constexpr std::array daysBefore{90, 180};
constexpr std::size_t pastQuarters = 4;

void add(RenewalCell& to, const Renewing& renewing) {
    analytics::Tally& band = to.bands.at(static_cast<std::size_t>(renewing.score.band));
    ++band.accounts;
    if (renewing.who.cents) {
        band.add(*renewing.who.cents, renewing.who.currency);
    }
    to.renewals.push_back(renewing);
}

/// What is not green in all quarters, to sort by: what the view counts, then the other.
std::pair<std::int64_t, std::int64_t> riskOf(const RenewalGroup& group, const CompareView& view) {
    const std::string& currency = view.book->snapshot().settings.currency;
    std::int64_t accounts = 0, paid = 0;
    for (const RenewalCell& cell : group.quarters) {
        const analytics::Tally tally = wording::notGreen(cell.bands);
        accounts += static_cast<std::int64_t>(tally.accounts);
        for (const auto& [of, cents] : tally.cents) {
            paid += of == currency ? cents : 0;
        }
    }
    return view.question.countBy == CountBy::Accounts ? std::pair(accounts, paid) : std::pair(paid, accounts);
}

std::vector<RenewalGroup> groupsOf(const CompareView& view, const analytics::RenewalForecast& forecast) {
    const std::size_t quarters = forecast.quarters.size();
    const analytics::Grouping& grouping = groupingOf(view);
    const auto empty = [quarters](const QString& name) {
        return RenewalGroup{.name = name, .quarters = std::vector<RenewalCell>(quarters)};
    };
    std::vector<RenewalGroup> groups{empty(Texts::tr("All"))};
    std::vector<std::size_t> groupOf(view.book->snapshot().accountCount(), 0);
    for (const analytics::AccountGroup& group : grouping.groups) {
        for (const AccountIndex account : group.accounts) {
            groupOf[account] = groups.size();
        }
        groups.push_back(empty(groupName(view, group)));
    }
    for (std::size_t at = 0; at < quarters; ++at) {
        for (const Renewing& renewing : forecast.quarters[at].renewals) {
            add(groups.front().quarters[at], renewing);
            add(groups[groupOf[renewing.who.account]].quarters[at], renewing);
        }
    }
    std::erase_if(groups, [&groups](const RenewalGroup& group) {
        return &group != &groups.front() && std::ranges::all_of(group.quarters, [](const RenewalCell& cell) {
            return cell.renewals.empty();
        });
    });
    std::ranges::stable_sort(groups.begin() + 1,
                             groups.end(),
                             std::ranges::greater(),
                             [&](const auto& group) { return riskOf(group, view); });
    return groups;
}

std::vector<RetentionRow> keptRows(const analytics::Retention& retention) {
    std::vector<RetentionRow> rows{{.name = Texts::tr("All"), .retained = retention.all}};
    for (const analytics::RetentionByBand& ahead : retention.ahead) {
        for (std::size_t band = 0; band < ahead.bands.size(); ++band) {
            if (ahead.bands[band].logos.of > 0) {
                rows.push_back({.name = Texts::tr("%1 %Ln days before", nullptr, ahead.daysBefore)
                                            .arg(wording::bandName(static_cast<Band>(band))),
                                .band = static_cast<Band>(band),
                                .retained = ahead.bands[band]});
            }
        }
    }
    return rows;
}

/// The whole quarters that end on `day` or before, newest first.
std::vector<analytics::Period> quartersBefore(Day day) {
    std::vector<analytics::Period> quarters;
    Day end = day + 1; // a quarter that ends today is whole
    for (std::size_t at = 0; at < pastQuarters; ++at) {
        quarters.push_back(analytics::periodOn(end, PeriodKind::LastQuarter));
        end = quarters.back().to;
    }
    return quarters;
}

exchange::Cell moneyCell(std::int64_t cents, const std::string& currency) {
    return currency.empty() ? exchange::Cell()
                            : exchange::Cell(exchange::Money{.cents = cents,
                                                             .currency = QString::fromStdString(currency)});
}

void addCells(exchange::Table& table, const RenewalsShown& shown, const RenewalGroup& group) {
    for (std::size_t at = 0; at < group.quarters.size(); ++at) {
        const RenewalCell& cell = group.quarters[at];
        if (cell.renewals.empty()) {
            continue;
        }
        std::map<std::string, std::pair<std::int64_t, std::int64_t>> money; // due, not green
        for (std::size_t band = 0; band < cell.bands.size(); ++band) {
            for (const auto& [currency, cents] : cell.bands[band].cents) {
                money[currency].first += cents;
                money[currency].second += static_cast<Band>(band) == Band::Green ? 0 : cents;
            }
        }
        if (money.empty()) {
            money[{}] = {};
        }
        for (const auto& [currency, amounts] : money) {
            table.rows.push_back({group.name,
                                  wording::quarterName(shown.forecast.quarters[at].first),
                                  exchange::countCell(cell.renewals.size()),
                                  exchange::countCell(wording::notGreen(cell.bands).accounts),
                                  moneyCell(amounts.first, currency),
                                  moneyCell(amounts.second, currency)});
        }
    }
}

void addKept(exchange::Table& table, const RetentionRow& row) {
    const analytics::Rate& logos = row.retained.logos;
    std::vector<analytics::ArrKept> amounts = row.retained.arr;
    if (amounts.empty()) {
        amounts.emplace_back();
    }
    for (const analytics::ArrKept& arr : amounts) {
        table.rows.push_back({row.name,
                              exchange::countCell(logos.of),
                              exchange::countCell(logos.yes),
                              moneyCell(arr.start, arr.currency),
                              moneyCell(arr.kept, arr.currency),
                              moneyCell(arr.end, arr.currency)});
    }
}

/// Of whoever had what the comparison is narrowed to when the period began: who had it at its end are those
/// who stayed. None once stopped.
std::vector<analytics::Retention> retained(const CompareView& view,
                                           const analytics::Period& period,
                                           std::span<const int> bandsBefore,
                                           const std::stop_token& stop) {
    const analytics::ComparedBook& book = *view.book;
    const std::vector<AccountIndex> cohort =
        view.question.among ? accountsAmong(book.snapshot(), *view.question.among, period.from)
                            : book.accounts;
    return analytics::retention(*book.scorer, cohort, std::array{period}, bandsBefore, stop);
}

} // namespace

RenewalsShown renewalsOf(const CompareView& view, const std::stop_token& stop) {
    const analytics::ComparedBook& book = *view.book;
    const Day day = book.period.to;
    RenewalsShown shown{.view = view,
                        .scatter = scatterOf(view),
                        .rates = analytics::renewalRates(*book.scorer, day, {}, stop),
                        .forecast = {},
                        .groups = {},
                        .retention = {},
                        .kept = {},
                        .quarters = {}};
    shown.forecast = analytics::renewalForecast(book.snapshot(), day, book.living, book.now, shown.rates);
    shown.groups = groupsOf(view, shown.forecast);
    const std::vector<analytics::Retention> kept = retained(view, book.period, daysBefore, stop);
    if (kept.empty()) {
        return shown; // stopped
    }
    shown.retention = kept.front();
    shown.kept = keptRows(shown.retention);
    for (const analytics::Period& quarter : quartersBefore(day)) {
        for (const analytics::Retention& each : retained(view, quarter, {}, stop)) {
            shown.quarters.push_back({.name = wording::quarterName(quarter.to), .retained = each.all});
        }
    }
    return shown;
}

std::array<double, 4> sharesOf(const RenewalsShown& shown, const RenewalCell& cell) {
    std::array<double, 4> amounts{};
    double sum = 0;
    for (std::size_t band = 0; band < amounts.size(); ++band) {
        for (const auto& [currency, cents] : cell.bands[band].cents) {
            if (currency == shown.view.book->snapshot().settings.currency) {
                amounts[band] = static_cast<double>(cents);
                sum += amounts[band];
            }
        }
    }
    if (sum <= 0 || shown.view.question.countBy == CountBy::Accounts) {
        for (std::size_t band = 0; band < amounts.size(); ++band) {
            amounts[band] = static_cast<double>(cell.bands[band].accounts);
        }
    }
    return amounts;
}

QString riskText(const RenewalsShown& shown, std::array<analytics::Tally, 4> bands) {
    if (shown.view.question.countBy == CountBy::Accounts) {
        for (analytics::Tally& band : bands) {
            band.cents.clear();
        }
    }
    return wording::atRiskText(bands);
}

QString renewalsText(const RenewalsShown& shown) {
    const Day day = shown.view.question.period.to;
    QStringList lines{wording::renewalsHeadline(shown.forecast, day, shown.view.moment->day)};
    for (std::size_t at = 0; at < shown.forecast.quarters.size(); ++at) {
        const RenewalQuarter& quarter = shown.forecast.quarters[at];
        for (const RenewalGroup& group : shown.groups) {
            if (const QString risk = riskText(shown, group.quarters[at].bands); !risk.isEmpty()) {
                lines.append(Texts::tr("%1, %2: %3 not green.")
                                 .arg(wording::quarterName(quarter.first), group.name, risk));
            }
        }
    }
    for (const Band band : {Band::Green, Band::Yellow, Band::Red, Band::None}) {
        lines.append(wording::renewalRateSentence(shown.rates, band));
    }
    lines.append(wording::retentionSentence(shown.retention, shown.view.moment->day));
    return lines.join(u'\n');
}

exchange::Table renewalsTable(const RenewalsShown& shown) {
    exchange::Table table{.name = Texts::tr("Renewals"),
                          .head = {Texts::tr("Group"),
                                   Texts::tr("Quarter"),
                                   Texts::tr("Renewals"),
                                   Texts::tr("Not green"),
                                   Texts::tr("ARR"),
                                   Texts::tr("ARR not green")},
                          .rows = {}};
    for (const RenewalGroup& group : shown.groups) {
        addCells(table, shown, group);
    }
    return table;
}

exchange::Table retentionTable(const RenewalsShown& shown) {
    exchange::Table table{.name = Texts::tr("Retention"),
                          .head = {Texts::tr("Cohort"),
                                   Texts::tr("Accounts"),
                                   Texts::tr("Stayed"),
                                   Texts::tr("ARR at the start"),
                                   Texts::tr("ARR kept"),
                                   Texts::tr("ARR at the end")},
                          .rows = {}};
    for (const std::vector<RetentionRow>* rows : {&shown.kept, &shown.quarters}) {
        for (const RetentionRow& row : *rows) {
            addKept(table, row);
        }
    }
    return table;
}

} // namespace hb::pages
