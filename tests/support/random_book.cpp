// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_book.h"

#include "tests/support/snapshot_builder.h"

#include <algorithm>
#include <map>

namespace hb::test {

namespace {

constexpr int firstMeasured = 1000;
constexpr int lastMeasured = 1400;
const std::vector<std::string> segments{"a", "b", ""};

std::vector<CurvePoint> randomCurve(Random& random) {
    std::vector<CurvePoint> curve;
    double value = random.integer(-20, 20);
    for (int i = random.integer(2, 4); i > 0; --i) {
        curve.push_back({value, static_cast<double>(random.integer(0, 100))});
        value += random.integer(1, 40);
    }
    return curve;
}

std::vector<Metric> randomMetrics(Random& random) {
    const std::vector<Aggregation> all{Aggregation::Last,
                                       Aggregation::Mean,
                                       Aggregation::Sum,
                                       Aggregation::Min,
                                       Aggregation::Max,
                                       Aggregation::Count,
                                       Aggregation::ChangePct,
                                       Aggregation::DaysSince};
    std::vector<Metric> metrics;
    for (int i = 0; i < 6; ++i) {
        Metric metric = numberMetric("m" + std::to_string(i));
        metric.rule.aggregation =
            i == 0 ? Aggregation::Last : all[static_cast<std::size_t>(random.integer(0, 7))];
        if (metric.rule.aggregation == Aggregation::Last) {
            metric.rule.validDays = random.integer(0, 60);
        } else if (metric.rule.aggregation != Aggregation::DaysSince) {
            metric.rule.windowDays = random.integer(1, 60);
        }
        metric.rule.emptyIsZero =
            (metric.rule.aggregation == Aggregation::Sum || metric.rule.aggregation == Aggregation::Count) &&
            random.chance(0.5);
        if (i == 5) {
            metric.rule.series = "m0";
        }
        metrics.push_back(metric);
    }
    metrics.push_back(levelMetric("level", {{1, "Low", 10, ""}, {2, "High", 95, ""}}, random.integer(0, 40)));
    return metrics;
}

GroupMetric randomUse(Random& random, const Metric& metric) {
    GroupMetric used = weighted(metric.key, random.integer(0, 5), {});
    if (metric.rule.kind == MetricKind::Number) {
        used.curve = randomCurve(random);
    } else if (random.chance(0.5)) {
        used.levels = {{2, 70}};
    }
    if (random.chance(0.3)) {
        used.whenMissing = random.integer(0, 100);
    }
    if (random.chance(0.3)) {
        used.whenStale.rule = WhenStale::Rule::Keep;
    } else if (random.chance(0.4) && metric.rule.validDays > 0) {
        used.whenStale = {WhenStale::Rule::DecayTo, static_cast<double>(random.integer(0, 100))};
    }
    return used;
}

Condition randomCondition(Random& random) {
    Condition condition;
    switch (random.integer(0, 4)) {
    case 0:
        condition.target = Condition::Target::AnyMetric;
        break;
    case 1:
        condition.target = Condition::Target::Group;
        condition.key = "g0";
        break;
    case 2:
        condition.target = Condition::Target::Metric;
        condition.key = "m0";
        break;
    case 3:
        condition.target = Condition::Target::Attribute;
        condition.test = Condition::Test::In;
        condition.key = "segment";
        condition.values = {segments[static_cast<std::size_t>(random.integer(0, 2))]};
        return condition;
    default:
        break;
    }
    condition.test = random.chance(0.5) ? Condition::Test::ScoreAtMost : Condition::Test::ScoreAtLeast;
    if (condition.target != Condition::Target::Overall && random.chance(0.3)) {
        condition.test = Condition::Test::Absent;
    }
    condition.score = random.integer(0, 100);
    return condition;
}

TemplateVersion randomVersion(Random& random, const std::vector<Metric>& metrics, int number) {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        if (i == 0 || random.chance(0.4)) {
            groups.push_back(group("g" + std::to_string(groups.size()),
                                   random.integer(0, 4),
                                   {},
                                   random.chance(0.3) ? Rollup::Min : Rollup::Mean));
        }
        groups.back().metrics.push_back(randomUse(random, metrics[i]));
    }
    groups.front().weight += 1;
    groups.front().metrics.front().weight += 1;
    TemplateVersion made = version(std::move(groups), number, Day{firstMeasured + random.integer(-50, 300)});
    made.rollup = random.chance(0.2) ? Rollup::Min : Rollup::Mean;
    made.minCoverage = random.integer(0, 10) / 10.0;
    for (int i = random.integer(0, 3); i > 0; --i) {
        std::vector<Condition> when{randomCondition(random)};
        if (random.chance(0.3)) {
            when.push_back(randomCondition(random));
        }
        const double score = random.integer(0, 100);
        made.exceptions.push_back(random.chance(0.5) ? capAt(score, when) : raiseTo(score, when));
    }
    return made;
}

/// What is known by a day: values up to it, or the earliest.
template <typename Items, typename DayOf>
void keepKnown(Items& items, Day knownOn, DayOf dayOf) {
    const auto isLater = [&](const auto& item) { return dayOf(item) > knownOn; };
    if (std::ranges::any_of(items, [&](const auto& item) { return !isLater(item); })) {
        std::erase_if(items, isLater);
    }
}

Override randomOverride(Random& random) {
    const Day first{firstMeasured + random.integer(0, 350)};
    Override entered{.id = {},
                     .account = 0,
                     .target = OverrideTarget::Overall,
                     .key = {},
                     .score = static_cast<double>(random.integer(0, 100)),
                     .first = first,
                     .last = first + random.integer(0, 90),
                     .author = "ana",
                     .reason = "because"};
    const int which = random.integer(0, 2);
    if (which == 1) {
        entered.target = OverrideTarget::Metric;
        entered.key = "m" + std::to_string(random.integer(0, 5));
    } else if (which == 2) {
        entered.target = OverrideTarget::Group;
        entered.key = "g" + std::to_string(random.integer(0, 2));
    }
    return entered;
}

void addAccount(Random& random,
                SnapshotBuilder& builder,
                const std::string& key,
                std::optional<Day> knownOn) {
    builder.account(key);
    for (int m = 0; m < 5; ++m) {
        const double density = random.between(0, 0.4);
        for (int on = firstMeasured; on <= lastMeasured; on += random.integer(1, 20)) {
            const double value = random.integer(-30, 120);
            if (random.chance(density) && (!knownOn || Day{on} <= *knownOn)) {
                builder.measure(key, "m" + std::to_string(m), Day{on}, value);
            }
        }
    }
    for (int i = random.integer(0, 6); i > 0; --i) {
        const Day on{random.integer(firstMeasured, lastMeasured)};
        const int level = random.integer(1, 3); // 3 is no level of the version
        if (!knownOn || on <= *knownOn) {
            builder.measure(key, "level", on, level);
        }
    }
    std::map<int, std::string> values;
    for (int i = random.integer(0, 3); i > 0; --i) {
        values[random.integer(firstMeasured, lastMeasured)] =
            segments[static_cast<std::size_t>(random.integer(0, 2))];
    }
    if (knownOn) {
        keepKnown(values, *knownOn, [](const auto& value) { return Day{value.first}; });
        if (values.size() > 1 && Day{values.begin()->first} > *knownOn) {
            values.erase(std::next(values.begin()), values.end());
        }
    }
    for (const auto& [from, value] : values) {
        builder.attribute(key, "segment", Day{from}, value);
    }
    for (int i = random.integer(0, 2); i > 0; --i) {
        builder.override(key, randomOverride(random));
    }
    if (random.chance(0.8)) {
        builder.attribute(key, "arr", Day{firstMeasured}, std::to_string(random.integer(0, 900)))
            .attribute(key, "currency", Day{firstMeasured}, random.chance(0.6) ? "USD" : "EUR");
    }
}

} // namespace

