// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/merge_typed.h"

#include <tuple>

namespace hb::pages {

book::ActionFacts
mergedAction(const book::ActionFacts& before, const book::ActionFacts& typed, const book::ActionFacts& now) {
    book::ActionFacts merged;
    merged.title = mergedField(before.title, typed.title, now.title);
    merged.owner = mergedField(before.owner, typed.owner, now.owner);
    merged.due = mergedField(before.due, typed.due, now.due);
    merged.metric = mergedField(before.metric, typed.metric, now.metric);
    merged.createdOn = mergedField(before.createdOn, typed.createdOn, now.createdOn);
    // How it ended is one thing: a day without its status would say nothing.
    const auto end = [](const book::ActionFacts& facts) {
        return std::tuple(facts.status, facts.closedOn, facts.closeReason);
    };
    std::tie(merged.status, merged.closedOn, merged.closeReason) =
        mergedField(end(before), end(typed), end(now));
    return merged;
}

book::ContactFacts mergedContact(const book::ContactFacts& before,
                                 const book::ContactFacts& typed,
                                 const book::ContactFacts& now) {
    book::ContactFacts merged;
    merged.name = mergedField(before.name, typed.name, now.name);
    merged.role = mergedField(before.role, typed.role, now.role);
    merged.email = mergedField(before.email, typed.email, now.email);
    merged.note = mergedField(before.note, typed.note, now.note);
    merged.cameOn = mergedField(before.cameOn, typed.cameOn, now.cameOn);
    merged.leftOn = mergedField(before.leftOn, typed.leftOn, now.leftOn);
    return merged;
}

} // namespace hb::pages
