// SPDX-License-Identifier: GPL-3.0-or-later
// The Overview as a table to copy: figures in full, an amount in a column of its currency.
#include "core/exchange/table.h"
#include "core/wording/days.h"
#include "core/wording/numbers.h"
#include "ui/models/book_layout.h"
#include "ui/pages/compare/overview_data.h"
#include "ui/theme/texts.h"

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::AccountGroup;
using analytics::Tally;

namespace {

constexpr std::array allBands{Band::Red, Band::Yellow, Band::Green, Band::None};

using exchange::Cell;
using exchange::countCell;
using exchange::numberCell;

/// Of all that is shown, the book's first.
std::vector<std::string> currenciesOf(const OverviewData& data) {
    std::vector<std::string> currencies;
    for (const Tally& tally : data.grouping.all.bands) {
        for (const auto& [currency, cents] : tally.cents) {
            if (std::ranges::find(currencies, currency) == currencies.end()) {
                currencies.push_back(currency);
            }
        }
    }
    const std::string& ours = data.snapshot().settings.currency;
    std::ranges::stable_partition(currencies, [&](const std::string& each) { return each == ours; });
    return currencies;
}

Cell amountOf(const Tally& tally, const std::string& currency) {
    const auto found = std::ranges::find(tally.cents, currency, [](const auto& each) { return each.first; });
    return exchange::Money{.cents = found == tally.cents.end() ? 0 : found->second,
                           .currency = QString::fromStdString(currency)};
}

/// "Change, 31 Dec 2025 to 30 Mar": a table in a file says of which period it is.
QString overPeriod(const OverviewData& data, const QString& what) {
    const analytics::Period& period = data.view.book->period;
    return Texts::tr("%1, %2 to %3")
        .arg(what, wording::dayText(period.from, period.to), wording::dayText(period.to, period.to));
}

QStringList heads(const OverviewData& data, std::span<const std::string> currencies, bool hasAlike) {
    QStringList cells;
    for (const QString& key : data.view.question.by) {
        cells << models::attributeTitle(key);
    }
    cells << Texts::tr("Accounts");
    for (const Band band : allBands) {
        cells << wording::bandName(band);
    }
    cells << Texts::tr("Mean") << Texts::tr("Mean by ARR");
    if (hasAlike) {
        cells << Texts::tr("Mean with the same mix") << Texts::tr("From") << Texts::tr("To");
    }
    cells << overPeriod(data, Texts::tr("Change")) << Texts::tr("Accounts compared")
          << overPeriod(data, Texts::tr("Left green"));
    for (std::size_t at = 0; at < currencies.size(); ++at) { // the writer names the currency of each
        cells << Texts::tr("Red ARR") << Texts::tr("Renews next quarter, not green");
    }
    return cells << Texts::tr("Main reason") << Texts::tr("Its points");
}

} // namespace

exchange::Table overviewTable(const OverviewData& data,
                              const OverviewWhy* why,
                              const OverviewAlike* alike,
                              std::span<const std::size_t> order) {
    const std::vector<std::string> currencies = currenciesOf(data);
    exchange::Table table{
        .name = Texts::tr("Overview"), .head = heads(data, currencies, alike != nullptr), .rows = {}};
    for (const std::size_t at : order) {
        const AccountGroup& group = data.group(at);
        std::vector<Cell> cells;
        for (qsizetype by = 0; by < data.view.question.by.size(); ++by) {
            const std::string& value = (*data.snapshot().texts)[group.values[static_cast<std::size_t>(by)]];
            cells.emplace_back(
                at < data.all() ? models::groupTitle(data.view.question.by[by], QString::fromStdString(value))
                                : Texts::tr("All"));
        }
        cells.push_back(countCell(group.accounts.size()));
        for (const Tally& band : group.bands) {
            cells.push_back(countCell(band.accounts));
        }
        cells.push_back(numberCell(group.mean));
        cells.push_back(numberCell(group.arrWeightedMean));
        if (alike) {
            const auto mean = at < alike->size() ? (*alike)[at] : std::nullopt;
            const bool isKnown = mean && mean->adjusted;
            cells.push_back(numberCell(isKnown ? mean->adjusted : std::nullopt));
            cells.push_back(numberCell(isKnown ? std::optional(mean->low) : std::nullopt));
            cells.push_back(numberCell(isKnown ? std::optional(mean->high) : std::nullopt));
        }
        cells.push_back(numberCell(group.change));
        cells.push_back(countCell(group.compared));
        cells.push_back(countCell(group.leftGreen));
        for (const std::string& currency : currencies) {
            cells.push_back(amountOf(group.bands[0], currency));
            cells.push_back(amountOf(data.renewing(at), currency));
        }
        const auto reason = why ? why->reasons[at] : std::nullopt;
        cells.emplace_back(reason ? wording::subjectName(data.snapshot(), reason->subject) : QString());
        cells.push_back(numberCell(reason ? std::optional(reason->points) : std::nullopt));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace hb::pages
