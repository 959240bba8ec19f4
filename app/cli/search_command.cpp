// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "core/book/search_book.h"
#include "core/book/snapshot_series.h"
#include "core/wording/timeline_sentence.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

Result<ExitStatus> search(const Context& context, const QString& text) {
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(const auto snapshot, book::loadSnapshot(book, context.job));
    HB_TRY(const std::vector<TimelineItem> items, book::searchBook(book, *snapshot, text));
    const book::Places places = book::placesOf(*snapshot);
    const auto table =
        context.table({{"account_id"}, {"name"}, {"date"}, {"at"}, {"by"}, {"kind"}, {"sentence"}, {"text"}});
    for (const TimelineItem& item : items) {
        const auto account = places.of(item.account);
        if (!account) {
            continue; // written since the accounts were read
        }
        table->row((*snapshot->accounts)[*account].key,
                   snapshot->nameOn(*account, context.asOf),
                   item.day,
                   orAbsent(item.at),
                   orAbsent(item.person),
                   item.kind == TimelineKind::Note ? toText(item.noteKind) : toText(item.kind),
                   wording::timelineSentence(*snapshot, item, context.asOf),
                   orAbsent(item.text));
    }
    HB_CHECK(table->finish());
    return ExitStatus::Done;
}

} // namespace

void addSearchCommand(Command& app) {
    const auto text = std::make_shared<QString>();
    Command command =
        app.add("search",
                "Find what people wrote about any account, newest first: notes, actions, contacts, and why a "
                "level was set, a score overridden or an account left.",
                "search \"escalation zoe\" --format json");
    command.text("TEXT", *text, "Words that all stand in an entry; each is found by its beginning")
        .required();
    command.onRun([text](const Context& context) { return search(context, *text); });
}

} // namespace hb::cli
