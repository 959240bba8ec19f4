// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <QString>

#include <optional>

// What a detail points to by position, by its name. Shared by the sentences; not for use outside
// core/wording.

namespace hb::wording {

[[nodiscard]] const scoring::CompiledVersion& versionOf(const scoring::Scorer& scorer,
                                                        const scoring::AccountDetail& detail);
/// The description of a metric, by its position in the version of the detail.
[[nodiscard]] const Metric&
metricOf(const scoring::Scorer& scorer, const scoring::AccountDetail& detail, std::size_t metric);
[[nodiscard]] QString templateName(const scoring::Scorer& scorer, const scoring::AccountDetail& detail);
/// The exception that acted last; nullptr where none did.
[[nodiscard]] const ScoreException* exceptionOf(const scoring::Scorer& scorer,
                                                const scoring::AccountDetail& detail);
/// An override of the account by its id; nullptr where it is gone.
[[nodiscard]] const Override* overrideOf(const scoring::Scorer& scorer, AccountIndex account, OverrideId id);
/// The override that acts on a group on the detail's day: of several that are live the last entered.
[[nodiscard]] const Override*
groupOverrideOf(const scoring::Scorer& scorer, const scoring::AccountDetail& detail, std::size_t group);
/// Where a metric of the snapshot stands in the version of the detail.
[[nodiscard]] std::optional<std::size_t>
positionOf(const scoring::Scorer& scorer, const scoring::AccountDetail& detail, MetricIndex metric);
[[nodiscard]] QString quoted(const QString& text);

} // namespace hb::wording
