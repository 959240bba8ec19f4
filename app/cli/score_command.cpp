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
    command.text("--account", query->account, "Only this account").called("ID");
    command.flag("--living", query->living, "Leave churned accounts out");
    command.flag("--computed", query->computed, "The scores without any override by a person");
    command.flag("--detail", query->detail, "A row a metric of each account");
    command.onRun([query](const Context& context) { return printScores(context, *query); });
}

} // namespace hb::cli
