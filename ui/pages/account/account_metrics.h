// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/account_facts.h"
#include "ui/widgets/level_picker.h"

namespace hb::pages {

/// One metric of a group card.
struct MetricFacts {
    AccountId account;
    MetricIndex metric = 0;
    QString key;
    std::size_t position = 0; ///< in the version's metrics
    QString name;
    QString who;   ///< who can act
    QString value; ///< with its unit
    QString age;   ///< "3 d", "112 d, stale", "set by hand"
    QString score; ///< empty without one
    Band band = Band::None;
    QString share;    ///< "20%", or that it does not count
    double costs = 0; ///< points
    bool isFresh = true;
    QString about; ///< help and where the number comes from, a sentence a line
    widgets::SparklineData sparkline;
    std::vector<widgets::LevelChoice> levels; ///< of a level metric
    std::optional<int> level;                 ///< the one that holds
    bool isLevelOfToday = false;              ///< it was set on the day that is looked at
    QString notice;                           ///< of a level metric: that it went stale
    QString whyNotWrite, whyNotOverride;      ///< empty: it can be
};

struct GroupFacts {
    QString key;
    QString name;
    QString score;
    Band band = Band::None;
    QString share;
    bool isOverridden = false;
    QString whyNotOverride;
    std::vector<MetricFacts> metrics;
};

[[nodiscard]] std::vector<GroupFacts> groupFacts(const AccountAt& at);

} // namespace hb::pages
