// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/movement.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The book by owner, segment or any other attribute, or by two of them.

namespace hb::analytics {

/// The living accounts that have the same values on the day.
struct AccountGroup {
    std::array<TextIndex, 2> values{};      ///< in the snapshot's texts; 0: none, a group like any other
    std::span<const AccountIndex> accounts; ///< largest ARR first, as livingByArr(); kept by the Groupings
    std::array<Tally, 4> bands;             ///< by Band; that of Red is the red ARR
    std::optional<double> mean;             ///< of the accounts with a band
    std::optional<double> arrWeightedMean;  ///< of those with ARR above 0 in the book's currency
    std::optional<double> change;           ///< mean change of the accounts with a band on both days: the
                                            ///< same accounts, so that one that left or came does not move it
    std::size_t compared = 0;               ///< so many they are
    std::size_t leftGreen = 0;              ///< green on the day before, and not now
};

struct Grouping {
    std::vector<AccountGroup> groups; ///< by the text of their values, none last
    AccountGroup all;
};

/// The living accounts of a day, ready to be grouped by anything: what each of them adds to a group stands in
/// a row, in living order. Makes one pass over the book's scores, and keeps 44 bytes an account.
class Groupings {
public:
    /// `living` is livingByArr() of the day, or some of it; `now` and `before` are the book's scores on the
    /// day and on an earlier one, as snapshot->accounts.
    Groupings(std::shared_ptr<const Snapshot> snapshot,
              Day day,
              std::span<const PaidAccount> living,
              std::span<const scoring::AccountScore> now,
              std::span<const scoring::AccountScore> before);

    /// By one or two attributes; a key that no account has makes one group, none. Costs a look at each
    /// account's value, one pass over the rows and one that lists the accounts; the second attribute costs
    /// its values and another list. Kept as long as this: 4 bytes an account and some 300 a group; asked
    /// for again it costs nothing. May be called from several threads at once.
    [[nodiscard]] const Grouping& by(std::span<const std::string_view> attributes) const;

private:
    using Values = std::array<TextIndex, 2>;
    /// What an account adds. Amounts and scores that do not count are 0: nothing is asked while adding up.
    struct Row {
        double score = 0;       ///< with a band now
        double change = 0;      ///< with a band on both days
        double weight = 0;      ///< ARR above 0 in the book's currency, with a band now
        std::int64_t cents = 0; ///< in the currency of its run
        std::uint8_t move = 0;  ///< from a band to another
    };
    /// Rows that pay in one currency, or not at all: living order has them side by side.
    struct Run {
        std::size_t end = 0;
        std::optional<std::string_view> currency;
    };
    struct Partition {
        std::vector<Values> values;         ///< by group
        std::vector<std::uint32_t> groupOf; ///< by account of the snapshot
    };
    struct Kept {
        std::vector<AccountIndex> accounts; ///< group by group
        Grouping grouping;
    };
    struct Sums;

    [[nodiscard]] Partition split(const Partition& from, std::string_view attribute, std::size_t at) const;
    /// The groups with these values; `groupOf` is by row.
    [[nodiscard]] std::vector<AccountGroup> addedUp(std::span<const Values> values,
                                                    std::span<const std::uint32_t> groupOf) const;
    [[nodiscard]] Kept made(std::span<const std::string_view> attributes) const;

    std::shared_ptr<const Snapshot> m_snapshot;
    Day m_day;
    std::vector<AccountIndex> m_accounts; ///< by row
    std::vector<Row> m_rows;
    std::vector<Run> m_runs;
    AccountGroup m_all;
    mutable std::mutex m_mutex;
    mutable std::map<std::vector<std::string>, Kept> m_kept; ///< under m_mutex
};

} // namespace hb::analytics
