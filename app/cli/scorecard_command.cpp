// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/files.h"
#include "core/analytics/findings.h"
#include "core/book/scorecard_into_book.h"
#include "core/exchange/scorecard_json.h"
#include "core/scoring/scorer.h"
#include "core/wording/finding_sentence.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

struct ScorecardOptions {
    QString file;
    std::optional<Day> effectiveFrom;
    bool prune = false;
};

/// A row a change; none where the file says what the book has.
Result<void> printChanges(const Context& context, const book::ScorecardReport& report) {
    const auto table = context.table({{"change"}, {"template"}, {"version"}});
    for (const QString& version : report.newVersions) { // "enterprise v4"
        const qsizetype blank = version.lastIndexOf(u" v");
        table->row("new_version", version.left(blank), std::int64_t{version.mid(blank + 2).toLongLong()});
    }
    for (const QString& key : report.retired) {
        table->row("retired", key, std::optional<std::int64_t>());
    }
    if (report.descriptionsChanged) {
        table->row("descriptions", std::optional<QString>(), std::optional<std::int64_t>());
    }
    return table->finish();
}

Result<ExitStatus> import(const Context& context, const ScorecardOptions& options) {
    HB_TRY(const QByteArray json, readFile(options.file, u"Could not read the scorecard"_s));
    HB_TRY(const Scorecard scorecard, exchange::parseScorecard(json, options.file, context.asOf));
    HB_TRY(book::Book book, context.openBook());
    const book::ScorecardImport request{.effectiveFrom = options.effectiveFrom,
                                        .prune = options.prune,
                                        .today = context.asOf,
                                        .reason = u"Imported from %1"_s.arg(options.file)};
    HB_TRY(const book::ScorecardReport report,
           book::importScorecard(book, scorecard, request, context.person));
    HB_CHECK(printChanges(context, report));
    if (report.newVersions.isEmpty() && report.retired.isEmpty() && !report.descriptionsChanged) {
        say(u"Nothing differs: nothing was changed."_s);
    }
    return ExitStatus::Done;
}

Result<ExitStatus> exportJson(const Context& context, exchange::Versions versions) {
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(const Scorecard scorecard, book::readScorecard(book));
    HB_CHECK(context.print(exchange::toJson(scorecard, versions)));
    return ExitStatus::Done;
}

/// How many accounts each template scores on the day.
std::vector<std::int64_t> accountsByTemplate(const scoring::Scorer& scorer, Day day) {
    std::vector<std::int64_t> counts(scorer.snapshot().scorecard->templates.size());
    const auto accounts = static_cast<AccountIndex>(scorer.snapshot().accountCount());
    for (AccountIndex account = 0; account < accounts; ++account) {
        ++counts[scorer.versionOf(account, day).templateIndex];
    }
    return counts;
}

Result<ExitStatus> list(const Context& context) {
    HB_TRY(const auto snapshot, context.readBook());
    const scoring::Scorer scorer(snapshot);
    const std::vector<std::int64_t> accounts = accountsByTemplate(scorer, context.asOf);
    const auto table = context.table(
        {{"template"}, {"name"}, {"version"}, {"effective_from"}, {"default"}, {"retired"}, {"accounts"}});
    for (std::size_t t = 0; t < accounts.size(); ++t) {
        const Template& entry = snapshot->scorecard->templates[t];
        const TemplateVersion& newest = entry.versions.back();
        table->row(entry.key,
                   entry.name,
                   std::int64_t{newest.number},
                   newest.effectiveFrom,
                   entry.isDefault,
                   entry.retiredOn.has_value() && *entry.retiredOn <= context.asOf,
                   accounts[t]);
    }
    HB_CHECK(table->finish());
    return ExitStatus::Done;
}

std::string metricKey(const scoring::Scorer& scorer, const analytics::Finding& finding, std::size_t metric) {
    const scoring::CompiledVersion& version = scorer.version(finding.templateIndex, finding.versionIndex);
    return scorer.snapshot().scorecard->metrics[version.metrics[metric].metric].key;
}

/// The key of what a finding is about; none where that is the template.
std::optional<std::string> subjectKey(const scoring::Scorer& scorer, const analytics::Finding& finding) {
    const TemplateVersion& version =
        scorer.snapshot().scorecard->templates[finding.templateIndex].versions[finding.versionIndex];
    if (finding.metric) {
        return metricKey(scorer, finding, *finding.metric);
    }
    if (finding.group) {
        return version.groups[*finding.group].key;
    }
    return finding.exception ? std::optional(version.exceptions[*finding.exception].name) : std::nullopt;
}

