// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/template_version.h"

#include <QStringList>

#include <vector>

// What differs in one metric of a version, and in its scheme. Shared by the sentences; not for use outside
// core/wording.

namespace hb::wording {

/// A metric as a version uses it, and the rule that scores there.
struct RuledUse {
    const GroupMetric& use;
    MetricRule rule;
};

/// The rule that the version holds of a metric, else the metric's own.
[[nodiscard]] MetricRule
ruleOf(const TemplateVersion& version, const std::string& metric, const std::vector<Metric>& metrics);

/// What a level scores in a template, and its label as it is today, whatever a version froze.
[[nodiscard]] double scoreOf(const GroupMetric& use, const Level& level);
[[nodiscard]] QString
labelOf(const Level& level, const std::string& metric, const std::vector<Metric>& metrics);

/// All but its weight and its group: curve, levels, when stale and missing, how it is read.
[[nodiscard]] QStringList
useDifferences(const RuledUse& before, const RuledUse& after, const std::vector<Metric>& metrics);

[[nodiscard]] QStringList schemeDifferences(const Scheme& before, const Scheme& after);

} // namespace hb::wording
