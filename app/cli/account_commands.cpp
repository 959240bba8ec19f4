// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "core/book/audit.h"
#include "core/book/edits.h"
#include "core/book/timeline.h"
#include "core/wording/audit_sentence.h"
#include "core/wording/timeline_sentence.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

struct NoteOptions {
    QString account;
    QString text;
    QString kind = u"note"_s;
    std::optional<Day> date;
};

Result<ExitStatus> addNote(const Context& context, const NoteOptions& options) {
    HB_TRY(OpenAccount account, context.openAccount(options.account));
    const Day day = options.date.value_or(context.asOf);
    HB_CHECK(
        book::apply(account.book,
                    book::AddNote{.account = account.id(),
                                  .day = day,
                                  .text = options.text,
                                  .kind = noteKindOf(options.kind.toStdString()).value_or(NoteKind::Note)},
                    context.person));
    say(u"Kept for %1 on %2."_s.arg(options.account, QString::fromStdString(toIsoText(day))));
    return ExitStatus::Done;
}

struct ActionOptions {
    QString account;
    QString title;
    QString owner;
    std::optional<Day> due;
    QString metric;
};

Result<ExitStatus> addAction(const Context& context, const ActionOptions& options) {
    HB_TRY(OpenAccount account, context.openAccount(options.account));
    HB_CHECK(book::apply(account.book,
                         book::SetAction{.account = account.id(),
                                         .facts = book::ActionFacts{.title = options.title,
                                                                    .owner = options.owner,
                                                                    .due = options.due,
                                                                    .metric = options.metric,
                                                                    .createdOn = context.asOf}},
                         context.person));
    say(options.due ? u"Next step of %1, due %2."_s.arg(options.account,
                                                        QString::fromStdString(toIsoText(*options.due)))
                    : u"Next step of %1."_s.arg(options.account));
    return ExitStatus::Done;
}

Result<ExitStatus> showTimeline(const Context& context, const QString& key) {
    HB_TRY(OpenAccount account, context.openAccount(key));
    HB_TRY(const std::vector<TimelineItem> items,
           book::timelineOf(account.book, *account.snapshot, account.index, context.asOf));
    const auto table =
        context.table({{"date"}, {"at"}, {"by"}, {"kind"}, {"pinned"}, {"sentence"}, {"text"}});
    for (const TimelineItem& item : items) {
        table->row(item.day,
                   orAbsent(item.at),
                   orAbsent(item.person),
                   item.kind == TimelineKind::Note ? toText(item.noteKind) : toText(item.kind),
                   item.isPinned,
                   wording::timelineSentence(*account.snapshot, item, context.asOf),
                   orAbsent(item.text));
    }
    HB_CHECK(table->finish());
    return ExitStatus::Done;
}

struct JournalOptions {
    QString account;
    QString by;
    QString text;
    std::optional<Day> from;
    std::optional<Day> to;
};

Result<ExitStatus> showJournal(const Context& context, const JournalOptions& options) {
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(const auto snapshot, book::loadSnapshot(book, context.job));
    book::AuditQuestion question{
        .text = options.text, .person = options.by, .from = options.from, .to = options.to};
    if (!options.account.isEmpty()) {
        HB_TRY(const AccountIndex account, findAccount(*snapshot, options.account));
        question.account = (*snapshot->accounts)[account].id;
    }
    const auto table = context.table(
        {{"entry"}, {"at"}, {"by"}, {"what"}, {"account_id"}, {"sentence"}, {"before"}, {"after"}});
    bool hasMore = true;
    while (hasMore && table->isGood() && !context.job.stopped()) {
        HB_TRY(const book::AuditPage page, book::readAudit(book, question));
        for (const AuditEntry& entry : page.entries) {
            table->row(entry.id,
                       entry.at,
                       entry.person,
                       entry.what,
                       orAbsent(entry.accountKey),
                       wording::auditSentence(*snapshot, entry, context.asOf),
                       orAbsent(entry.before),
                       orAbsent(entry.after));
            question.before = entry.id;
        }
        hasMore = page.hasMore;
    }
    HB_CHECK(table->finish());
    return ExitStatus::Done;
}

void addNoteCommand(Command& app) {
    const auto options = std::make_shared<NoteOptions>();
    Command command = app.add("note",
                              "Write down what you heard of an account.",
                              "note A1 \"They want the export by May\" --kind call");
    command.text("ID", options->account, "The account").required();
    command.text("TEXT", options->text, "What there is to say; Markdown, up to 1 MB").required();
    command.text("--kind", options->kind, "note, call, meeting, email or review; default note")
        .called("KIND")
        .oneOf({noteWords.begin(), noteWords.end()});
    command.day("--date", options->date, "The day it is about; default --as-of");
    command.onRun([options](const Context& context) { return addNote(context, *options); });
}

void addActionCommand(Command& app) {
    const auto options = std::make_shared<ActionOptions>();
    Command command =
        app.add("action",
                "Promise a next step for an account.",
                "action A1 \"Show them the new export\" --owner \"Ana Lopez\" --due 2026-04-15");
    command.text("ID", options->account, "The account").required();
    command.text("TITLE", options->title, "What is to be done").required();
    command.text("--owner", options->owner, "Who does it").called("NAME");
    command.day("--due", options->due, "The last day on which it is in time");
    command.text("--metric", options->metric, "The metric that it is to move").called("KEY");
    command.onRun([options](const Context& context) { return addAction(context, *options); });
}

void addTimelineCommand(Command& app) {
    const auto account = std::make_shared<QString>();
    Command command =
        app.add("timeline",
                "List what happened to an account until --as-of, newest first: notes, values set "
                "by hand, overrides, actions, contacts, imports, attributes, versions, outcomes.",
                "timeline A1 --format json");
    command.text("ID", *account, "The account").required();
    command.onRun([account](const Context& context) { return showTimeline(context, *account); });
}

void addJournalCommand(Command& app) {
    const auto options = std::make_shared<JournalOptions>();
    Command command = app.add("journal",
                              "List every change by a person, newest first, with what stood there before and "
                              "after.",
                              "journal --by \"Ana Lopez\" --from 2026-03-01");
    command.text("--account", options->account, "Only those of one account").called("ID");
    command.text("--by", options->by, "Only those of people with this in their name").called("NAME");
    command.text("--text", options->text, "Only those with this in a value before or after").called("TEXT");
    command.day("--from", options->from, "Only those made on that day or later");
    command.day("--to", options->to, "Only those made on that day or before");
    command.onRun([options](const Context& context) { return showJournal(context, *options); });
}

} // namespace

void addAccountCommands(Command& app) {
    addNoteCommand(app);
    addActionCommand(app);
    addTimelineCommand(app);
    addJournalCommand(app);
}

} // namespace hb::cli
