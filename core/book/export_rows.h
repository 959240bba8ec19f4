// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/book/book.h"
#include "core/model/snapshot.h"

#include <QString>

#include <vector>

namespace hb::book {

/// The words that stand beside one measurement; a Snapshot does not hold them.
struct MeasurementNote {
    AccountId account;
    MetricId metric;
    Day day;
    QString note;
};

/// The notes of all measurements that a snapshot shows, under the account that shows them; by account, metric
/// and day.
[[nodiscard]] Result<std::vector<MeasurementNote>> measurementNotes(Book& book, const Snapshot& snapshot);

} // namespace hb::book
