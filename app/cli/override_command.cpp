// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "core/book/edits.h"

#include <QLocale>

#include <memory>

using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

struct OverrideOptions {
    QString account;
    QString metric;
    QString group;
    bool overall = false;
    double score = 0;
    std::optional<Day> from;
    std::optional<Day> until;
    QString reason;
};

Result<ExitStatus> enterOverride(const Context& context, const OverrideOptions& options) {
    HB_TRY(OpenAccount account, context.openAccount(options.account));
    book::AddOverride edit;
    edit.account = account.id();
    edit.target = options.overall           ? OverrideTarget::Overall
                  : !options.group.isNull() ? OverrideTarget::Group
                                            : OverrideTarget::Metric;
    edit.key = options.overall ? QString() : !options.group.isNull() ? options.group : options.metric;
    edit.score = options.score;
    edit.first = options.from.value_or(context.asOf);
    edit.last = *options.until;
    edit.enteredOn = context.asOf;
    edit.reason = options.reason;
    HB_CHECK(book::apply(account.book, edit, context.person));
    say(u"%1 is overridden with %2 from %3 until %4."_s
            .arg(options.overall ? u"The overall score"_s : edit.key)
            .arg(QString::number(edit.score, 'g', QLocale::FloatingPointShortest),
                 QString::fromStdString(toIsoText(edit.first)),
                 QString::fromStdString(toIsoText(edit.last))));
    return ExitStatus::Done;
}

} // namespace

void addOverrideCommand(Command& app) {
    const auto options = std::make_shared<OverrideOptions>();
    Command command =
        app.add("override",
                "Set the score of a metric, a group or the whole account for a while, with a reason.",
                "override A1 --metric nps --score 80 --until 2026-06-30 --reason \"Survey went to the "
                "wrong person\"");
    command.text("ID", options->account, "The account").required();
    Command target = command.exactlyOne("What is overridden, one of");
    target.text("--metric", options->metric, "A metric").called("KEY");
    target.text("--group", options->group, "A group").called("KEY");
    target.flag("--overall", options->overall, "The overall score");
    command.number("--score", options->score, "0 to 100").required();
    command.day("--until", options->until, "The last day; at most 90 days after the first").required();
    command.day("--from", options->from, "The first day, not before --as-of; default --as-of");
    command.text("--reason", options->reason, "Why: shown with the score").required().called("TEXT");
    command.onRun([options](const Context& context) { return enterOverride(context, *options); });
}

} // namespace hb::cli
