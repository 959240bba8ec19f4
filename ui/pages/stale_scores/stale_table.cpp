// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stale_scores/stale_table.h"

#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/theme/texts.h"

namespace hb::pages {

using wording::fromUtf8;

Result<exchange::Table>
staleTable(const session::Moment& moment, std::span<const StaleQuestion> questions, const Job& job) {
    exchange::Table table{.name = Texts::tr("Stale scores"),
                          .head = {Texts::tr("Account"),
                                   Texts::tr("Account id"),
                                   Texts::tr("Owner"),
                                   Texts::tr("Metric"),
                                   Texts::tr("Before"),
                                   Texts::tr("Answer"),
                                   Texts::tr("Set on")},
                          .rows = {}};
    const Snapshot& snapshot = *moment.snapshot;
    for (const StaleQuestion& question : questions) {
        if (job.stopped()) {
            return cancelled();
        }
        const auto found = findQuestion(moment, question);
        if (!found) {
            continue;
        }
        const Metric& metric = snapshot.scorecard->metrics[found->metric];
        const auto level = [&metric](const std::optional<int>& set) {
            return set ? exchange::Cell(wording::valueText(metric, *set)) : exchange::Cell();
        };
        const auto& setOn = found->of().value.observedOn;
        table.rows.push_back({fromUtf8(snapshot.nameOn(found->account, moment.day)),
                              question.account,
                              fromUtf8(snapshot.attributeOn(found->account, attribute::owner, moment.day)),
                              fromUtf8(metric.name),
                              level(question.before),
                              level(question.answer),
                              setOn ? exchange::Cell(*setOn) : exchange::Cell()});
    }
    return table;
}

} // namespace hb::pages
