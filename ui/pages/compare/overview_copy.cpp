// SPDX-License-Identifier: GPL-3.0-or-later
// The Overview as a table to copy: figures in full, an amount in a column of its currency.
#include "core/exchange/plain_cell.h"
#include "core/wording/numbers.h"
#include "ui/models/book_layout.h"
#include "ui/pages/compare/overview_data.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::AccountGroup;
using analytics::Tally;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

constexpr std::array allBands{Band::Red, Band::Yellow, Band::Green, Band::None};

QString number(std::optional<double> value) {
    return value ? QString::number(*value, 'g', 12) : QString();
}

QString count(std::size_t value) {
    return QString::number(static_cast<qulonglong>(value));
}

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

QString amountOf(const Tally& tally, const std::string& currency) {
    const auto found = std::ranges::find(tally.cents, currency, [](const auto& each) { return each.first; });
    return QString::fromStdString(centsToText(found == tally.cents.end() ? 0 : found->second));
}

QStringList heads(const OverviewData& data, std::span<const std::string> currencies, bool hasAlike) {
    QStringList cells;
    for (const QString& key : data.view.question.by) {
        cells << exchange::plainCell(models::attributeTitle(key));
    }
    cells << Texts::tr("Accounts");
    for (const Band band : allBands) {
        cells << wording::bandName(band);
    }
    cells << Texts::tr("Mean") << Texts::tr("Mean by ARR");
    if (hasAlike) {
        cells << Texts::tr("Mean with the same mix") << Texts::tr("From") << Texts::tr("To");
    }
    cells << Texts::tr("Change") << Texts::tr("Accounts compared") << Texts::tr("Left green");
    for (const std::string& currency : currencies) {
        const QString code = QString::fromStdString(currency);
        cells << Texts::tr("Red ARR %1").arg(code)
              << Texts::tr("Renews next quarter, not green %1").arg(code);
    }
    return cells << Texts::tr("Main reason") << Texts::tr("Its points");
}

} // namespace

QString overviewTable(const OverviewData& data, const OverviewWhy* why, const OverviewAlike* alike) {
    const std::vector<std::string> currencies = currenciesOf(data);
    QString table = heads(data, currencies, alike != nullptr).join(u'\t') + u'\n';
    for (std::size_t at = 0; at <= data.all(); ++at) {
        const AccountGroup& group = data.group(at);
        QStringList cells;
        for (qsizetype by = 0; by < data.view.question.by.size(); ++by) {
            const std::string& value = (*data.snapshot().texts)[group.values[static_cast<std::size_t>(by)]];
            cells << (at < data.all() ? exchange::plainCell(models::groupTitle(data.view.question.by[by],
                                                                               QString::fromStdString(value)))
                                      : Texts::tr("All"));
        }
        cells << count(group.accounts.size());
        for (const Tally& band : group.bands) {
            cells << count(band.accounts);
        }
        cells << number(group.mean) << number(group.arrWeightedMean);
        if (alike) {
            const auto mean = at < alike->size() ? (*alike)[at] : std::nullopt;
            const bool isKnown = mean && mean->adjusted;
            cells << number(isKnown ? mean->adjusted : std::nullopt)
                  << number(isKnown ? std::optional(mean->low) : std::nullopt)
                  << number(isKnown ? std::optional(mean->high) : std::nullopt);
        }
        cells << number(group.change) << count(group.compared) << count(group.leftGreen.size());
        for (const std::string& currency : currencies) {
            cells << amountOf(group.bands[0], currency) << amountOf(data.renewing[at], currency);
        }
        const auto reason = why ? why->reasons[at] : std::nullopt;
        cells << (reason ? exchange::plainCell(wording::subjectName(data.snapshot(), reason->subject))
                         : QString())
              << number(reason ? std::optional(reason->points) : std::nullopt);
        table += cells.join(u'\t') + u'\n';
    }
    return table;
}

} // namespace hb::pages
