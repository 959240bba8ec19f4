// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/context.h"
#include "core/scoring/scorer.h"

#include <optional>

namespace hb::cli {

struct ScoreQuery {
    QString account; ///< null: all
    bool living = false;
    bool detail = false;
    bool computed = false; ///< without overrides
};

/// Prints the book on the as-of day: a row an account, or in detail an account and metric.
[[nodiscard]] Result<ExitStatus> printScores(const Context& context, const ScoreQuery& query);

/// "red", "yellow", "green", "none": not translated.
[[nodiscard]] const char* bandText(Band band);

} // namespace hb::cli
