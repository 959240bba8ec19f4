// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/group_reasons.h"
#include "core/analytics/prevalence.h"
#include "core/analytics/standardised.h"
#include "core/exchange/table.h"
#include "core/wording/compare_sentence.h"
#include "ui/pages/compare/compare_part.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace hb::pages {

/// What renews in a quarter and is not green, by group, then of all.
struct RenewingQuarter {
    Day first;
    std::vector<analytics::Tally> sums;
};

/// The groups of a question, as the Overview shows them; the whole book is the last. Immutable.
struct OverviewData {
    CompareView view;
    analytics::Grouping grouping;
    std::vector<QString> names;             ///< of the groups
    std::vector<RenewingQuarter> quarters;  ///< this one, and those after it
    std::vector<AccountIndex> renewingNext; ///< the accounts behind renewing(), by index
    wording::CompareFacts plain;            ///< what can be said without knowing why

    [[nodiscard]] std::size_t all() const { return grouping.groups.size(); }
    [[nodiscard]] const analytics::AccountGroup& group(std::size_t at) const {
        return at == all() ? grouping.all : grouping.groups[at];
    }
    /// What of a group, or of all, renews next quarter and is not green.
    [[nodiscard]] const analytics::Tally& renewing(std::size_t at) const { return quarters[1].sums[at]; }
    [[nodiscard]] const Snapshot& snapshot() const { return view.book->snapshot(); }
};

/// What explains a compared book, however it is grouped. Immutable.
struct OverviewCauses {
    std::shared_ptr<const analytics::ComparedBook> book;
    analytics::BookChanges changes;
    std::vector<analytics::MetricPrevalence> metrics;
};

/// What explains the groups.
struct OverviewWhy {
    std::vector<std::optional<analytics::GroupReason>> reasons; ///< by group, then of all
    wording::CompareFacts facts;
};

/// The mean of each group as if all had the same mix; none for one with too few accounts.
using OverviewAlike = std::vector<std::optional<analytics::StandardisedMean>>;

[[nodiscard]] OverviewData overviewData(const CompareView& view);
/// Incomplete once `stop` is requested, as is overviewAlike().
[[nodiscard]] OverviewCauses overviewCauses(const std::shared_ptr<const analytics::ComparedBook>& book,
                                            const std::stop_token& stop);
[[nodiscard]] OverviewWhy overviewWhy(const OverviewData& data, const OverviewCauses& causes);
[[nodiscard]] OverviewAlike overviewAlike(const OverviewData& data, const std::stop_token& stop);

/// What all amounts of a tally are, apart by currency: "$410k and €90k"; empty without any.
[[nodiscard]] QString amountsInFull(const analytics::Tally& tally);
/// The whole overview in words, and as a table with a head line and figures in full; the groups in `order`.
[[nodiscard]] QString
overviewText(const OverviewData& data, const OverviewWhy* why, std::span<const std::size_t> order);
[[nodiscard]] exchange::Table overviewTable(const OverviewData& data,
                                            const OverviewWhy* why,
                                            const OverviewAlike* alike,
                                            std::span<const std::size_t> order);

} // namespace hb::pages
