// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/template_version.h"

#include <QString>

#include <string>
#include <vector>

// What stands in a template version, in words. Shared by the sentences; not for use outside core/wording.

namespace hb::wording {

/// All its decimals, none needless: two numbers that differ read differently.
[[nodiscard]] QString exactNumber(double number);
/// "30 days".
[[nodiscard]] QString daysText(int days);
/// "Mid, Enterprise or none".
[[nodiscard]] QString anyOf(const std::vector<std::string>& values);
/// The name of a metric, or its key.
[[nodiscard]] QString metricName(const Metric& metric);
/// The name of a metric; its key where the book has no such metric.
[[nodiscard]] QString metricName(const std::vector<Metric>& metrics, const std::string& key);
/// The name of a group, or its key; never empty while one of them is there.
[[nodiscard]] QString groupName(const Group& group);
[[nodiscard]] QString groupName(const TemplateVersion& version, const std::string& key);

/// "Open tickets scores at most 20"; of a level metric with the level: "Mood scores at most 40 (At risk)".
[[nodiscard]] QString
conditionText(const Condition& condition, const TemplateVersion& version, const std::vector<Metric>& metrics);
/// "Open tickets scores at most 20 and champion is left".
[[nodiscard]] QString conditionsText(const ScoreException& exception,
                                     const TemplateVersion& version,
                                     const std::vector<Metric>& metrics);
[[nodiscard]] QString effectText(const ScoreException& exception); ///< "caps the score at 55"

[[nodiscard]] QString staleText(const WhenStale& when);
[[nodiscard]] QString missingText(const std::optional<double>& when);
/// "the mean of 28 days", "the last value".
[[nodiscard]] QString readingText(const MetricRule& rule);
[[nodiscard]] QString validText(int days);
[[nodiscard]] QString schemeKindText(SchemeKind kind);
[[nodiscard]] QString rangesText(const Scheme& scheme); ///< "Red 0, Yellow 50, Green 75"
/// "every account", "segment is Enterprise".
[[nodiscard]] QString appliesToText(const std::vector<AttributeFilter>& filters);

} // namespace hb::wording
