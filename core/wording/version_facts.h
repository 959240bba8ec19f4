// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/use_differences.h"

#include <QString>

#include <vector>

// What one version says, thing by thing. Shared by the sentences; not for use outside core/wording.

namespace hb::wording {

struct Fact {
    QString what, value;
};
using Facts = std::vector<Fact>;

/// Of a metric, the group aside; the weight first.
[[nodiscard]] Facts factsOf(const RuledUse& ruled, const std::vector<Metric>& metrics);
[[nodiscard]] Facts factsOf(const Group& group);
enum class RangeFacts { Each, InOne };
[[nodiscard]] Facts schemeFacts(const Scheme& scheme, RangeFacts ranges);
/// Of the score as a whole: roll-up, minimum coverage, trend.
[[nodiscard]] Facts ruleFacts(const TemplateVersion& version);

} // namespace hb::wording
