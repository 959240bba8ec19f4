// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/templates/template_part.h"

#include <span>
#include <string>

// One metric in a draft: found, and changed in a copy.

namespace hb::pages {

/// How the template uses the metric; null where it does not.
[[nodiscard]] const GroupMetric* findUse(const TemplateVersion& version, const std::string& key);
/// Null where the book has no such metric.
[[nodiscard]] const Metric* findMetric(const std::vector<Metric>& metrics, const std::string& key);

[[nodiscard]] Draft withUse(Draft draft, const GroupMetric& use);
/// The rule for this template alone; one that is the book's own again is not kept. `book` holds the metrics
/// without what the draft changes.
[[nodiscard]] Draft
withRule(Draft draft, const std::string& key, const MetricRule& rule, const std::vector<Metric>& book);

/// What a level scores in the template, and setting it: the metric's own score is not kept.
[[nodiscard]] double levelScore(const GroupMetric& use, const Level& level);
[[nodiscard]] GroupMetric withLevelScore(GroupMetric use, const Level& level, double score);

} // namespace hb::pages
