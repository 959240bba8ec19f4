// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/account_facts.h"
#include "ui/widgets/level_picker.h"

namespace hb::pages {

/// One metric of a group card.
struct MetricFacts {
    MetricIndex metric = 0;
    std::size_t position = 0; ///< in the version's metrics
    QString name;
    QString who;   ///< who can act
    QString value; ///< with its unit
    QString age;
    QString score; ///< empty without one
    Band band = Band::None;
    QString share; ///< "20%", or that it does not count
    bool isStale = false;
    QString about; ///< help and where the number comes from, a sentence a line
    widgets::SparklineData sparkline;
    std::vector<widgets::LevelChoice> levels; ///< of a level metric
    std::optional<int> level;                 ///< the one that holds
};

struct GroupFacts {
    QString name;
    QString score;
    Band band = Band::None;
    QString share;
    std::vector<MetricFacts> metrics;
};

[[nodiscard]] std::vector<GroupFacts> groupFacts(const AccountAt& at);

/// The newest values set by hand, a sentence a line: "Ana Lopez set Content on 1 Mar: sponsor came back".
[[nodiscard]] QString
historyText(const AccountAt& at, MetricIndex metric, const std::vector<book::HandValue>& values);

} // namespace hb::pages
