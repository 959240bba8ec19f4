// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/book/book.h"

namespace hb::book {

/// Writes what a run changed into the change log, account by account where they are named, so that other
/// connections learn of it; sets changes.seq.
[[nodiscard]] Result<void> recordRun(store::Database& database, RunId run, ChangeSet& changes);

} // namespace hb::book
