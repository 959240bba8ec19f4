// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "core/book/book.h"
#include "core/book/upkeep.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

/// A line a fault and nothing else, so that no output means no fault; json has an array.
Result<void> printFaults(const Context& context, const QStringList& faults) {
    if (context.format == Format::Json) {
        const auto table = context.table({{"fault"}});
        for (const QString& fault : faults) {
            table->row(fault);
        }
        return table->finish();
    }
    QByteArray lines;
    for (QString fault : faults) {
        lines += fault.replace(u'\n', u' ').toUtf8() + '\n';
    }
    return context.print(lines);
}

Result<ExitStatus> check(const Context& context) {
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(const QStringList faults, book::checkBook(book, context.job));
    HB_CHECK(printFaults(context, faults));
    if (faults.isEmpty()) {
        say(u"The book is sound."_s);
        return ExitStatus::Done;
    }
    return ExitStatus::Findings;
}

Result<ExitStatus> backup(const Context& context, const QString& out) {
    HB_TRY(book::Book book, context.openBook());
    HB_CHECK(book::backupBook(book, out, context.job));
    say(u"Wrote %1, a checked copy of %2."_s.arg(out, context.bookPath));
    return ExitStatus::Done;
}

Result<ExitStatus> share(const Context& context, const QString& out) {
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(const auto snapshot, book::loadSnapshot(book, context.job));
    if (snapshot->newestMeasurement && context.asOf < *snapshot->newestMeasurement) {
        return failure({.code = ErrorCode::InvalidInput,
                        .what = "Could not share a copy as of " + toIsoText(context.asOf),
                        .found = "The book goes on to " + toIsoText(*snapshot->newestMeasurement) +
                                 ", and a copy holds all of it",
                        .hint = "Share it without --as-of",
                        .place = context.bookPath.toStdString()});
    }
    const SharedCopy copy{.day = context.asOf, .by = context.person.name.toStdString()};
    HB_CHECK(book::shareBook(book, copy, out, context.job));
    say(u"Wrote %1, a copy of %2 to read, as of %3."_s.arg(
        out, context.bookPath, QString::fromStdString(toIsoText(copy.day))));
    return ExitStatus::Done;
}

Result<ExitStatus> restore(const Context& context, const QString& copy) {
    HB_CHECK(book::restoreBook(copy, context.bookPath, context.job));
    say(u"%1 is as %2 has it."_s.arg(context.bookPath, copy));
    return ExitStatus::Done;
}

} // namespace

void addUpkeepCommands(Command& app) {
    Command checking = app.add(
        "check", "Check the integrity of the book: a line a fault, and exit status 3 with any.", "check");
    checking.onRun(check);

    const auto out = std::make_shared<QString>();
    Command backingUp = app.add("backup",
                                "Write a consistent, checked copy of the book, also while others use it.",
                                "backup acme-2026-03-31.healthbook");
    backingUp.text("OUT", *out, "The copy to write; must not exist").required();
    backingUp.onRun([out](const Context& context) { return backup(context, *out); });

    const auto shared = std::make_shared<QString>();
    Command sharing = app.add("share",
                              "Write a copy that others can open and read, and nobody can change.",
                              "share acme-to-read.healthbook --book acme.healthbook");
    sharing.teach(
        "The copy says of which day it is (--as-of) and who made it (--as), and opens on that day.\n"
        "It holds all that the book holds: a day before its newest measurement is refused.\n"
        "Commands that write refuse it.");
    sharing.text("OUT", *shared, "The copy to write; must not exist").required();
    sharing.onRun([shared](const Context& context) { return share(context, *shared); });

    const auto copy = std::make_shared<QString>();
    Command restoring =
        app.add("restore",
                "Put a checked copy back as the book; the book that was there is kept beside it.",
                "restore acme-2026-03-31.healthbook --book acme.healthbook");
    restoring.text("FILE", *copy, "The copy, as backup wrote it").required();
    restoring.onRun([copy](const Context& context) { return restore(context, *copy); });
}

} // namespace hb::cli
