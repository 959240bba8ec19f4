// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/score_rows.h"
#include "core/analytics/book_history.h"

#include <algorithm>
#include <charconv>
#include <memory>

using namespace hb::scoring;
using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

struct HistoryOptions {
    std::optional<Day> from;
    std::optional<Day> to;
    std::int64_t every = 1;
    QString account; ///< null: the whole book
    QString version;
    bool living = false;
};

/// How many scores are worked out at a time: some 150 MB.
constexpr std::size_t scoresAtATime = 2'000'000;

std::vector<Day> daysOf(const HistoryOptions& options) {
    std::vector<Day> days;
    for (std::int64_t day = options.from->number; day <= options.to->number; day += options.every) {
        days.push_back({static_cast<std::int32_t>(day)});
    }
    return days;
}

/// Reads KEY:N against the book.
/// None without a text, else one.
Result<std::vector<VersionChoice>> versionChoice(const Snapshot& snapshot, const std::string& text) {
    if (text.empty()) {
        return std::vector<VersionChoice>{};
    }
    const std::size_t colon = text.rfind(':');
    const char* const end = text.data() + text.size();
    int number = 0;
    if (colon == std::string::npos || std::from_chars(text.data() + colon + 1, end, number).ptr != end) {
        number = 0; // no version has it
    }
    const std::string key = text.substr(0, colon);
    const std::vector<Template>& templates = snapshot.scorecard->templates;
    for (std::size_t t = 0; t < templates.size(); ++t) {
        const auto& versions = templates[t].versions;
        const auto at = std::ranges::find(versions, number, &TemplateVersion::number);
        if (templates[t].key == key && at != versions.end()) {
            return std::vector<VersionChoice>{
                {.templateIndex = t, .versionIndex = static_cast<std::size_t>(at - versions.begin())}};
        }
    }
    return failure({.code = ErrorCode::NotFound,
                    .what = "The book has no such version",
                    .found = text,
                    .expected = "KEY:N, the key of a template and the number of one of its versions",
                    .hint = "See them with: healthbook-cli scorecard list"});
}

Result<void> printBook(const Context& context, const Scorer& scorer, std::span<const Day> days, bool living) {
    const auto table = context.table({{"date"},
                                      {"red"},
                                      {"yellow"},
                                      {"green"},
                                      {"none"},
                                      {"mean", Show::Score},
                                      {"arr_weighted_mean", Show::Score}},
                                     scorer.snapshot());
    const auto counted = living ? analytics::Accounts::Living : analytics::Accounts::All;
    const std::size_t together =
        std::max<std::size_t>(1, scoresAtATime / std::max<std::size_t>(1, scorer.snapshot().accountCount()));
    for (std::size_t first = 0; first < days.size() && table->isGood(); first += together) {
        const auto part = days.subspan(first, std::min(together, days.size() - first));
        context.job.report(
            static_cast<std::int64_t>(first), static_cast<std::int64_t>(days.size()), "Scoring days");
        const std::vector<analytics::BookDay> history =
            analytics::bookHistory(scorer, part, counted, context.job.stop);
        if (context.job.stopped()) {
            return cancelled();
        }
        for (const analytics::BookDay& day : history) {
            const auto count = [&day](Band band) {
                return static_cast<std::int64_t>(day.bands[static_cast<std::size_t>(band)]);
            };
            table->row(day.day,
                       count(Band::Red),
                       count(Band::Yellow),
                       count(Band::Green),
                       count(Band::None),
                       day.mean,
                       day.arrWeightedMean);
        }
    }
    return table->finish();
}

Result<void> printAccount(const Context& context,
                          const Scorer& scorer,
                          AccountIndex account,
                          std::span<const Day> days,
                          bool living) {
    const Snapshot& snapshot = scorer.snapshot();
    const auto table =
        context.table({{"date"}, {"overall", Show::Score}, {"band"}, {"template"}, {"version"}}, snapshot);
    const std::vector<AccountScore> scores = scorer.scoreAccountHistory(account, days);
    for (std::size_t d = 0; d < days.size(); ++d) {
        if (living && snapshot.isChurned(account, days[d])) {
            continue;
        }
        const AccountScore& score = scores[d];
        const Template& entry = snapshot.scorecard->templates[score.templateIndex];
        table->row(days[d],
                   score.shown.optionalScore(),
                   bandText(score.shown.band),
                   entry.key,
                   std::int64_t{entry.versions[score.versionIndex].number});
    }
    return table->finish();
}

Result<ExitStatus> history(const Context& context, const HistoryOptions& options) {
    if (*options.to < *options.from) {
        say(u"healthbook-cli: --to must not be before --from."_s);
        return ExitStatus::WrongUsage;
    }
    HB_TRY(const auto snapshot, context.readBook());
    HB_TRY(const std::vector<VersionChoice> choice, versionChoice(*snapshot, options.version.toStdString()));
    const Scorer scorer(snapshot, choice);
    const std::vector<Day> days = daysOf(options);
    if (options.account.isNull()) {
        HB_CHECK(printBook(context, scorer, days, options.living));
    } else {
        HB_TRY(const AccountIndex account, findAccount(*snapshot, options.account));
        HB_CHECK(printAccount(context, scorer, account, days, options.living));
    }
    return ExitStatus::Done;
}

} // namespace

void addHistoryCommand(Command& app) {
    const auto options = std::make_shared<HistoryOptions>();
    Command command =
        app.add("history",
                "Print the counts and means of the book over days, or the scores of one account.",
                "history --from 2026-01-01 --to 2026-03-31 --every 7");
    command.day("--from", options->from, "The first day").required();
    command.day("--to", options->to, "The last day").required();
    command.count("--every", options->every, 1, "A row every so many days; default 1").called("DAYS");
    command.text("--account", options->account, "One account in place of the book").called("ID");
    command
        .text("--version", options->version, "Score the template's accounts with this version on every day")
        .called("KEY:N");
    command.flag("--living", options->living, "Leave accounts out from the day they churned");
    command.onRun([options](const Context& context) { return history(context, *options); });
}

} // namespace hb::cli
