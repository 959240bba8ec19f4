// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/compiled_version.h"

namespace hb::scoring {

/// What a score is asked of: one account on one day, and the version that scores it.
struct AccountOnDay {
    const Snapshot& snapshot;
    const CompiledVersion& version;
    AccountIndex account;
    Day day;
};

} // namespace hb::scoring
