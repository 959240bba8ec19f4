// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"

namespace hb::book {

/// A version reduced to what it freezes (scoring.md, section 1): without number, day, reason, names, labels
/// and help, and with what has no order in a fixed one. Two versions score alike for sure if these are equal.
[[nodiscard]] TemplateVersion scoringPart(TemplateVersion version);
[[nodiscard]] MetricRule scoringPart(MetricRule rule);

/// Names, labels and help are current, not versioned: gives those of `from` to what is the same in `to`, that
/// is groups of the same key, equal schemes, exceptions of equal content, and levels of equal number.
void takeDescriptions(TemplateVersion& to, const TemplateVersion& from);
/// The same for the levels that a version froze.
void takeLevelLabels(TemplateVersion& to, const std::vector<Metric>& metrics);

} // namespace hb::book
