// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric.h"
#include "core/model/template_version.h"

#include <optional>
#include <string>
#include <vector>

namespace hb {

struct Goal {
    std::string key;
    std::string name;
    std::string parent; ///< a goal's key or empty

    friend bool operator==(const Goal&, const Goal&) = default;
};

/// What a template is for; words, no effect on scores.
struct Charter {
    std::string purpose;
    std::string owner;
    int reviewMonths = 0; ///< 0..120; 0: never
    std::string readiness;
    std::string effort;
    std::string notes;

    friend bool operator==(const Charter&, const Charter&) = default;
};

struct Template {
    std::string key;
    std::string name;
    bool isDefault = false;
    std::optional<Day> retiredOn; ///< not tried from this day on
    Charter charter;
    std::vector<TemplateVersion> versions; ///< by number, at least one

    friend bool operator==(const Template&, const Template&) = default;
};

/// All that an admin edits. Templates are in the order in which they are tried; a default that is in force is
/// last.
struct Scorecard {
    std::vector<Goal> goals;
    std::vector<Metric> metrics;
    std::vector<Template> templates;

    friend bool operator==(const Scorecard&, const Scorecard&) = default;
};

} // namespace hb
