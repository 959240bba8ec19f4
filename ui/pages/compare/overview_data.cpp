// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/overview_data.h"

#include "core/analytics/renewals.h"
#include "core/wording/words.h"
#include "ui/pages/compare/compare_question.h"
#include "ui/theme/texts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::AccountGroup;

namespace {

constexpr double allOfIt = 0.95;

/// The quarters ahead that the Renewals tab shows.
void addRenewing(OverviewData& data) {
    const analytics::ComparedBook& book = *data.view.book;
    std::vector<std::size_t> groups(book.snapshot().accountCount(), data.all());
    for (std::size_t group = 0; group < data.all(); ++group) {
        for (const AccountIndex account : data.grouping.groups[group].accounts) {
            groups[account] = group;
        }
    }
    for (const analytics::RenewalQuarter& quarter :
         analytics::renewalForecast(book.snapshot(), book.period.to, book.living, book.now, {}).quarters) {
        RenewingQuarter renewing{.first = quarter.first,
                                 .sums = std::vector<analytics::Tally>(data.all() + 1)};
        for (const analytics::Renewing& each : quarter.renewals) {
            if (each.score.band == Band::Green) {
                continue;
            }
            if (data.quarters.size() == 1) { // the next one
                data.renewingNext.push_back(each.who.account);
            }
            for (const std::size_t at : {groups[each.who.account], data.all()}) {
                ++renewing.sums[at].accounts;
                if (each.who.cents) {
                    renewing.sums[at].add(*each.who.cents, each.who.currency);
                }
            }
        }
        data.quarters.push_back(std::move(renewing));
    }
    std::ranges::sort(data.renewingNext);
}

wording::GroupFacts factsOf(const OverviewData& data, std::size_t at, const OverviewWhy* why) {
    const AccountGroup& group = data.group(at);
    wording::GroupFacts facts{.name = data.names[at],
                              .change = group.change.value_or(0),
                              .leftGreen = group.leftGreen,
                              .reason = {},
                              .isAllOfIt = false};
    if (why && why->reasons[at]) {
        facts.reason = wording::subjectName(data.snapshot(), why->reasons[at]->subject);
        facts.isAllOfIt = std::abs(why->reasons[at]->share - 1) < 1 - allOfIt;
    }
    return facts;
}

/// Lowest and highest are those of the groups with enough accounts.
void addFacts(const OverviewData& data, const OverviewWhy* why, wording::CompareFacts& facts) {
    facts.groups = data.all();
    facts.compared = data.grouping.all.compared;
    const QString first = data.view.question.by.front();
    facts.ofPeople = data.view.question.by.size() == 1 && (first == u"owner" || first == u"manager");
    std::optional<std::size_t> lowest, highest;
    for (std::size_t at = 0; at < data.all(); ++at) {
        const AccountGroup& group = data.group(at);
        if (group.compared < wording::leastCompared || !group.change) {
            continue;
        }
        lowest = !lowest || *group.change < *data.group(*lowest).change ? at : *lowest;
        highest = !highest || *group.change > *data.group(*highest).change ? at : *highest;
    }
    if (lowest) {
        facts.lowest = factsOf(data, *lowest, why);
        facts.highest = factsOf(data, *highest, why);
    }
    if (const auto fell = analytics::fellMost(*data.view.book, data.grouping)) {
        facts.fell = factsOf(data, *fell, why);
    }
}

/// The metric that is red in most accounts.
std::optional<wording::ProblemFacts> problemOf(const OverviewData& data, const OverviewCauses& causes) {
    const auto most = std::ranges::max_element(
        causes.metrics, {}, [](const analytics::MetricPrevalence& each) { return each.red.size(); });
    if (most == causes.metrics.end() || most->red.empty()) {
        return std::nullopt;
    }
    std::vector<char> isRed(data.snapshot().accountCount(), 0);
    for (const AccountIndex account : most->red) {
        isRed[account] = 1;
    }
    wording::ProblemFacts problem{
        .metric = wording::fromUtf8(data.snapshot().scorecard->metrics[most->metric].name),
        .red = most->red.size(),
        .scored = most->now.scored,
        .groupsWithRed = 0,
        .groupsHit = 0,
        .mostly = {}};
    for (std::size_t at = 0; at < data.all(); ++at) {
        const auto count = static_cast<std::size_t>(std::ranges::count_if(
            data.group(at).accounts, [&](AccountIndex account) { return isRed[account] != 0; }));
        problem.groupsWithRed += count > 0 ? 1 : 0;
        // As often as half of what it is in the whole book: a single account does not make it a group's.
        const std::size_t of = data.group(at).accounts.size();
        problem.groupsHit += 2 * count * problem.scored >= problem.red * of && count > 0 ? 1 : 0;
        if (2 * count > problem.red) {
            problem.mostly = data.names[at];
        }
    }
    return problem;
}

} // namespace

OverviewData overviewData(const CompareView& view) {
    OverviewData data{
        .view = view, .grouping = {}, .names = {}, .quarters = {}, .renewingNext = {}, .plain = {}};
    data.grouping = groupingOf(view);
    for (const AccountGroup& group : data.grouping.groups) {
        data.names.push_back(groupName(view, group));
    }
    addRenewing(data);
    addFacts(data, nullptr, data.plain);
    return data;
}

OverviewCauses overviewCauses(const std::shared_ptr<const analytics::ComparedBook>& book,
                              const std::stop_token& stop) {
    return {.book = book,
            .changes = analytics::bookChanges(*book, stop),
            .metrics = analytics::prevalence(
                *book->scorer, book->accounts, book->period.to, book->period.from, stop)};
}

OverviewWhy overviewWhy(const OverviewData& data, const OverviewCauses& causes) {
    OverviewWhy why;
    for (std::size_t at = 0; at <= data.all(); ++at) {
        why.reasons.push_back(analytics::mainReason(causes.changes, data.group(at)));
    }
    addFacts(data, &why, why.facts);
    why.facts.problem = problemOf(data, causes);
    return why;
}

OverviewAlike overviewAlike(const OverviewData& data, const std::stop_token& stop) {
    const analytics::ComparedBook& book = *data.view.book;
    const std::string of = data.view.question.by.front().toStdString();
    std::vector<std::string_view> over;
    for (const std::string_view key : {attribute::segment, attribute::lifecycleStage}) {
        if (key != of) { // a group is of one kind of it alone: there is nothing to even out
            over.push_back(key);
        }
    }
    const std::vector<analytics::StandardisedMean> means = analytics::standardisedMeans(
        book.snapshot(), book.accounts, book.period.to, book.now, over, {.of = of}, stop);
    std::unordered_map<TextIndex, const analytics::StandardisedMean*> byValue;
    for (const analytics::StandardisedMean& each : means) {
        byValue.emplace(each.owner, &each);
    }
    OverviewAlike alike(data.all());
    for (std::size_t at = 0; at < data.all(); ++at) {
        const auto found = byValue.find(data.group(at).values[0]);
        if (found != byValue.end()) {
            alike[at] = *found->second;
        }
    }
    return alike;
}

} // namespace hb::pages
