// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/snapshot_builder.h"

#include <memory>

namespace hb::test {

inline constexpr const char* smallBookToday = "2026-03-30";

/// One metric, shown as it is measured: `score` is the account's score on that day and on the days before it
/// from a year ago.
struct SmallBook {
    SnapshotBuilder builder;

    SmallBook();
    SmallBook& account(const std::string& key, double before, double now);
    SmallBook& with(const std::string& key, const std::string& attribute, const std::string& value);
    [[nodiscard]] std::shared_ptr<const Snapshot> build() const { return builder.build(); }
};

/// Five accounts: "fell" turned red, "low" was always yellow, "good" and "fine" are green, "bare" has no
/// data.
[[nodiscard]] SmallBook fiveAccounts();

} // namespace hb::test
