// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/template_version.h"

#include <span>

namespace hb::scoring {

/// 0..100: linear between breakpoints, the end's score outside (scoring.md, section 3). Precondition: at
/// least one point.
[[nodiscard]] double curveScore(std::span<const CurvePoint> curve, double value);

} // namespace hb::scoring
