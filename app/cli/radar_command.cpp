// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "core/book/hand_scores.h"
#include "core/wording/own_scores_sentence.h"

#include <array>
#include <memory>

using namespace hb::analytics;
using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

struct RadarOptions {
    bool accounts = false;
};

constexpr std::array shares{OwnShare::RaisedBefore,
                            OwnShare::OverrodeBefore,
                            OwnShare::OverrodeUpward,
                            OwnShare::StaleGreen,
                            OwnShare::GreenThenChurned};

std::string keysOf(const Snapshot& snapshot, const std::vector<AccountIndex>& accounts) {
    std::string keys;
    for (const AccountIndex account : accounts) {
        keys += (keys.empty() ? "" : ";") + (*snapshot.accounts)[account].key;
    }
    return keys;
}

std::int64_t toCount(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

void printPerson(OutputTable& table,
                 const Snapshot& snapshot,
                 const OwnScores& scores,
                 const PersonFigures& person) {
    const std::optional<std::string_view> name = orAbsent(person.name);
    const Standing& standing = person.gap.standing;
    const bool isEnough = standing.cases >= scores.options.leastCases;
    table.row(name,
              "own_minus_measured",
              isEnough ? std::optional(standing.mean) : std::nullopt,
              toCount(standing.cases),
              standing.above,
              standing.standsOut,
              isEnough ? orAbsent(keysOf(snapshot, person.gap.accounts)) : std::nullopt,
              wording::ownGapSentence(scores, person));
    for (const OwnShare share : shares) {
        const ShareFigure& figure = person.of(share);
        const bool isShown = figure.cases >= scores.options.leastCases;
        table.row(name,
                  toText(share),
                  isShown ? std::optional(figure.share()) : std::nullopt,
                  toCount(figure.cases),
                  std::optional<double>(),
                  std::optional<bool>(),
                  isShown ? orAbsent(keysOf(snapshot, figure.accounts)) : std::nullopt,
                  wording::ownShareSentence(scores, person, share));
    }
}

Result<void> printFigures(const Context& context, const Snapshot& snapshot, const OwnScores& scores) {
    const auto table = context.table({{"person"},
                                      {"figure"},
                                      {"value"},
                                      {"cases"},
                                      {"above_others"},
                                      {"stands_out"},
                                      {"accounts"},
                                      {"what"}});
    printPerson(*table, snapshot, scores, scores.book);
    for (const PersonFigures& person : scores.people) {
        printPerson(*table, snapshot, scores, person);
    }
    return table->finish();
}

void addSentences(QStringList& sentences, const OwnScores& scores, const PersonFigures& person) {
    const bool isPerson = !person.name.empty();
    sentences << QString();
    if (isPerson && person.gap.standing.cases < scores.options.leastCases) {
        sentences << QString::fromStdString(person.name);
    }
    sentences << wording::ownGapSentence(scores, person);
    if (const QString standing = wording::ownStandingSentence(person); !standing.isEmpty()) {
        sentences << u"  "_s + standing;
    }
    for (const OwnShare share : shares) {
        if (person.of(share).cases >= scores.options.leastCases) {
            sentences << u"  "_s + wording::ownShareSentence(scores, person, share);
        }
    }
}

Result<void> printSentences(const Context& context, const OwnScores& scores) {
    QStringList sentences{wording::ownScoresHeadline(scores)};
    addSentences(sentences, scores, scores.book);
    for (const PersonFigures& person : scores.people) {
        addSentences(sentences, scores, person);
    }
    return context.print(sentences.join(u'\n').toUtf8() + '\n');
}

Result<void> printAccounts(const Context& context, const Snapshot& snapshot, const OwnScores& scores) {
    const auto table = context.table({{"account_id"},
                                      {"name"},
                                      {"owner"},
                                      {"own", Show::Score},
                                      {"measured", Show::Score},
                                      {"difference", Show::Points},
                                      {"levels"},
                                      {"numbers"}},
                                     snapshot);
    for (const AccountGap& each : scores.accounts) {
        table->row((*snapshot.accounts)[each.account].key,
                   snapshot.nameOn(each.account, scores.day),
                   orAbsent(snapshot.attributeOn(each.account, attribute::owner, scores.day)),
                   each.own,
                   each.measured,
                   each.gap(),
                   toCount(each.levels),
                   toCount(each.numbers));
    }
    return table->finish();
}

Result<ExitStatus> radar(const Context& context, const RadarOptions& options) {
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(const auto snapshot, book::loadSnapshot(book, context.job));
    HB_TRY(const std::vector<HandScore> byHand, book::handScores(book, *snapshot));
    HB_TRY(const std::vector<ReviewHeld> reviews, book::reviewsHeld(book, *snapshot));
    const scoring::Scorer scorer(snapshot);
    const OwnScores scores = ownScores(scorer, context.asOf, byHand, reviews, {}, context.job.stop);
    if (context.job.stopped()) {
        return cancelled();
    }
    HB_CHECK(options.accounts                  ? printAccounts(context, *snapshot, scores)
             : context.format == Format::Table ? printSentences(context, scores)
                                               : printFigures(context, *snapshot, scores));
    sayWhereDataEnds(context, *snapshot);
    return ExitStatus::Done;
}

} // namespace

void addRadarCommand(Command& app) {
    const auto options = std::make_shared<RadarOptions>();
    Command command = app.add("radar",
                              "Say how the scores that people set themselves stand to what is measured.",
                              "radar --as-of 2026-03-31 --format table");
    command.teach("Columns: person (empty: the whole book), figure, value, cases, above_others,\n"
                  "stands_out, accounts (those behind it), what (the figure in words).\n"
                  "own_minus_measured, in points: the level metrics of the accounts that a person\n"
                  "owns, less their number metrics; above_others compares it with the accounts of\n"
                  "everybody else whose numbers are alike, and stands_out says that it is more than\n"
                  "chance explains. The others are shares of 0 to 1: raised_before and\n"
                  "overrode_before (in the 14 days before a renewal or a review), overrode_upward,\n"
                  "stale_green, green_then_churned (green within the 90 days before it left).\n"
                  "A figure of fewer than 5 cases has no value. As a table it says all that in words.");
    command.flag("--accounts", options->accounts, "A row an account: own and measured score, difference");
    command.onRun([options](const Context& context) { return radar(context, *options); });
}

} // namespace hb::cli
