// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/draft_sentence.h"
#include "tests/core/wording/english.h"
#include "tests/support/snapshot_builder.h"

namespace hb::test {

inline Metric named(Metric metric, const std::string& name) {
    metric.name = name;
    return metric;
}

inline Group named(Group group, const std::string& name) {
    group.name = name;
    return group;
}

/// Two groups of two, with an exception and a filter.
struct TwoVersions {
    InEnglish english;
    std::vector<Metric> metrics{
        named(numberMetric("logins", 30), "Logins"),
        named(numberMetric("adoption"), "Adoption"),
        named(numberMetric("tickets", 14), "Open tickets"),
        named(levelMetric("nps", {{1, "Low", 0, ""}, {2, "High", 100, ""}}, 90), "NPS")};
    TemplateVersion before =
        version({named(group("usage",
                             60,
                             {weighted("logins", 60, {{0, 0}, {5, 50}, {20, 75}}), weighted("adoption", 30)}),
                       "Product usage"),
                 named(group("support", 40, {weighted("tickets", 1), weighted("nps", 2, {})}), "Support")});
    TemplateVersion after;

    TwoVersions() {
        before.exceptions = {capAt(
            55, {{Condition::Target::Metric, Condition::Test::ScoreAtMost, "tickets", 20, {}}}, "Storm")};
        before.appliesTo = {{"segment", {"Enterprise"}}};
        after = before;
    }

    [[nodiscard]] QStringList differences() const {
        return wording::versionDifferences(before, after, metrics);
    }
    [[nodiscard]] GroupMetric& use(std::size_t group, std::size_t metric) {
        return after.groups[group].metrics[metric];
    }
};

} // namespace hb::test
