// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "core/book/account_merge.h"
#include "core/book/edits.h"
#include "core/wording/merge_sentence.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

struct RenameOptions {
    QString account;
    QString key;
};

Result<ExitStatus> rename(const Context& context, const RenameOptions& options) {
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(const auto snapshot, book::loadSnapshot(book, context.job));
    HB_TRY(const AccountIndex account, findAccount(*snapshot, options.account));
    HB_CHECK(
        book::apply(book,
                    book::RenameAccount{.account = (*snapshot->accounts)[account].id, .key = options.key},
                    context.person));
    say(u"%1 is %2 now. Files that still name %1 lead to it."_s.arg(
        QString::fromStdString((*snapshot->accounts)[account].key), options.key.trimmed()));
    return ExitStatus::Done;
}

struct MergeOptions {
    QString from;
    QString into;
    bool dryRun = false;
};

Result<ExitStatus> merge(const Context& context, const MergeOptions& options) {
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(const auto snapshot, book::loadSnapshot(book, context.job));
    HB_TRY(const AccountIndex from, findAccount(*snapshot, options.from));
    HB_TRY(const AccountIndex into, findAccount(*snapshot, options.into));
    HB_TRY(const MergeEffect effect, book::mergeEffect(book, *snapshot, from, into, context.asOf));
    if (!options.dryRun) {
        HB_CHECK(book::apply(book,
                             book::MergeAccount{.account = (*snapshot->accounts)[from].id,
                                                .into = (*snapshot->accounts)[into].id},
                             context.person));
    }
    const auto table = context.table({{"account_id"},
                                      {"into"},
                                      {"measurements"},
                                      {"notes"},
                                      {"contacts"},
                                      {"open_actions"},
                                      {"overrides"},
                                      {"outcomes"},
                                      {"children"},
                                      {"shared_days"},
                                      {"dry_run"}});
    table->row((*snapshot->accounts)[from].key,
               (*snapshot->accounts)[into].key,
               effect.measurements,
               effect.notes,
               effect.contacts,
               effect.openActions,
               effect.overrides,
               effect.outcomes,
               effect.children,
               effect.sharedDays,
               options.dryRun);
    HB_CHECK(table->finish());
    const std::string_view name = snapshot->nameOn(into, context.asOf);
    say(wording::mergeSentence(effect, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))));
    return ExitStatus::Done;
}

Result<ExitStatus> split(const Context& context, const QString& key) {
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(const auto merged, book::mergedAccount(book, key));
    if (!merged) {
        return failure({.code = ErrorCode::NotFound,
                        .what = "Could not take the accounts apart",
                        .found = key.toStdString() + ", which was merged into none",
                        .expected = "the id of a merged account"});
    }
    HB_CHECK(book::apply(book, book::MergeAccount{.account = *merged}, context.person));
    say(u"%1 stands for itself again."_s.arg(key));
    return ExitStatus::Done;
}

void addRename(Command& accounts) {
    const auto options = std::make_shared<RenameOptions>();
    Command command =
        accounts.add("rename",
                     "Change the id of an account. Files that name the one it had still lead to it.",
                     "account rename A1 SF-00017");
    command.text("OLD", options->account, "The account").required();
    command.text("NEW", options->key, "Its new id, which no account has or had").required();
    command.onRun([options](const Context& context) { return rename(context, *options); });
}

void addMerge(Command& accounts) {
    const auto options = std::make_shared<MergeOptions>();
    Command command = accounts.add("merge",
                                   "Show an account as a part of another from now on; nothing of it is lost.",
                                   "account merge A2 A1 --dry-run");
    command.teach("Where both have a value of a metric on one day, or an outcome of one kind,\n"
                  "that of INTO stands. Files may name either id. \"account split\" takes them\n"
                  "apart again.\n");
    command.text("FROM", options->from, "The account that is no longer one of its own").required();
    command.text("INTO", options->into, "The account that stays").required();
    command.flag("--dry-run", options->dryRun, "Say what would come together, and change nothing");
    command.onRun([options](const Context& context) { return merge(context, *options); });
}

} // namespace

void addAccountKeyCommands(Command& app) {
    Command accounts =
        app.add("account", "Change the id of an account, or make one of two.", "account rename A1 SF-00017");
    accounts.needsCommand();
    addRename(accounts);
    addMerge(accounts);
    const auto key = std::make_shared<QString>();
    Command command =
        accounts.add("split", "Take an account apart from the one it was merged into.", "account split A2");
    command.text("ID", *key, "The merged account").required();
    command.onRun([key](const Context& context) { return split(context, *key); });
}

} // namespace hb::cli
