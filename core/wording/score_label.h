// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"

#include <QString>

#include <optional>

namespace hb::wording {

/// The letter of a score: of its own scheme where that has letters, else of the usual ones; empty where
/// scores are shown as numbers. `shownAs` none: as the scheme says. Its band stays that of its own scheme.
[[nodiscard]] QString scoreLetter(const Scheme& own, std::optional<SchemeKind> shownAs, double score);

} // namespace hb::wording
