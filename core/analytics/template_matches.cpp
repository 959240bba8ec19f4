// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/template_matches.h"

#include "core/scoring/template_match.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace hb::analytics {

namespace {

using scoring::AttributeTest;
using scoring::CompiledVersion;

using Tests = std::vector<AttributeTest>;

Tests compileFilters(const Snapshot& snapshot, const std::vector<AttributeFilter>& filters) {
    Tests tests;
    for (const AttributeFilter& filter : filters) {
        tests.push_back(scoring::compileTest(snapshot, filter.attribute, filter.values));
    }
    return tests;
}

bool holdAll(const Tests& tests, const Snapshot& snapshot, AccountIndex account, Day day) {
    return std::ranges::all_of(tests,
                               [&](const AttributeTest& test) { return test.holds(snapshot, account, day); });
}

const CompiledVersion& versionOn(const scoring::Scorer& scorer, std::size_t templateIndex, Day day) {
    const auto& versions = scorer.snapshot().scorecard->templates[templateIndex].versions;
    return scorer.version(templateIndex, scoring::versionOn(versions, day));
}

struct Other {
    std::size_t index;
    const Tests* appliesTo;
};

/// The templates beside it that ask for some accounts only.
std::vector<Other> othersOf(const scoring::Scorer& scorer, const TemplatePlace& place, Day day) {
    const std::vector<Template>& templates = scorer.snapshot().scorecard->templates;
    std::vector<Other> others;
    for (std::size_t at = 0; at < templates.size(); ++at) {
        if (at == place.index || (templates[at].retiredOn && day >= *templates[at].retiredOn)) {
            continue;
        }
        if (const Tests& tests = versionOn(scorer, at, day).appliesTo; !tests.empty()) {
            others.push_back({at, &tests});
        }
    }
    return others;
}

} // namespace

TemplateMatches templateMatches(const scoring::Scorer& scorer,
                                const TemplatePlace& place,
                                Day day,
                                const std::stop_token& stop) {
    const Snapshot& snapshot = scorer.snapshot();
    const Tests own = compileFilters(snapshot, place.appliesTo);
    const std::vector<Other> others = othersOf(scorer, place, day);
    const std::size_t position = own.empty() ? snapshot.scorecard->templates.size() // the default is last
                                             : place.index.value_or(snapshot.scorecard->templates.size());
    TemplateMatches found;
    for (AccountIndex account = 0; account < snapshot.accountCount() && !stop.stop_requested(); ++account) {
        if (snapshot.isChurned(account, day)) {
            continue;
        }
        ++found.living;
        if (!holdAll(own, snapshot, account, day)) {
            continue;
        }
        found.matching.push_back(account);
        const auto other = std::ranges::find_if(
            others, [&](const Other& each) { return holdAll(*each.appliesTo, snapshot, account, day); });
        const bool isTaken = other != others.end() && other->index < position;
        if (!isTaken) {
            found.scored.push_back(account);
        }
        if (other != others.end()) {
            found.contested.push_back({account, other->index, isTaken});
        }
    }
    return found;
}

std::vector<ValueCount> valueCounts(const Snapshot& snapshot, std::string_view attribute, Day day) {
    const AttributeColumn* column = snapshot.findAttribute(attribute);
    std::map<TextIndex, std::size_t> counts;
    for (AccountIndex account = 0; account < snapshot.accountCount(); ++account) {
        if (!snapshot.isChurned(account, day)) {
            ++counts[column ? column->on(account, day) : 0];
        }
    }
    std::vector<ValueCount> values;
    for (const auto& [text, count] : counts) {
        values.push_back({(*snapshot.texts)[text], count});
    }
    std::ranges::sort(values, [](const ValueCount& a, const ValueCount& b) {
        return std::tie(b.accounts, a.value) < std::tie(a.accounts, b.value);
    });
    return values;
}

} // namespace hb::analytics
