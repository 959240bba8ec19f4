// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/score_rows.h"

#include <memory>

namespace hb::cli {

void addScoreCommand(Command& app) {
    const auto query = std::make_shared<ScoreQuery>();
    Command command = app.add("score",
                              "Print the health scores on --as-of: a row an account, worst reasons named.",
                              "score --book acme.healthbook --as-of 2026-03-31 --living");
    command.teach("Columns: account_id, name, template and version; overall, 0 to 100, and its band;\n"
                  "coverage, the share of the weights that has fresh data (too little: band none);\n"
                  "trend (up, down, steady) and trend_change in points; computed and\n"
                  "computed_band, before any override; exception, the one that capped or raised;\n"
                  "override, as overall;metric:nps; reason, why the account needs a person.\n"
                  "With --detail: account_id, group, metric; value, observed_on; state (present,\n"
                  "stale, missing, overridden); held, counted though not fresh; score, 0 to 100;\n"
                  "effective_share, its part of the overall score; points_lost, what it costs.");
    command.text("--account", query->account, "Only this account").called("ID");
    command.flag("--living", query->living, "Leave churned accounts out");
    command.flag("--computed", query->computed, "The scores without any override by a person");
    command.flag("--detail", query->detail, "A row a metric of each account");
    command.onRun([query](const Context& context) { return printScores(context, *query); });
}

} // namespace hb::cli
