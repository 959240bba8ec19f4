// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/frozen_rules.h"
#include "core/exchange/object_reader.h"
#include "core/model/template_version.h"

#include <optional>

namespace hb::exchange {

[[nodiscard]] std::optional<Day> readDay(const JsonValue& json, const JsonPath& path, FaultList& faults);
/// Whether the object says anything of what a version freezes.
[[nodiscard]] bool hasVersionKey(const ObjectReader& reader);
/// What a version freezes, but the rules of its metrics. Leaves effectiveFrom as it is where the object has
/// none.
void readVersion(ObjectReader& reader, TemplateVersion& version);
/// An element of `versions`: number, effective_from, reason and all that a version freezes. Rules that it
/// lacks are those of the metrics.
[[nodiscard]] TemplateVersion readNumberedVersion(const JsonValue& json,
                                                  const JsonPath& path,
                                                  const std::vector<Metric>& metrics,
                                                  FaultList& faults);

} // namespace hb::exchange
