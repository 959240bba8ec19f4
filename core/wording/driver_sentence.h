// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/explain_score.h"

#include <QString>

namespace hb::wording {

/// 1: "Open tickets cost 32.0 points, 12.0 more than 30 days ago." or "Nothing costs points."; empty without
/// an overall score.
[[nodiscard]] QString driverSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail);
/// The same in a few words for a tile: "Open tickets cost 32"; empty where nothing costs points.
[[nodiscard]] QString driverShort(const scoring::Scorer& scorer, const scoring::AccountDetail& detail);
/// The name of a cost line: the metric's, or "Exception: Champion left", "Group overrides", "Override".
[[nodiscard]] QString costLineName(const scoring::Scorer& scorer,
                                   const scoring::AccountDetail& detail,
                                   const scoring::CostLine& line);
/// "What helps: agree an escalation date (Support)."; empty where the costliest metric has no action.
[[nodiscard]] QString helpSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail);

} // namespace hb::wording
