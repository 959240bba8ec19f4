// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "core/scoring/explain_change.h"
#include "core/scoring/explain_score.h"
#include "core/wording/sentences.h"

#include <algorithm>
#include <memory>

using namespace hb::scoring;
using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

struct Options {
    QString account;
    std::optional<Day> since;
};

const std::vector<Column> columns = {{"kind"},
                                     {"key"},
                                     {"cause"},
                                     {"value_before"},
                                     {"value_after"},
                                     {"score_before", Show::Score},
                                     {"score_after", Show::Score},
                                     {"share_before", Show::Share},
                                     {"share_after", Show::Share},
                                     {"points"}};

const char* kindText(LineKind kind) {
    switch (kind) {
    case LineKind::Metric:
        return "points_lost";
    case LineKind::GroupOverrides:
        return "group_overrides";
    case LineKind::Exceptions:
        return "exceptions";
    case LineKind::OverallOverride:
        return "overall_override";
    }
    return "";
}

/// A line that is not a metric's: a kind and points.
void stepRow(OutputTable& table, LineKind kind, double points) {
    table.cell(kindText(kind));
    for (int i = 0; i < 8; ++i) {
        table.absent();
    }
    table.cell(points);
    table.endRow();
}

/// The metrics, the largest cost first, then the other lines in the order in which they act.
std::vector<CostLine> inOrder(std::vector<CostLine> lines) {
    std::ranges::stable_sort(lines, {}, [](const CostLine& line) { return static_cast<int>(line.kind); });
    return lines;
}

Result<void> printCosts(const Context& context, const Scorer& scorer, const AccountDetail& detail) {
    const CompiledVersion& version = scorer.version(detail.templateIndex, detail.versionIndex);
    const auto table = context.table(columns);
    for (const CostLine& line : inOrder(explainScore(detail))) {
        if (line.kind != LineKind::Metric) {
            stepRow(*table, line.kind, line.points);
            continue;
        }
        const MetricDetail& metric = detail.metrics[line.metric];
        const std::optional<double> before;
        table->row(kindText(line.kind),
                   scorer.snapshot().scorecard->metrics[version.metrics[line.metric].metric].key,
                   std::optional<QString>(),
                   before,
                   metric.value.value,
                   before,
                   metric.score,
                   before,
                   metric.share,
                   line.points);
    }
    return table->finish();
}

Result<void> printChange(const Context& context, const Scorer& scorer, const ChangeExplanation& change) {
    const auto table = context.table(columns);
    for (const ChangeLine& line : change.lines) {
        if (line.kind != LineKind::Metric) {
            stepRow(*table, line.kind, line.points);
            continue;
        }
        table->row(line.part == Part::Value ? "value" : "weight",
                   scorer.snapshot().scorecard->metrics[line.metric].key,
                   orAbsent(toText(line.cause)),
                   line.valueBefore,
                   line.valueAfter,
                   line.scoreBefore,
                   line.scoreAfter,
                   line.shareBefore,
                   line.shareAfter,
                   line.points);
    }
    return table->finish();
}

QByteArray asLines(const QStringList& sentences) {
    QByteArray text;
    for (const QString& sentence : sentences) {
        if (!sentence.isEmpty()) {
            text += sentence.toUtf8() + '\n';
        }
    }
    return text;
}

Result<void> printCostSentences(const Context& context, const Scorer& scorer, const AccountDetail& detail) {
    QStringList sentences;
    const bool isScored = detail.band != Band::None;
    if (!isScored) {
        sentences << wording::coverageSentence(scorer, detail);
    } else {
        const auto& ranges = scorer.version(detail.templateIndex, detail.versionIndex).ranges;
        sentences << u"%1 (%2). %3"_s.arg(
            wording::scoreText(*detail.overall, std::max(1, wording::schemeDecimals(ranges))),
            wording::bandName(detail.band),
            wording::driverSentence(scorer, detail));
    }
    sentences << wording::overrideSentence(scorer, detail, context.asOf)
              << wording::exceptionSentence(scorer, detail);
    for (const CostLine& line : isScored ? explainScore(detail) : std::vector<CostLine>()) {
        sentences << u"  %1  %2"_s.arg(wording::pointsText(line.points).rightJustified(6),
                                       wording::costLineName(scorer, detail, line));
    }
    for (std::size_t m = 0; m < detail.metrics.size(); ++m) {
        sentences << wording::staleSentence(scorer, detail, m);
    }
    if (isScored) {
        sentences << wording::helpSentence(scorer, detail);
    }
    return context.print(asLines(sentences));
}

Result<void>
printChangeSentences(const Context& context, const Scorer& scorer, const ChangeExplanation& change) {
    QStringList sentences{wording::changeSentence(scorer, change, context.asOf)};
    for (const ChangeLine& line : change.lines) {
        sentences << u"  "_s + wording::changeLineSentence(scorer, change, line, context.asOf);
    }
    return context.print(asLines(sentences));
}

void sayMissingDay(const AccountDetail& detail) {
    if (!detail.rollUp) {
        say(u"No metric had a score on %1, so there is nothing to take apart."_s.arg(
            QString::fromStdString(toIsoText(detail.day))));
    }
}

Result<ExitStatus> explain(const Context& context, const Options& options) {
    if (options.since && *options.since > context.asOf) {
        say(u"healthbook-cli: --since must not be after --as-of."_s);
        return ExitStatus::WrongUsage;
    }
    HB_TRY(const auto snapshot, context.readBook());
    HB_TRY(const AccountIndex account, findAccount(*snapshot, options.account));
    const Scorer scorer(snapshot);
    const bool asSentences = context.format == Format::Table;
    if (options.since) {
        const ChangeExplanation change = explainChange(scorer, account, *options.since, context.asOf);
        HB_CHECK(asSentences ? printChangeSentences(context, scorer, change)
                             : printChange(context, scorer, change));
        sayMissingDay(change.before);
        sayMissingDay(change.after);
    } else {
        const AccountDetail detail = scorer.detail(account, context.asOf);
        HB_CHECK(asSentences ? printCostSentences(context, scorer, detail)
                             : printCosts(context, scorer, detail));
        sayMissingDay(detail);
    }
    sayWhereDataEnds(context, *snapshot);
    return ExitStatus::Done;
}

} // namespace

void addExplainCommand(Command& app) {
    const auto options = std::make_shared<Options>();
    Command command = app.add("explain",
                              "Say what costs an account points, or with --since what changed its score.",
                              "explain A1 --as-of 2026-03-31 --since 2026-03-01");
    command.teach("Columns: kind, key, cause, value_before, value_after, score_before, score_after,\n"
                  "share_before, share_after, points.\n"
                  "Without --since a row a metric, kind points_lost: points are what it costs, a\n"
                  "positive number, and they sum to 100 minus the score.\n"
                  "With --since two rows a metric: value, because it went up or down, and weight,\n"
                  "because its part of the score did. Positive points raised the score, negative\n"
                  "ones lowered it, and they sum to the change.\n"
                  "Both end in group_overrides, exceptions and overall_override, where they act.\n"
                  "As a table (on a terminal, or with --format table) it says all that in words.");
    command.text("ID", options->account, "The account").required();
    command.day("--since", options->since, "Explain the change from this day to --as-of");
    command.onRun([options](const Context& context) { return explain(context, *options); });
}

} // namespace hb::cli
