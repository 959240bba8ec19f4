// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/template_version.h"

#include <set>
#include <string>
#include <vector>

namespace hb::analytics {

/// The nominal share of every metric of a version (scoring.md, section 4), by group and as its metrics: 0..1,
/// and 0 where nothing of it counts.
[[nodiscard]] std::vector<std::vector<double>> nominalShares(const TemplateVersion& version);
/// The nominal share of every group.
[[nodiscard]] std::vector<double> groupShares(const TemplateVersion& version);

/// `after` with the weights of the locked metrics (keys) set so that their nominal shares are those of
/// `before`, to 6 decimals of a weight. Where that cannot be (nothing else is left to count in their group,
/// or the shares do not fit into it) their weights stay as they are.
[[nodiscard]] TemplateVersion
withLockedShares(const TemplateVersion& before, TemplateVersion after, const std::set<std::string>& locked);

} // namespace hb::analytics