Result<ExitStatus> lint(const Context& context) {
    HB_TRY(const auto snapshot, context.readBook());
    const scoring::Scorer scorer(snapshot);
    const std::vector<analytics::Finding> found =
        analytics::findings(scorer, context.asOf, {}, context.job.stop);
    const auto table = context.table({{"template"},
                                      {"version"},
                                      {"finding"},
                                      {"about"},
                                      {"other"},
                                      {"amount"},
                                      {"accounts"},
                                      {"what"},
                                      {"mend"}});
    for (const analytics::Finding& finding : found) {
        const Template& entry = snapshot->scorecard->templates[finding.templateIndex];
        table->row(entry.key,
                   std::int64_t{entry.versions[finding.versionIndex].number},
                   analytics::toText(finding.kind),
                   subjectKey(scorer, finding),
                   finding.other ? std::optional(metricKey(scorer, finding, *finding.other)) : std::nullopt,
                   finding.amount > 0 ? std::optional(finding.amount) : std::nullopt,
                   finding.accounts > 0 ? std::optional(static_cast<std::int64_t>(finding.accounts))
                                        : std::nullopt,
                   wording::findingSentence(scorer, finding),
                   wording::findingMend(scorer, finding));
    }
    HB_CHECK(table->finish());
    if (found.empty()) {
        say(u"No findings."_s);
    }
    sayWhereDataEnds(context, *snapshot);
    return found.empty() ? ExitStatus::Done : ExitStatus::Findings;
}

struct PublishOptions {
    QString key;
    std::optional<Day> effectiveFrom;
    QString reason;
};

Result<ExitStatus> publish(const Context& context, const PublishOptions& options) {
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(const book::ScorecardReport report,
           book::publishDraft(book,
                              {.key = options.key.toStdString(),
                               .effectiveFrom = options.effectiveFrom.value_or(context.asOf),
                               .reason = options.reason.toStdString(),
                               .today = context.asOf},
                              context.person));
    HB_CHECK(printChanges(context, report));
    if (report.newVersions.isEmpty()) {
        say(u"It scores as before: no version was made."_s);
    }
    return ExitStatus::Done;
}

void addPublish(Command& scorecard) {
    const auto options = std::make_shared<PublishOptions>();
    Command command = scorecard.add("publish",
                                    "Publish the draft of a template, as it was shaped in the window.",
                                    "scorecard publish enterprise --effective-from 2026-04-01 "
                                    "--reason \"Usage tells more\"");
    command.text("KEY", options->key, "The template").required();
    command.day(
        "--effective-from", options->effectiveFrom, "First day of the new version; default the as-of day");
    command.text("--reason", options->reason, "Why the score changes: it stands with the version").required();
    command.onRun([options](const Context& context) { return publish(context, *options); });
}

void addImport(Command& scorecard) {
    const auto options = std::make_shared<ScorecardOptions>();
    Command command =
        scorecard.add("import",
                      "Take a scorecard file in: a new version of each template that scores differently.",
                      "scorecard import scorecard.json --effective-from 2026-04-01");
    command.text("FILE", options->file, "The scorecard file").required();
    command.day(
        "--effective-from", options->effectiveFrom, "First day of the new versions, in place of the file's");
    command.flag("--prune", options->prune, "Retire the templates that the file lacks");
    command.onRun([options](const Context& context) { return import(context, *options); });
}

} // namespace

void addScorecardCommand(Command& app) {
    Command scorecard = app.add("scorecard",
                                "Import, export or list the scorecard: what scores, and how.",
                                "scorecard export > scorecard.json");
    scorecard.needsCommand();
    addImport(scorecard);
    addPublish(scorecard);

    const auto allVersions = std::make_shared<bool>(false);
    Command exporting = scorecard.add("export",
                                      "Print the scorecard as JSON, the newest version of each template.",
                                      "scorecard export --all-versions > scorecard.json");
    exporting.flag("--all-versions", *allVersions, "Every version of every template");
    exporting.onRun([allVersions](const Context& context) {
        return exportJson(context, *allVersions ? exchange::Versions::All : exchange::Versions::Newest);
    });

    Command listing =
        scorecard.add("list", "List the templates, in the order they are tried.", "scorecard list");
    listing.onRun(list);

    Command linting = scorecard.add(
        "lint",
        "Check the templates in force against the book: a line a finding, exit status 3 with any.",
        "scorecard lint --format table");
    linting.onRun(lint);
}

} // namespace hb::cli
