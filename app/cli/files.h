// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace hb::cli {

/// A small file whole (at most 64 MB). `what` begins the sentence where it cannot be read.
[[nodiscard]] Result<QByteArray> readFile(const QString& path, const QString& what);

} // namespace hb::cli
