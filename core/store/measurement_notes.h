// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/database.h"

#include <QString>

#include <vector>

namespace hb::store {

/// The words that stand beside one measurement.
struct MeasurementNote {
    AccountId account;
    MetricId metric;
    Day day;
    QString note;
};

/// The notes in force, by account, metric and day: a person's where a person set the value of that day, else
/// what the latest run says.
[[nodiscard]] Result<std::vector<MeasurementNote>> measurementNotes(Database& database);
/// What the latest run that speaks of a measurement says beside it; empty where none does.
[[nodiscard]] Result<QString> importedNote(Database& database, AccountId account, MetricId metric, Day day);

} // namespace hb::store
