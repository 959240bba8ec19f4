// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/template_version.h"

#include <QString>

// The content of a template version as one compact JSON text: written once when it is published, always read
// whole.

namespace hb::store {

/// All but number, effective day and reason, which are columns.
[[nodiscard]] QString toVersionJson(const TemplateVersion& version);
/// Corrupt where the text is not what toVersionJson() writes.
[[nodiscard]] Result<TemplateVersion> fromVersionJson(const QString& json);

/// Names of enumerators as they stand in the book and in files.
[[nodiscard]] QString toText(MetricKind kind);
[[nodiscard]] QString toText(Aggregation aggregation);
[[nodiscard]] QString toText(Better better);
[[nodiscard]] MetricKind toMetricKind(const QString& text);
[[nodiscard]] Aggregation toAggregation(const QString& text);
[[nodiscard]] Better toBetter(const QString& text);

} // namespace hb::store
