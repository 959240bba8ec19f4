// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace hb::test {

/// A number metric read as it is last measured.
[[nodiscard]] Metric numberMetric(const std::string& key, int validDays = 0);
[[nodiscard]] Metric aggregated(const std::string& key, Aggregation aggregation, int windowDays);
[[nodiscard]] Metric levelMetric(const std::string& key, std::vector<Level> levels, int validDays = 0);
[[nodiscard]] GroupMetric
weighted(const std::string& metric, double weight, std::vector<CurvePoint> curve = {{0, 0}, {100, 100}});
[[nodiscard]] Group
group(const std::string& key, double weight, std::vector<GroupMetric> metrics, Rollup rollup = Rollup::Mean);
[[nodiscard]] TemplateVersion version(std::vector<Group> groups, int number = 1, Day from = Day{0});
[[nodiscard]] Template defaultTemplate(std::vector<TemplateVersion> versions);
[[nodiscard]] ScoreException
capAt(double score, std::vector<Condition> when, const std::string& name = "Cap");
[[nodiscard]] ScoreException
raiseTo(double score, std::vector<Condition> when, const std::string& name = "Raise");

/// Builds a Snapshot by hand. Metric rules are frozen into every version on build() where it does not freeze
/// them itself.
class SnapshotBuilder {
public:
    SnapshotBuilder(); // these are made once, not in every test's file
    SnapshotBuilder(const SnapshotBuilder& other);
    SnapshotBuilder(SnapshotBuilder&& other) noexcept;
    SnapshotBuilder& operator=(const SnapshotBuilder& other);
    SnapshotBuilder& operator=(SnapshotBuilder&& other) noexcept;
    ~SnapshotBuilder();

    SnapshotBuilder& metric(Metric metric);
    SnapshotBuilder& tmpl(Template added); ///< in order; the default last
    SnapshotBuilder& account(const std::string& key);
    SnapshotBuilder& measure(const std::string& account, const std::string& metric, Day day, double value);
    SnapshotBuilder&
    attribute(const std::string& account, const std::string& key, Day from, const std::string& value);
    SnapshotBuilder& override(const std::string& account, Override entered);
    SnapshotBuilder& outcome(const std::string& account, Outcome outcome);
    SnapshotBuilder& action(const std::string& account, Action action);
    SnapshotBuilder& settings(BookSettings settings);
    [[nodiscard]] std::shared_ptr<const Snapshot> build() const;

private:
    using Values = std::map<std::int32_t, double>;
    Scorecard m_scorecard;
    std::map<std::string, std::map<std::string, Values>> m_measurements; ///< by metric, by account
    std::map<std::string, std::map<std::string, std::map<std::int32_t, std::string>>>
        m_attributes; ///< by key, by account
    std::map<std::string, std::vector<Override>> m_overrides;
    std::map<std::string, std::vector<Outcome>> m_outcomes;
    std::map<std::string, std::vector<Action>> m_actions;
    std::map<std::string, int> m_accounts;
    BookSettings m_settings;
};

[[nodiscard]] inline Day day(const char* iso) {
    return parseIsoDay(iso).value();
}

} // namespace hb::test
