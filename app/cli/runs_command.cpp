// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "core/book/import_into_book.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

Result<ExitStatus> listRuns(const Context& context) {
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(std::vector<book::RunRow> runs, book::importRuns(book));
    std::ranges::sort(runs, {}, [](const book::RunRow& row) { return row.run.value; });
    const auto table = context.table({{"run"},
                                      {"at"},
                                      {"by"},
                                      {"kind"},
                                      {"source"},
                                      {"file"},
                                      {"read"},
                                      {"inserted"},
                                      {"updated"},
                                      {"unchanged"},
                                      {"kept_by_hand"},
                                      {"rejected"},
                                      {"undone"}});
    for (const book::RunRow& row : runs) {
        table->row(row.run.value,
                   row.at,
                   row.by,
                   row.kind,
                   row.source.isEmpty() ? std::nullopt : std::optional(row.source),
                   row.file,
                   row.read,
                   row.inserted,
                   row.updated,
                   row.unchanged,
                   row.keptByHand,
                   row.rejected,
                   row.undone);
    }
    HB_CHECK(table->finish());
    return ExitStatus::Done;
}

struct UndoOptions {
    std::int64_t run = 0;
    bool dryRun = false;
};

Result<ExitStatus> undo(const Context& context, const UndoOptions& options) {
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(const book::UndoReport report,
           book::undoRun(book, RunId{options.run}, options.dryRun, context.person, context.job));
    const auto table = context.table(
        {{"run"}, {"restored"}, {"removed"}, {"accounts_removed"}, {"metrics_removed"}, {"dry_run"}});
    table->row(options.run,
               report.restored,
               report.removed,
               report.accountsRemoved,
               report.metricsRemoved,
               options.dryRun);
    HB_CHECK(table->finish());
    if (report.restored + report.removed + report.accountsRemoved + report.metricsRemoved == 0) {
        say(options.dryRun ? u"Nothing would change: other imports state the same values."_s
                           : u"Nothing changed: other imports state the same values."_s);
    }
    if (options.dryRun) {
        say(u"Dry run: nothing was written."_s);
    }
    return ExitStatus::Done;
}

} // namespace

void addRunsCommands(Command& app) {
    Command runs = app.add("runs", "List the imports, with what each did.", "runs --format json");
    runs.onRun(listRuns);

    const auto options = std::make_shared<UndoOptions>();
    Command command = app.add(
        "undo", "Take one import back, exactly: later imports and what people set stay.", "undo 7 --dry-run");
    command.count("RUN", options->run, 1, "The number of the import, as runs lists it").required();
    command.flag("--dry-run", options->dryRun, "Only say what would change");
    command.onRun([options](const Context& context) { return undo(context, *options); });
}

} // namespace hb::cli
