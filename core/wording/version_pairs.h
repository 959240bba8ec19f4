// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/template_version.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// What in one version is what in another. Shared by the sentences; not for use outside core/wording.

namespace hb::wording {

/// Where a version uses a metric; nulls: nowhere.
struct UsePlace {
    const Group* group = nullptr;
    const GroupMetric* use = nullptr;
};
[[nodiscard]] UsePlace placeOf(const TemplateVersion& version, const std::string& metric);
[[nodiscard]] const Group* findGroup(const TemplateVersion& version, const std::string& key);

/// For each exception of `after` the one that it was: the same one, else the first of its name, else one that
/// only has another name.
[[nodiscard]] std::vector<std::optional<std::size_t>>
matchExceptions(const std::vector<ScoreException>& before, const std::vector<ScoreException>& after);

/// Whom it applies to, whatever the order in which that is said.
[[nodiscard]] std::vector<AttributeFilter> sortedFilters(std::vector<AttributeFilter> filters);

} // namespace hb::wording
