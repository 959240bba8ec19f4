// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/files.h"
#include "core/book/upkeep.h"
#include "core/exchange/scorecard_json.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

struct NewOptions {
    QString file;
    QString scorecard;
};

Result<Scorecard> scorecardFor(const NewOptions& options, Day today) {
    if (options.scorecard.isEmpty()) {
        return exchange::starterScorecard(today);
    }
    HB_TRY(const QByteArray json, readFile(options.scorecard, u"Could not read the scorecard"_s));
    return exchange::parseScorecard(json, options.scorecard, today);
}

Result<ExitStatus> makeNew(const Context& context, const NewOptions& options) {
    HB_TRY(const Scorecard scorecard, scorecardFor(options, context.asOf));
    HB_TRY(const book::Book book, book::Book::create(options.file, scorecard));
    say(u"Made %1 with %2."_s.arg(
        options.file, options.scorecard.isEmpty() ? u"the starter scorecard"_s : options.scorecard));
    return ExitStatus::Done;
}

Result<ExitStatus> makeDemo(const Context& context, const QString& file) {
    HB_TRY(const book::Book book, book::createDemoBook(file, context.asOf, context.job));
    say(u"Made %1, a generated company whose two years end on %2."_s.arg(
        file, QString::fromStdString(toIsoText(context.asOf))));
    return ExitStatus::Done;
}

} // namespace

void addNewCommands(Command& app) {
    const auto options = std::make_shared<NewOptions>();
    Command command = app.add("new",
                              "Make a new book, with the starter scorecard or one of your own.",
                              "new acme.healthbook --scorecard scorecard.json");
    command.text("FILE", options->file, "The book to make; must not exist").required();
    command.text("--scorecard", options->scorecard, "A scorecard file in place of the starter")
        .called("FILE");
    command.onRun([options](const Context& context) { return makeNew(context, *options); }, Needs::NoBook);

    const auto demoFile = std::make_shared<QString>();
    Command demo = app.add(
        "demo",
        "Make a book of a generated company, its two years ending on --as-of: the same for the same day.",
        "demo demo.healthbook --as-of 2026-03-31");
    demo.text("FILE", *demoFile, "The book to make; must not exist").required();
    demo.onRun([demoFile](const Context& context) { return makeDemo(context, *demoFile); }, Needs::NoBook);
}

} // namespace hb::cli
