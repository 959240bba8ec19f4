// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/store/database.h"

#include <QString>
#include <QStringList>

namespace hb::store {

/// A consistent copy as a new file of its own, also while others write; checked before it gets its name.
/// Conflict where `path` exists. Cancelled or failed, nothing is left behind.
[[nodiscard]] Result<void> copyDatabase(Database& database, const QString& path, const Job& job);

/// What SQLite finds wrong with the file and the references in it, a line each.
[[nodiscard]] Result<QStringList> fileFaults(Database& database);

} // namespace hb::store
