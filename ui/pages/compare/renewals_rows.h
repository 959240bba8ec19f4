// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/renewals.h"
#include "core/analytics/retention.h"
#include "core/exchange/table.h"
#include "ui/charts/scatter_chart.h"
#include "ui/pages/compare/compare_part.h"

#include <QString>

#include <array>
#include <optional>
#include <stop_token>
#include <vector>

// What the Renewals tab shows, worked out in one go.

namespace hb::pages {

/// The renewals of one group in one quarter.
struct RenewalCell {
    std::array<analytics::Tally, 4> bands; ///< by Band
    std::vector<analytics::Renewing> renewals;
};

/// A group of the question, or all; a cell a quarter.
struct RenewalGroup {
    QString name;
    std::vector<RenewalCell> quarters;
};

/// A line of what was kept: of the period, of one band beforehand, of a quarter.
struct RetentionRow {
    QString name;
    std::optional<Band> band = {}; ///< beforehand
    analytics::Retained retained;
};

struct RenewalsShown {
    CompareView view;
    charts::ScatterData scatter;
    analytics::RenewalRates rates;
    analytics::RenewalForecast forecast;
    std::vector<RenewalGroup> groups;   ///< all first, then those with most not green, as it is counted
    analytics::Retention retention;     ///< of the view's period
    std::vector<RetentionRow> kept;     ///< of the period: all, then by band
    std::vector<RetentionRow> quarters; ///< the four quarters before the end of the period, newest first
};

/// Works on all cores; to be thrown away once `stop` is requested.
[[nodiscard]] RenewalsShown renewalsOf(const CompareView& view, const std::stop_token& stop);

/// The bands of a cell as shares of a bar: by ARR in the book's currency where it has any, else by accounts.
[[nodiscard]] std::array<double, 4> sharesOf(const RenewalsShown& shown, const RenewalCell& cell);

/// What of the bands is not green, in what the view counts: "3 of 12", "$143k of $735k"; empty without a
/// renewal.
[[nodiscard]] QString riskText(const RenewalsShown& shown, std::array<analytics::Tally, 4> bands);

/// Everything in words.
[[nodiscard]] QString renewalsText(const RenewalsShown& shown);
/// The renewals: a line a group, quarter and currency.
[[nodiscard]] exchange::Table renewalsTable(const RenewalsShown& shown);
/// What was kept: a line a cohort and currency.
[[nodiscard]] exchange::Table retentionTable(const RenewalsShown& shown);

} // namespace hb::pages
