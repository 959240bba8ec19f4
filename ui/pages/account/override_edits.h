// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/account_overrides.h"
#include "ui/pages/account/account_edits.h"

namespace hb::pages {

/// What a score can be set of.
struct ScoreTarget {
    OverrideTarget target = OverrideTarget::Overall;
    QString key; ///< of the metric or group; empty for overall

    friend bool operator==(const ScoreTarget&, const ScoreTarget&) = default;
};

/// What a person enters.
struct OverrideEntry {
    ScoreTarget of;
    double score = 0;
    Day last;
    QString reason;
};

/// Everything of the account that can be overridden, by name: the score, then each group before its metrics.
struct NamedTarget {
    ScoreTarget of;
    QString name;
};
[[nodiscard]] std::vector<NamedTarget> overrideTargets(const AccountAt& at);

/// As the book would have it, from today on.
[[nodiscard]] Override overrideOf(const AccountAt& at, const OverrideEntry& entry);
[[nodiscard]] NamedEdit overrideEdit(const AccountAt& at, const OverrideEntry& entry);
/// Ended today: its last day was yesterday. One that began today has then never acted, and stays to be seen.
[[nodiscard]] NamedEdit endEdit(const AccountAt& at, const Override& entered);

} // namespace hb::pages
