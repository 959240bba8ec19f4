// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/next_facts.h"

#include "core/scoring/explain_score.h"
#include "core/wording/days.h"
#include "core/wording/numbers.h"
#include "core/wording/timeline_sentence.h"
#include "core/wording/words.h"
#include "ui/pages/account/account_facts.h"
#include "ui/pages/account/typed_day.h"
#include "ui/theme/texts.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr qsizetype titleShown = 60;

QString metricName(const AccountAt& at, const std::string& key) {
    const auto metric = at.snapshot().findMetric(key);
    return wording::fromUtf8(metric ? at.snapshot().scorecard->metrics[*metric].name : key);
}

NextAction nextAction(const AccountAt& at, const Action& action) {
    NextAction next{.id = action.id,
                    .facts = book::factsOf(action),
                    .due = action.due ? dueText(*action.due, at.day()) : QString(),
                    .metric = action.metric.empty() ? QString() : metricName(at, action.metric),
                    .isOverdue = action.isOverdueOn(at.day()),
                    .closed = {}};
    if (action.status != ActionStatus::Open && action.closedOn) {
        next.closed =
            Texts::tr("%1 %2", "done 12 Mar")
                .arg(wording::actionStatusName(action.status), wording::dayText(*action.closedOn, at.day()));
    }
    return next;
}

std::vector<NextAction> openActions(const AccountAt& at) {
    std::vector<NextAction> open;
    for (const Action& action : at.snapshot().actionsOf(at.account)) {
        if (action.isOpenOn(at.day())) {
            open.push_back(nextAction(at, action));
        }
    }
    std::ranges::stable_sort(open, [](const NextAction& a, const NextAction& b) {
        const auto rank = [](const NextAction& next) {
            return std::tuple(!next.closed.isEmpty(), !next.isOverdue, next.facts.due.value_or(lastDay));
        };
        return rank(a) < rank(b);
    });
    return open;
}

std::optional<Proposal> proposalOf(const AccountAt& at, const std::vector<NextAction>& open) {
    const std::vector<scoring::CostLine> lines = scoring::explainScore(at.detail);
    const auto costliest = std::ranges::find(lines, scoring::LineKind::Metric, &scoring::CostLine::kind);
    if (costliest == lines.end() || costliest->points < 0.05) {
        return {};
    }
    const MetricIndex index = at.version().metrics[costliest->metric].metric;
    const Metric& metric = at.snapshot().scorecard->metrics[index];
    QString title = wording::fromUtf8(metric.action).simplified();
    while (title.endsWith(u'.')) {
        title.chop(1);
    }
    const QString key = wording::fromUtf8(metric.key);
    const bool isPlanned = std::ranges::any_of(
        open, [&](const NextAction& next) { return next.closed.isEmpty() && next.facts.metric == key; });
    if (title.isEmpty() || isPlanned) {
        return {};
    }
    const QString team = wording::fromUtf8(metric.ownerTeam);
    Proposal proposal{.facts = {.title = title, .owner = team, .metric = key, .createdOn = at.day()},
                      .text = team.isEmpty() ? title : Texts::tr("%1 (%2)").arg(title, team)};
    return proposal;
}

QString renewalSentence(const AccountAt& at, Day renewal) {
    const int days = renewal - at.day();
    const QString day = wording::dayText(renewal, at.day());
    QString sentence = days < 0    ? Texts::tr("Was to renew %1").arg(day)
                       : days == 0 ? Texts::tr("Renews today")
                                   : Texts::tr("Renews %1, in %n d", nullptr, days).arg(day);
    if (const auto cents = at.snapshot().arrCents(at.account, at.day())) {
        sentence = Texts::tr("%1, %2").arg(
            sentence,
            wording::shortMoney(*cents, wording::fromUtf8(at.snapshot().currencyOn(at.account, at.day()))));
    }
    return sentence;
}

void addRenewal(const AccountAt& at, NextFacts& facts) {
    facts.renewalDay = parseIsoDay(at.snapshot().attributeOn(at.account, attribute::renewalDate, at.day()));
    facts.isChurned = at.snapshot().isChurned(at.account, at.day());
    facts.currency = wording::fromUtf8(at.snapshot().currencyOn(at.account, at.day()));
    if (facts.renewalDay && !facts.isChurned) {
        facts.renewal = renewalSentence(at, *facts.renewalDay);
    }
    for (const Outcome& outcome : at.snapshot().outcomesOf(at.account)) {
        if (outcome.day <= at.day()) { // by day: the last one stays
            const QString name = wording::outcomeName(outcome.kind);
            facts.outcome =
                Texts::tr("%1 %2", "Renewed 3 May")
                    .arg(name.left(1).toUpper() + name.mid(1), wording::dayText(outcome.day, at.day()));
        }
    }
}

} // namespace

NextFacts nextFacts(const AccountAt& at) {
    NextFacts facts;
    facts.day = at.day();
    facts.whyNotWrite = at.whyNotWrite;
    facts.actions = openActions(at);
    facts.proposal = proposalOf(at, facts.actions);
    for (const scoring::CompiledMetric& metric : at.version().metrics) {
        const Metric& about = at.snapshot().scorecard->metrics[metric.metric];
        facts.metrics.push_back({wording::fromUtf8(about.key), wording::fromUtf8(about.name)});
    }
    facts.people = [moment = at.moment] { return moment->people; };
    addRenewal(at, facts);
    return facts;
}

QString shortTitle(const QString& title) {
    const QString line = title.left(4 * titleShown).simplified();
    return line.size() <= titleShown ? line : line.left(titleShown).trimmed() + u'…';
}

} // namespace hb::pages
