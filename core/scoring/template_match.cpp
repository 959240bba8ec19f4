// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/template_match.h"

#include <algorithm>

namespace hb::scoring {

namespace {

template <typename Version>
std::size_t inForce(const std::vector<Version>& versions, Day day) {
    std::size_t latest = 0;
    std::size_t earliest = 0;
    bool found = false;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const Day from = versions[i].effectiveFrom;
        if (from <= day && (!found || from >= versions[latest].effectiveFrom)) {
            latest = i;
            found = true;
        }
        if (from <= versions[earliest].effectiveFrom) {
            earliest = i;
        }
    }
    return found ? latest : earliest;
}

} // namespace

std::size_t versionOn(const std::vector<CompiledVersion>& versions, Day day) {
    return inForce(versions, day);
}

std::size_t versionOn(const std::vector<TemplateVersion>& versions, Day day) {
    return inForce(versions, day);
}

const CompiledVersion& matchTemplate(const Snapshot& snapshot,
                                     const std::vector<std::vector<CompiledVersion>>& versions,
                                     AccountIndex account,
                                     Day day) {
    const CompiledVersion* unconditional = nullptr; // of the default, which is last whatever stands after it
    for (std::size_t t = 0; t < versions.size(); ++t) {
        const std::optional<Day> retired = snapshot.scorecard->templates[t].retiredOn;
        if (retired && day >= *retired) {
            continue;
        }
        const CompiledVersion& version = versions[t][versionOn(versions[t], day)];
        if (version.appliesTo.empty()) {
            unconditional = unconditional ? unconditional : &version;
        } else if (std::ranges::all_of(version.appliesTo, [&](const AttributeTest& test) {
                       return test.holds(snapshot, account, day);
                   })) {
            return version;
        }
    }
    // A default that had a condition on that day is always there all the same.
    return unconditional ? *unconditional : versions.back()[versionOn(versions.back(), day)];
}

} // namespace hb::scoring
