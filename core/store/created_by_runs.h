// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QString>

#include <vector>

namespace hb::store {

class Database;

struct CreatedAccount {
    AccountId id;
    QString key;
};

/// The accounts (metrics) that runs have made which are undone by now. They go once nothing else refers to
/// them, which may be long after the run itself was undone.
[[nodiscard]] Result<std::vector<CreatedAccount>> accountsOfUndoneRuns(Database& database);
[[nodiscard]] Result<std::vector<MetricId>> metricsOfUndoneRuns(Database& database);

} // namespace hb::store
