// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/model/settings.h"

#include <QString>

#include <optional>

namespace hb::wording {

/// What a window says over a book that is open to read: "A copy of 30 Mar by Ana Lopez, to read." None: the
/// book itself, where it may not be written.
[[nodiscard]] QString readOnlySentence(const std::optional<SharedCopy>& copy, Day today);
/// Why nothing in it can be changed.
[[nodiscard]] QString whyReadOnly(const std::optional<SharedCopy>& copy, Day today);

} // namespace hb::wording
