// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"

#include <QString>

#include <vector>

namespace hb::pages {

/// A scheme to begin from.
struct SchemePreset {
    const char* id; ///< the object name of its entry
    QString title;
    Scheme scheme;
};
[[nodiscard]] std::vector<SchemePreset> schemePresets();

} // namespace hb::pages
