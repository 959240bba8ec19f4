// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QString>

namespace hb::book {

/// Copies a file whole, over what stands at `to`; on an error or when cancelled that is as it was.
[[nodiscard]] Result<void> copyFile(const QString& from, const QString& to, const Job& job = {});
/// Moves a file, to another disk too; on an error or when cancelled `from` stands and `to` is as it was.
[[nodiscard]] Result<void> moveFile(const QString& from, const QString& to, const Job& job = {});

} // namespace hb::book
