// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/files.h"
#include "core/book/import_into_book.h"
#include "core/ingest/column_mapping.h"

#include <QLocale>

#include <memory>
#include <ranges>

using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

struct ImportOptions {
    QStringList files;
    std::optional<Day> date;
    QString source;
    QString mapping;
    QString encoding;
    QString rejects;
    QString onError;
    bool createAccounts = false;
    bool createMetrics = false;
    bool dryRun = false;
};

Result<book::ImportRequest>
toRequest(const Context& context, book::ImportKind kind, const ImportOptions& options) {
    book::ImportRequest request;
    request.kind = kind;
    request.files = options.files;
    request.date = options.date.value_or(context.asOf);
    request.dateGiven = options.date.has_value();
    request.source = options.source;
    if (!options.mapping.isEmpty()) {
        HB_TRY(const QByteArray json, readFile(options.mapping, u"Could not read the mapping"_s));
        HB_TRY(request.mapping, ingest::parseMapping(json, options.mapping));
        request.mappingFile = options.mapping;
    }
    request.encoding = options.encoding;
    request.createAccounts = options.createAccounts;
    request.createMetrics = options.createMetrics;
    request.onError = options.onError == u"abort"_s ? book::OnError::Abort : book::OnError::Reject;
    request.dryRun = options.dryRun;
    request.rejectsFile = options.rejects;
    return request;
}

std::optional<std::int64_t> runNumber(const book::ImportReport& report) {
    return report.run.isValid() ? std::optional(report.run.value) : std::nullopt;
}

std::string jsonOrNull(const QString& text) {
    return text.isNull() ? std::string("null") : jsonText(text.toStdString());
}

QByteArray toJson(const book::ImportReport& report) {
    const std::optional<std::int64_t> run = runNumber(report);
    std::string json = "{\"run\": " + (run ? std::to_string(*run) : std::string("null"));
    const std::pair<const char*, std::int64_t> counts[] = {{"read", report.read},
                                                           {"inserted", report.inserted},
                                                           {"updated", report.updated},
                                                           {"unchanged", report.unchanged},
                                                           {"kept_by_hand", report.keptByHand},
                                                           {"rejected", report.rejected}};
    for (const auto& [name, count] : counts) {
        json += ", " + jsonText(name) + ": " + std::to_string(count);
    }
    json += ", \"rejects\": [";
    const char* separator = "\n";
    for (const book::Reject& reject : report.rejects) {
        json += separator;
        json += "{\"file\": " + jsonText(reject.file.toStdString()) +
                ", \"line\": " + std::to_string(reject.line) + ", \"column\": " + jsonOrNull(reject.column) +
                ", \"found\": " + jsonOrNull(reject.found) +
                ", \"expected\": " + jsonOrNull(reject.expected) + "}";
        separator = ",\n";
    }
    return QByteArray::fromStdString(json + (report.rejects.empty() ? "]}\n" : "\n]}\n"));
}

Result<void> printCounts(const Context& context, const book::ImportReport& report) {
    if (context.format == Format::Json) {
        return context.print(toJson(report));
    }
    const auto table = context.table(
        {{"run"}, {"read"}, {"inserted"}, {"updated"}, {"unchanged"}, {"kept_by_hand"}, {"rejected"}});
    table->row(runNumber(report),
               report.read,
               report.inserted,
               report.updated,
               report.unchanged,
               report.keptByHand,
               report.rejected);
    return table->finish();
}

/// An offending text in a sentence: a line of a terminal, not a megabyte, and none of its control characters.
QString shortened(QString text) {
    constexpr qsizetype most = 80;
    if (text.size() > most) {
        text = text.left(most) + u"…"_s;
    }
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control) {
            c = u' ';
        }
    }
    return text;
}

QString counted(std::int64_t number) {
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(number));
}

/// A line a file, column and reason; the rejects file has the rows.
void sayRejects(const book::ImportReport& report) {
    constexpr std::size_t most = 20;
    std::int64_t left = report.findings;
    for (const book::RejectGroup& group : report.rejectGroups | std::views::take(most)) {
        const book::Reject& reject = group.first;
        const QString column =
            reject.column.isEmpty() ? QString() : u", column %1"_s.arg(shortened(reject.column));
        const QString more = group.count == 1 ? QString() : u" and %1 more"_s.arg(counted(group.count - 1));
        say(u"%1, line %2%3%4: found \"%5\", expected %6"_s.arg(reject.file)
                .arg(reject.line)
                .arg(more, column, shortened(reject.found), reject.expected));
        left -= group.count;
    }
    if (left > 0) {
        say(u"and %1 more"_s.arg(counted(left)));
    }
    if (!report.rejectFiles.isEmpty()) {
        say(u"Rejected rows to mend and import again: %1"_s.arg(report.rejectFiles.join(u", "_s)));
    }
    if (!report.staleRejectFiles.isEmpty()) {
        say(u"Removed, because none of their rows is rejected any more: %1"_s.arg(
            report.staleRejectFiles.join(u", "_s)));
    }
}

