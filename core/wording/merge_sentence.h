// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/merge_effect.h"

#include <QString>

namespace hb::wording {

/// "12 notes, 340 measurements and 2 open actions come to Contoso. On 3 days both have a value: that of
/// Contoso stands."
[[nodiscard]] QString mergeSentence(const MergeEffect& effect, const QString& into);

} // namespace hb::wording
