// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/snapshot_builder.h"

#include <algorithm>

namespace hb::test {

namespace {

SeriesColumn columnOf(const std::map<std::string, std::map<std::int32_t, double>>& byAccount,
                      const std::vector<Account>& accounts) {
    SeriesColumn column;
    for (std::size_t first = 0; first < accounts.size(); first += accountsPerBlock) {
        auto block = std::make_shared<Block>();
        block->offsets.push_back(0);
        for (std::size_t i = first; i < std::min(accounts.size(), first + accountsPerBlock); ++i) {
            if (const auto found = byAccount.find(accounts[i].key); found != byAccount.end()) {
                for (const auto& [pointDay, value] : found->second) {
                    block->days.push_back(pointDay);
                    block->values.push_back(value);
                }
            }
            block->offsets.push_back(static_cast<std::uint32_t>(block->days.size()));
        }
        column.blocks.push_back(block);
    }
    return column;
}

void freeze(TemplateVersion& version, const std::vector<Metric>& metrics) {
    for (const Group& group : version.groups) {
        for (const GroupMetric& used : group.metrics) {
            if (std::ranges::find(version.metrics, used.metric, &FrozenMetric::key) ==
                version.metrics.end()) {
                const auto metric = std::ranges::find(metrics, used.metric, &Metric::key);
                version.metrics.push_back({used.metric, metric->rule});
            }
        }
    }
}

} // namespace

Metric numberMetric(const std::string& key, int validDays) {
    Metric metric;
    metric.key = metric.name = key;
    metric.rule.validDays = validDays;
    return metric;
}

Metric aggregated(const std::string& key, Aggregation aggregation, int windowDays) {
    Metric metric = numberMetric(key);
    metric.rule.aggregation = aggregation;
    metric.rule.windowDays = windowDays;
    return metric;
}

Metric levelMetric(const std::string& key, std::vector<Level> levels, int validDays) {
    Metric metric = numberMetric(key, validDays);
    metric.rule.kind = MetricKind::Level;
    metric.rule.levels = std::move(levels);
    return metric;
}

GroupMetric weighted(const std::string& metric, double weight, std::vector<CurvePoint> curve) {
    GroupMetric used;
    used.metric = metric;
    used.weight = weight;
    used.curve = std::move(curve);
    return used;
}

Group group(const std::string& key, double weight, std::vector<GroupMetric> metrics, Rollup rollup) {
    return {.key = key, .name = key, .weight = weight, .rollup = rollup, .metrics = std::move(metrics)};
}

TemplateVersion version(std::vector<Group> groups, int number, Day from) {
    TemplateVersion made;
    made.number = number;
    made.effectiveFrom = from;
    made.groups = std::move(groups);
    return made;
}

Template defaultTemplate(std::vector<TemplateVersion> versions) {
    Template made;
    made.key = made.name = "default";
    made.isDefault = true;
    made.versions = std::move(versions);
    return made;
}

ScoreException capAt(double score, std::vector<Condition> when, const std::string& name) {
    return {.name = name, .when = std::move(when), .effect = ScoreException::Effect::CapAt, .score = score};
}

ScoreException raiseTo(double score, std::vector<Condition> when, const std::string& name) {
    return {.name = name, .when = std::move(when), .effect = ScoreException::Effect::RaiseTo, .score = score};
}

SnapshotBuilder::SnapshotBuilder() = default;
SnapshotBuilder::SnapshotBuilder(const SnapshotBuilder& other) = default;
SnapshotBuilder::SnapshotBuilder(SnapshotBuilder&& other) noexcept = default;
SnapshotBuilder& SnapshotBuilder::operator=(const SnapshotBuilder& other) = default;
SnapshotBuilder& SnapshotBuilder::operator=(SnapshotBuilder&& other) noexcept = default;
SnapshotBuilder::~SnapshotBuilder() = default;

SnapshotBuilder& SnapshotBuilder::metric(Metric metric) {
    m_scorecard.metrics.push_back(std::move(metric));
    return *this;
}

SnapshotBuilder& SnapshotBuilder::tmpl(Template added) {
    m_scorecard.templates.push_back(std::move(added));
    return *this;
}

SnapshotBuilder& SnapshotBuilder::account(const std::string& key) {
    m_accounts.emplace(key, 0);
    return *this;
}

SnapshotBuilder&
SnapshotBuilder::measure(const std::string& account, const std::string& metric, Day day, double value) {
    m_measurements[metric][account][day.number] = value;
    return this->account(account);
}

SnapshotBuilder& SnapshotBuilder::attribute(const std::string& account,
                                            const std::string& key,
                                            Day from,
                                            const std::string& value) {
    m_attributes[key][account][from.number] = value;
    return this->account(account);
}

SnapshotBuilder& SnapshotBuilder::override(const std::string& account, Override entered) {
    m_overrides[account].push_back(std::move(entered));
    return this->account(account);
}

SnapshotBuilder& SnapshotBuilder::outcome(const std::string& account, Outcome outcome) {
    m_outcomes[account].push_back(std::move(outcome));
    return this->account(account);
}

SnapshotBuilder& SnapshotBuilder::action(const std::string& account, Action action) {
    m_actions[account].push_back(std::move(action));
    return this->account(account);
}

SnapshotBuilder& SnapshotBuilder::settings(BookSettings settings) {
    m_settings = std::move(settings);
    return *this;
}

std::shared_ptr<const Snapshot> SnapshotBuilder::build() const {
    auto snapshot = std::make_shared<Snapshot>();
    auto accounts = std::make_shared<std::vector<Account>>();
    for (const auto& [key, unused] : m_accounts) {
        accounts->push_back({AccountId{static_cast<std::int64_t>(accounts->size() + 1)}, key});
    }
    auto scorecard = std::make_shared<Scorecard>(m_scorecard);
    for (Template& each : scorecard->templates) {
        for (TemplateVersion& made : each.versions) {
            freeze(made, scorecard->metrics);
        }
    }
    for (const Metric& metric : scorecard->metrics) {
        snapshot->metricIds.push_back({static_cast<std::int64_t>(snapshot->metricIds.size() + 1)});
        const auto found = m_measurements.find(metric.key);
        snapshot->series.push_back(found == m_measurements.end() ? SeriesColumn{}
                                                                 : columnOf(found->second, *accounts));
    }
    auto texts = std::make_shared<std::vector<std::string>>(1);
    auto attributes = std::make_shared<std::vector<AttributeColumn>>();
    for (const auto& [key, byAccount] : m_attributes) {
        AttributeColumn column{.key = key, .offsets = {0}, .days = {}, .values = {}};
        for (const Account& account : *accounts) {
            if (const auto found = byAccount.find(account.key); found != byAccount.end()) {
                for (const auto& [from, value] : found->second) {
                    auto at = std::ranges::find(*texts, value);
                    if (at == texts->end()) {
                        at = texts->insert(texts->end(), value);
                    }
                    column.days.push_back(from);
                    column.values.push_back(static_cast<TextIndex>(at - texts->begin()));
                }
            }
            column.offsets.push_back(static_cast<std::uint32_t>(column.days.size()));
        }
        attributes->push_back(std::move(column));
    }
    for (AccountIndex i = 0; i < accounts->size(); ++i) {
        if (const auto found = m_overrides.find((*accounts)[i].key); found != m_overrides.end()) {
            for (Override entered : found->second) {
                entered.account = i;
                entered.id = {static_cast<std::int64_t>(snapshot->overrides.size() + 1)};
                snapshot->overrides.push_back(std::move(entered));
            }
        }
        if (const auto found = m_outcomes.find((*accounts)[i].key); found != m_outcomes.end()) {
            for (Outcome outcome : found->second) {
                outcome.account = i;
                snapshot->outcomes.push_back(std::move(outcome));
            }
        }
        if (const auto found = m_actions.find((*accounts)[i].key); found != m_actions.end()) {
            for (Action action : found->second) {
                action.account = i;
                action.id = {static_cast<std::int64_t>(snapshot->actions.size() + 1)};
                snapshot->actions.push_back(std::move(action));
            }
        }
    }
    for (const auto& [metric, byAccount] : m_measurements) {
        for (const auto& [account, values] : byAccount) {
            const Day first{values.begin()->first};
            const Day last{values.rbegin()->first};
            snapshot->oldestMeasurement = std::min(snapshot->oldestMeasurement.value_or(first), first);
            snapshot->newestMeasurement = std::max(snapshot->newestMeasurement.value_or(last), last);
        }
    }
    snapshot->accounts = accounts;
    snapshot->scorecard = scorecard;
    snapshot->attributes = attributes;
    snapshot->texts = texts;
    snapshot->settings = m_settings;
    return snapshot;
}

} // namespace hb::test
