// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stale_scores/stale_round.h"

#include "core/analytics/stale_levels.h"
#include "core/wording/words.h"
#include "ui/models/book_layout.h"

#include <algorithm>
#include <cmath>

namespace hb::pages {

std::optional<int> StaleAnswer::level() const {
    const std::optional<double>& value = of().value.value;
    return value ? std::optional(static_cast<int>(std::lround(*value))) : std::nullopt;
}

std::vector<StaleQuestion> staleQuestions(const session::Moment& moment,
                                          std::span<const AccountIndex> accounts,
                                          const QString& person,
                                          const std::stop_token& stop) {
    const std::vector<scoring::Reasons> open = models::openReasons(moment, person);
    std::vector<StaleQuestion> questions;
    for (const analytics::StaleLevel& level :
         analytics::staleLevels(*moment.scorer, accounts, open, moment.day, stop)) {
        questions.push_back({.account = wording::fromUtf8((*moment.snapshot->accounts)[level.account].key),
                             .metric = moment.snapshot->metricIds[level.metric],
                             .before = level.level});
    }
    return questions;
}

std::optional<StaleAnswer> findQuestion(const session::Moment& moment, const StaleQuestion& question) {
    const auto account = moment.snapshot->findAccount(question.account.toStdString());
    const auto id = std::ranges::find(moment.snapshot->metricIds, question.metric);
    if (!account || id == moment.snapshot->metricIds.end()) {
        return {};
    }
    const auto metric = static_cast<MetricIndex>(id - moment.snapshot->metricIds.begin());
    const auto& metrics = moment.scorer->versionOf(*account, moment.day).metrics;
    const auto at = std::ranges::find(metrics, metric, &scoring::CompiledMetric::metric);
    if (at == metrics.end()) {
        return {};
    }
    return StaleAnswer{.account = *account,
                       .metric = metric,
                       .position = static_cast<std::size_t>(at - metrics.begin()),
                       .detail = moment.scorer->detail(*account, moment.day)};
}

std::optional<std::size_t>
questionOf(const book::Edit& edit, const Snapshot& snapshot, std::span<const StaleQuestion> questions) {
    const auto* set = std::get_if<book::SetMeasurement>(&edit);
    if (set == nullptr || !set->value) {
        return {};
    }
    const auto found = std::ranges::find_if(questions, [&](const StaleQuestion& each) {
        const auto account = snapshot.findAccount(each.account.toStdString());
        return each.answer && *set->value == *each.answer && each.metric == set->metric && account &&
               (*snapshot.accounts)[*account].id == set->account;
    });
    return found == questions.end() ? std::nullopt
                                    : std::optional(static_cast<std::size_t>(found - questions.begin()));
}

} // namespace hb::pages
