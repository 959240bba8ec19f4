// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/store/database.h"

#include <QStringList>

namespace hb::store {

/// What is wrong with the content of a book although SQLite finds nothing, a sentence each: chunks that
/// cannot be read, days out of order, runs that never were or are taken back, versions that cannot be read,
/// attributes that are not as stated.
[[nodiscard]] Result<QStringList> contentFaults(Database& database, const Job& job);

} // namespace hb::store
