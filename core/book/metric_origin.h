// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/book/book.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

// Where the numbers of an account come from: who set them by hand, which import stated them.

namespace hb::book {

/// A value that a person set.
struct HandValue {
    MetricId metric;
    Day day;
    double value = 0;
    QString note;
    QString author;
    QString at;                          ///< UTC, ISO 8601
    std::optional<double> importedValue; ///< what an import says of that day
};

/// The run that stated a measurement last.
struct ImportOrigin {
    RunId run;
    std::optional<Day> on; ///< the day it was here
    QString by;
    QString source;
    QString file; ///< its name, without folders
    QString note; ///< what the file says beside the measurement
};

struct MetricOrigin {
    std::vector<HandValue> byHand;      ///< newest first
    std::optional<ImportOrigin> import; ///< of the day that was asked for; none where no import speaks of it
};

/// Where the measurements of a metric come from, and the one of `day` above all.
[[nodiscard]] Result<MetricOrigin>
metricOrigin(Book& book, AccountId account, MetricId metric, std::optional<Day> day);

/// A value that an import states.
struct ImportedPoint {
    AccountId account; ///< itself or a part of it
    double value = 0;
    RunId run;
};
/// By day, of an account with its parts: its own over theirs.
[[nodiscard]] Result<std::map<std::int32_t, ImportedPoint>>
importedPoints(store::Database& database, AccountId account, MetricId metric);

/// Every value of an account that a person set, by metric, newest first; without what imports say beside it.
[[nodiscard]] Result<std::vector<HandValue>> handValuesOf(Book& book, AccountId account);

} // namespace hb::book