std::uint64_t Random::next() {
    m_state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

double Random::between(double low, double high) {
    return low + (high - low) * (static_cast<double>(next() >> 11) * 0x1.0p-53);
}

int Random::integer(int low, int high) {
    return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
}

bool Random::chance(double probability) {
    return between(0, 1) < probability;
}

RandomBook::RandomBook(std::uint64_t seed) : m_seed(seed), m_random(seed + 1'000'000) {}

std::shared_ptr<const Snapshot> RandomBook::book(std::optional<Day> knownOn) const {
    Random random(m_seed);
    SnapshotBuilder builder;
    const std::vector<Metric> metrics = randomMetrics(random);
    for (const Metric& metric : metrics) {
        builder.metric(metric);
    }
    const auto versions = [&](std::vector<AttributeFilter> appliesTo) {
        std::vector<TemplateVersion> made;
        const int count = random.integer(1, 3);
        for (int number = 1; number <= count; ++number) {
            made.push_back(randomVersion(random, metrics, number));
            made.back().appliesTo = appliesTo;
        }
        return made;
    };
    std::vector<Template> templates;
    Template first = defaultTemplate(versions({{"segment", {"a", random.chance(0.3) ? "" : "z"}}}));
    first.key = "first";
    first.isDefault = false;
    templates.push_back(first);
    templates.push_back(defaultTemplate(versions({})));
    for (Template& each : templates) {
        if (knownOn) {
            keepKnown(
                each.versions, *knownOn, [](const TemplateVersion& made) { return made.effectiveFrom; });
        }
        builder.tmpl(each);
    }
    for (int i = 0; i < 8; ++i) {
        addAccount(random, builder, "account" + std::to_string(i), knownOn);
    }
    return builder.build();
}

Day RandomBook::anyDay() {
    return Day{m_random.integer(firstMeasured - 30, lastMeasured + 60)};
}

} // namespace hb::test
