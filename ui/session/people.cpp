// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/people.h"

#include "core/wording/words.h"

#include <set>

namespace hb::session {

namespace {
constexpr std::size_t mostPeople = 500;
}

QStringList peopleOf(const Snapshot& snapshot) {
    std::set<QString> people;
    const auto add = [&people](std::string_view name) {
        if (!name.empty() && people.size() < mostPeople) {
            people.insert(wording::fromUtf8(name));
        }
    };
    for (const std::string_view key : {attribute::owner, attribute::manager}) {
        if (const AttributeColumn* column = snapshot.findAttribute(key)) {
            const std::set<TextIndex> values(column->values.begin(), column->values.end());
            for (const TextIndex value : values) {
                add((*snapshot.texts)[value]);
            }
        }
    }
    for (const Metric& metric : snapshot.scorecard->metrics) {
        add(metric.ownerTeam);
    }
    for (const Action& action : snapshot.actions) {
        add(action.owner);
    }
    return {people.begin(), people.end()};
}

} // namespace hb::session
