// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hb::bench {

/// Writes accounts.csv, measurements.csv, next_week.csv and scorecard.json into a folder: weekly exports from
/// a Monday on, in the order week, account, metric; 5% missing, 0.1% of rows corrected later in the file.
bool generateData(int accounts, int metrics, int weeks, const QString& folder);

/// Prints, as JSON on standard output, what this book costs to load, score, follow through its history and
/// re-weigh.
bool measureBook(const QString& path);

/// Prints how long the Book's scores of one day take, day after day, as dragging the as-of day asks for them.
bool measureDrag(const QString& path);

} // namespace hb::bench
