// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "core/book/edits.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

struct SetOptions {
    QString account;
    QString metric;
    QString value;
    std::optional<Day> date;
    QString note;
};

Result<MetricIndex> findMetric(const Snapshot& snapshot, const QString& key) {
    const std::optional<MetricIndex> metric = snapshot.findMetric(key.toStdString());
    if (!metric) {
        return failure({.code = ErrorCode::NotFound,
                        .what = "The book has no such metric",
                        .found = key.toStdString(),
                        .expected = "the key of a metric of the book",
                        .hint = "See them with: healthbook-cli scorecard export"});
    }
    return *metric;
}

/// The level by its label, without case, or by its number.
std::optional<double> levelOf(const Metric& metric, const QString& text) {
    const std::optional<double> number = parseNumber(text.toStdString());
    for (const Level& level : metric.rule.levels) {
        if ((number && *number == level.level) ||
            QString::fromStdString(level.label).compare(text, Qt::CaseInsensitive) == 0) {
            return level.level;
        }
    }
    return std::nullopt;
}

Result<double> readValue(const Metric& metric, const QString& given) {
    const QString text = given.trimmed();
    const bool isLevel = metric.rule.kind == MetricKind::Level;
    const std::optional<double> value = isLevel ? levelOf(metric, text) : parseNumber(text.toStdString());
    if (value) {
        return *value;
    }
    QStringList levels;
    for (const Level& level : metric.rule.levels) {
        levels << u"%1 (%2)"_s.arg(level.level).arg(QString::fromStdString(level.label));
    }
    return failure(
        {.code = ErrorCode::InvalidInput,
         .what = "Could not set " + metric.key,
         .found = given.toStdString(),
         .expected = isLevel ? "one of " + levels.join(u", "_s).toStdString() : "a number like 42.5"});
}

Result<ExitStatus> setValue(const Context& context, const SetOptions& options) {
    HB_TRY(OpenAccount account, context.openAccount(options.account));
    HB_TRY(const MetricIndex index, findMetric(*account.snapshot, options.metric));
    const Metric& metric = account.snapshot->scorecard->metrics[index];
    if (!metric.rule.series.empty()) {
        return failure({.code = ErrorCode::InvalidInput,
                        .what = "Could not set " + metric.key +
                                ": it takes no measurements, it reads those of " + metric.rule.series,
                        .hint = "Set " + metric.rule.series + " instead"});
    }
    HB_TRY(const double value, readValue(metric, options.value));
    const Day day = options.date.value_or(context.asOf);
    const book::SetMeasurement edit{.account = account.id(),
                                    .metric = account.snapshot->metricIds[index],
                                    .day = day,
                                    .value = value,
                                    .note = options.note};
    HB_CHECK(book::apply(account.book, edit, context.person));
    say(u"%1 of %2 is %3 on %4."_s.arg(
        options.metric, options.account, options.value.trimmed(), QString::fromStdString(toIsoText(day))));
    return ExitStatus::Done;
}

} // namespace

void addSetCommand(Command& app) {
    const auto options = std::make_shared<SetOptions>();
    Command command = app.add("set",
                              "Set a measurement by hand: a number, or a level by its number or label.",
                              "set A1 sentiment \"at risk\" --note \"Their sponsor has gone quiet\"");
    command.text("ID", options->account, "The account").required();
    command.text("METRIC", options->metric, "The key of the metric").required();
    command.text("VALUE", options->value, "The value; imports do not replace it").required();
    command.day("--date", options->date, "The day of the value; default --as-of");
    command.text("--note", options->note, "Words to keep beside it").called("TEXT");
    command.onRun([options](const Context& context) { return setValue(context, *options); });
}

} // namespace hb::cli
