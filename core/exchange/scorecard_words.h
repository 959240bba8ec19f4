// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/object_reader.h"
#include "core/model/scorecard.h"

#include <string_view>

// The words of a scorecard file, for its reader and its writer.

namespace hb::exchange {

inline constexpr std::string_view scorecardFormat = "healthbook-scorecard/1";

inline constexpr Words<MetricKind, 2> kindWords{
    {{"number", MetricKind::Number}, {"level", MetricKind::Level}}};
inline constexpr Words<Better, 2> betterWords{{{"higher", Better::Higher}, {"lower", Better::Lower}}};
inline constexpr Words<Aggregation, 8> aggregationWords{{{"last", Aggregation::Last},
                                                         {"mean", Aggregation::Mean},
                                                         {"sum", Aggregation::Sum},
                                                         {"min", Aggregation::Min},
                                                         {"max", Aggregation::Max},
                                                         {"count", Aggregation::Count},
                                                         {"change_pct", Aggregation::ChangePct},
                                                         {"days_since", Aggregation::DaysSince}}};
inline constexpr Words<Rollup, 2> rollupWords{{{"mean", Rollup::Mean}, {"min", Rollup::Min}}};
inline constexpr Words<SchemeKind, 3> schemeWords{{{"ryg", SchemeKind::RedYellowGreen},
                                                   {"letters", SchemeKind::Letters},
                                                   {"numeric", SchemeKind::Numeric}}};
inline constexpr Words<Band, 3> colourWords{
    {{"red", Band::Red}, {"yellow", Band::Yellow}, {"green", Band::Green}}};
inline constexpr Words<Condition::Test, 2> scoreTestWords{
    {{"score_at_most", Condition::Test::ScoreAtMost}, {"score_at_least", Condition::Test::ScoreAtLeast}}};

template <typename Enum, std::size_t count>
[[nodiscard]] constexpr std::string_view wordOf(Enum value, const Words<Enum, count>& words) {
    for (const auto& [text, meaning] : words) {
        if (meaning == value) {
            return text;
        }
    }
    return {};
}

} // namespace hb::exchange
