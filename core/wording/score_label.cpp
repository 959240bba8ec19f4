// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/score_label.h"

#include "core/scoring/band.h"
#include "core/wording/words.h"

namespace hb::wording {

QString scoreLetter(const Scheme& own, std::optional<SchemeKind> shownAs, double score) {
    if (shownAs.value_or(own.kind) != SchemeKind::Letters) {
        return {};
    }
    const std::vector<Range> ranges = own.kind == SchemeKind::Letters ? own.ranges : lettersScheme().ranges;
    return fromUtf8(ranges[scoring::rangeOf(ranges, score)].label);
}

} // namespace hb::wording
