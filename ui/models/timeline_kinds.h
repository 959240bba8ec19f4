// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/timeline_item.h"
#include "ui/theme/icons.h"

#include <cstddef>
#include <cstdint>

namespace hb::models {

/// What a filter of the timeline tells apart.
enum class TimelineGroup : std::uint8_t { Notes, Scores, Steps, Data };
inline constexpr std::size_t timelineGroupCount = 4;

[[nodiscard]] TimelineGroup groupOf(TimelineKind kind);
[[nodiscard]] theme::Icon iconOf(const TimelineItem& item);

} // namespace hb::models
