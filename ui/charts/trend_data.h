// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/exchange/table.h"
#include "core/model/scheme.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

// What the trend chart shows, as plain values in words already made: the page fills it, the chart only draws.

namespace hb::charts {

/// A day of the line.
struct TrendPoint {
    Day day;
    std::optional<double> score;    ///< none: the line is broken
    Band band = Band::None;         ///< none breaks the line too: not enough data
    bool held = false;              ///< drawn dotted
    std::optional<double> computed; ///< beside the shown score where they differ
    QString scoreText;

    [[nodiscard]] bool isDrawn() const { return score && band != Band::None; }
};

struct TrendZone {
    double from = 0;
    Band band = Band::Red;
    QString label; ///< the bound's number on the axis
};

enum class MarkerKind : std::uint8_t { Period, Version, Note, Level, Action, Override, Renewal, Outcome };

/// Something that happened, on the base line; a version, and where a period begins, is a dashed vertical with
/// its name on top.
struct TrendMarker {
    Day day;
    MarkerKind kind = MarkerKind::Note;
    QString name;  ///< "v4", "30 Sep"; of verticals alone
    QString words; ///< what happened
};

struct TrendData {
    std::vector<TrendPoint> points;   ///< by day
    std::vector<TrendZone> zones;     ///< by from, the first from 0
    std::vector<TrendMarker> markers; ///< by day
    QString description;              ///< the chart as one sentence
    int leastRightMargin = 0;         ///< in pixels: to stand under another chart
    /// The lines of the hover card under day and score: what drove it. Asked only for the day that is pointed
    /// at.
    std::function<QString(Day)> detail;
};

/// A label of the time axis.
struct TimeLabel {
    Day day;
    QString text;
};

/// First days of months within first..last, "Jan 2026", evenly stepped and at most `most`; where no month
/// begins in the range, its two ends by date. No two texts are the same.
[[nodiscard]] std::vector<TimeLabel> timeLabels(Day first, Day last, int most = 7);

/// At most `most` points, evenly taken, the first and last of every stretch and the lowest kept.
[[nodiscard]] std::vector<TrendPoint> thinned(const std::vector<TrendPoint>& points, std::size_t most);

/// Day, score, band, computed score and what happened.
[[nodiscard]] exchange::Table toTable(const TrendData& data);

} // namespace hb::charts