/// What to do about all that the book lacks, said once.
void sayHints(const book::ImportReport& report) {
    if (report.lacksAccounts) {
        say(u"The book lacks some of the accounts: import them first (healthbook-cli import accounts), or "
            "repeat this with --create-accounts."_s);
    }
    if (report.lacksMetrics) {
        say(u"The book lacks some of the metrics: name their columns in a mapping, or repeat this with "
            "--create-metrics."_s);
    }
    if (report.lacksNames) {
        const QString hint = u"New accounts need a column called name."_s;
        say(report.likelyNames.isEmpty()
                ? hint
                : hint + u" Its column %1 may be it: rename it to name, or say so in a mapping."_s.arg(
                             report.likelyNames.join(u" or "_s)));
    }
}

Result<ExitStatus> import(const Context& context, book::ImportKind kind, const ImportOptions& options) {
    HB_TRY(const book::ImportRequest request, toRequest(context, kind, options));
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(const book::ImportReport report, book::importIntoBook(book, request, context.person, context.job));
    HB_CHECK(printCounts(context, report));
    sayRejects(report);
    sayHints(report);
    if (options.dryRun) {
        say(u"Dry run: nothing was written."_s);
    }
    if (report.aborted) {
        say(u"healthbook-cli: Stopped at the rejected rows; nothing was changed."_s);
        return ExitStatus::CouldNot;
    }
    return report.rejected > 0 ? ExitStatus::Findings : ExitStatus::Done;
}

const char* dayHelp(book::ImportKind kind) {
    switch (kind) {
    case book::ImportKind::Accounts:
        return "The day from which the values hold; default --as-of";
    case book::ImportKind::Measurements:
        return "The day of wide files without a column date; long files must have one";
    case book::ImportKind::Outcomes:
        break;
    }
    return "Of no effect: outcomes must have a column date";
}

constexpr const char* mappingHelp =
    "A mapping file says how the columns and forms of a source read, as in\n"
    "  {\"format\": \"healthbook-mapping/1\",\n"
    "   \"columns\": {\"Customer\": \"account_id\", \"Logins\": \"logins\", \"Memo\": null},\n"
    "   \"date_format\": \"dd.MM.yyyy\", \"decimal\": \",\", \"thousands\": \".\"}\n"
    "Also: percent, currency, same_day, derive, levels, key (see the manual).";

void addKind(Command& parent,
             book::ImportKind kind,
             const std::string& name,
             const std::string& sentence,
             const std::string& example) {
    const auto options = std::make_shared<ImportOptions>();
    Command command = parent.add(name, sentence, example);
    command.texts("FILE", options->files, "CSV files, taken as one run").required();
    command.day("--date", options->date, dayHelp(kind));
    command.text("--source", options->source, "The system the files come from, for the record")
        .called("NAME");
    command.text("--mapping", options->mapping, "A mapping file: how columns and forms read; see below")
        .called("FILE");
    command.teach(mappingHelp);
    command.text("--encoding", options->encoding, "Of the files, as UTF-8; default: found out")
        .called("NAME");
    command.flag("--create-accounts", options->createAccounts, "Make accounts that the book lacks");
    command.flag("--create-metrics", options->createMetrics, "Make metrics that the book lacks");
    command.text("--on-error", options->onError, "reject (default): take the good rows; abort: take none")
        .called("WAY")
        .oneOf({"reject", "abort"});
    command.flag("--dry-run", options->dryRun, "Only say what would happen");
    command.text("--rejects", options->rejects, "Where to write rejected rows; default FILE.rejects.csv")
        .called("FILE");
    command.onRun([kind, options](const Context& context) { return import(context, kind, *options); });
}

} // namespace

void addImportCommand(Command& app) {
    Command parent =
        app.add("import",
                "Take CSV files in: accounts, measurements or outcomes. Rows that do not fit are kept aside.",
                "import measurements usage.csv --create-metrics");
    parent.needsCommand();
    addKind(parent,
            book::ImportKind::Accounts,
            "accounts",
            "account_id, name, and any attributes; their values hold from --date on.",
            "import accounts crm.csv --date 2026-03-31");
    addKind(parent,
            book::ImportKind::Measurements,
            "measurements",
            "Long (account_id, metric, date, value) or wide (account_id, date, a column a metric).",
            "import measurements usage.csv tickets.csv --source analytics");
    addKind(parent,
            book::ImportKind::Outcomes,
            "outcomes",
            "account_id, date, outcome: renewed, churned, expanded or downgraded.",
            "import outcomes renewals.csv");
}

} // namespace hb::cli
