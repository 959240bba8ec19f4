// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/templates/part_kit.h"

namespace hb::test {

SnapshotBuilder twentyAccounts() {
    SnapshotBuilder builder;
    Metric health = numberMetric("health");
    health.name = "Health";
    builder.metric(health);
    const auto versions = [] { return std::vector{version({group("all", 1, {weighted("health", 1)})})}; };
    Template enterprise = defaultTemplate(versions());
    enterprise.key = "enterprise";
    enterprise.name = "Enterprise";
    enterprise.isDefault = false;
    enterprise.versions.front().appliesTo = {{"segment", {"Large"}}};
    builder.tmpl(enterprise).tmpl(defaultTemplate(versions()));
    for (int at = 1; at <= 20; ++at) {
        const std::string key = std::string("A") + (at < 10 ? "0" : "") + std::to_string(at);
        builder.measure(key, "health", day("2025-01-01"), at * 5.0)
            .measure(key, "health", day(smallBookToday), at * 5.0)
            .attribute(key, "name", day("2025-01-01"), "Name of " + key)
            .attribute(key, "segment", day("2025-01-01"), at <= 10 ? "Large" : "Small")
            .attribute(key, "region", day("2025-01-01"), "Region " + std::to_string(at % 14));
    }
    builder.attribute("A01", "champion", day("2025-01-01"), "left");
    return builder;
}

} // namespace hb::test
