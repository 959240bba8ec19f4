// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/scorecard.h"
#include "core/store/database.h"
#include "core/store/journal.h"

#include <optional>
#include <vector>

namespace hb::store {

/// The book's scorecard, every version of every template; metrics and templates by their position.
[[nodiscard]] Result<Scorecard> readScorecard(Database& database);
/// The ids of the metrics, as readScorecard() orders them.
[[nodiscard]] Result<std::vector<MetricId>> metricIds(Database& database);

/// Makes the book's scorecard this one, inside the caller's transaction: metrics and templates are matched by
/// key and take the order given; versions that the book lacks are added as published by `person`. Never
/// rewrites a stored version and never deletes a metric or a template: with any that `scorecard` lacks, or
/// with a stored version that differs, it is a Conflict.
[[nodiscard]] Result<void>
writeScorecard(Database& database, const Scorecard& scorecard, std::optional<PersonId> person = {});

/// One more metric, last in order, made by an import. Conflict where the key exists.
[[nodiscard]] Result<MetricId> insertMetric(Database& database, const Metric& metric, RunId createdBy);
/// Metrics that a scorecard file names stay when the run that once made them is undone.
[[nodiscard]] Result<void> keepMetrics(Database& database, const std::vector<Metric>& metrics);
/// Whether anything refers to a metric: measurements, notes, hand values, overrides, actions, the series of
/// another, a draft, or a template's version.
[[nodiscard]] Result<bool> isMetricReferred(Database& database, MetricId metric);
[[nodiscard]] Result<void> deleteMetric(Database& database, MetricId metric);

} // namespace hb::store
