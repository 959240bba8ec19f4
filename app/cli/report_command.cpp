// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "core/report/team_report.h"

#include <QFileInfo>

#include <memory>

namespace hb::cli {

namespace {

struct ReportOptions {
    QString team;
    QString out;
};

Result<ExitStatus> reportTeam(const Context& context, const ReportOptions& options) {
    HB_TRY(const auto snapshot, context.readBook());
    HB_TRY(const std::string team, report::findTeam(*snapshot->scorecard, options.team));
    const scoring::Scorer scorer(snapshot);
    const auto owned = analytics::ownedMetrics(scorer, team, context.asOf, context.job.stop);
    if (context.job.stopped()) {
        return cancelled();
    }
    const report::TeamReport found = report::teamReport(*snapshot, owned);
    HB_CHECK(report::writeTeamReport(found, QFileInfo(context.bookPath).completeBaseName(), options.out));
    say(report::wroteTeamReport(found, options.out));
    sayWhereDataEnds(context, *snapshot);
    return ExitStatus::Done;
}

} // namespace

void addReportCommand(Command& app) {
    const auto options = std::make_shared<ReportOptions>();
    Command parent = app.add(
        "report", "Write what people read as a file of its own.", "report team Support --out page.html");
    parent.needsCommand();
    Command team = parent.add("team",
                              "Write the metrics that a team owns, where they are red and what helps.",
                              "report team Support --out support.html --as-of 2026-03-31");
    team.teach("One HTML file that needs nothing else: no script, no network. It stands there whole, or\n"
               "what stood there before. A team is the owner of metrics; one that owns none is refused,\n"
               "with those that do.");
    team.text("team", options->team, "An owner team of the scorecard").called("NAME").required();
    team.text("--out", options->out, "The file to write").called("FILE").required();
    team.onRun([options](const Context& context) { return reportTeam(context, *options); });
}

} // namespace hb::cli
