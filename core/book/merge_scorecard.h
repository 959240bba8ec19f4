// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/model/scorecard.h"

#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace hb::book {

struct MergeOptions {
    std::optional<Day> effectiveFrom = {}; ///< of all new versions, in place of the file's day
    bool prune = false;                    ///< retires what the file lacks
    Day today = {};
    std::string reason = {}; ///< of new versions; empty: the file's
};

struct MergedScorecard {
    Scorecard scorecard;
    std::vector<std::string> newVersions; ///< "enterprise v4"
    std::vector<std::string> retired;     ///< keys
    bool descriptionsChanged = false;     ///< anything else that is not as it was
};

/// What a book's scorecard becomes when a file is imported into it (formats.md, "Scorecard file"). Both are
/// sound. Versions are compared by meaning; a metric whose rule changed makes a version of every template in
/// force that uses it, whether or not the file has that template. Only the newest version of a file's
/// template is taken, and a template that the file itself calls retired is only ever retired by it: all
/// versions go into new books alone. InvalidInput where a template or metric that the file lacks does not
/// agree with it.
///
/// A new version on the day of the newest, or before, becomes one of today (unless a day is asked for); one
/// that was published for a later day still wins from that day on, as scoring.md has it.
[[nodiscard]] Result<MergedScorecard>
mergeScorecard(const Scorecard& book, const Scorecard& file, const MergeOptions& options);

/// Texts as what shows them wants them.
[[nodiscard]] QStringList toList(const std::vector<std::string>& texts);

} // namespace hb::book
