// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/import_words.h"

#include "core/wording/error_sentence.h"
#include "core/wording/sentences.h"
#include "ui/theme/texts.h"

#include <QFileInfo>
#include <QLocale>

#include <map>
#include <tuple>
#include <utility>

namespace hb::pages {

namespace {

constexpr std::int64_t shownOneByOne = 5;
constexpr qsizetype lettersAtMost = 60; ///< of names in a row
const QString middleDot = QStringLiteral(" \u00B7 ");

/// In English without a translation: `one` has no number, `many` has it as %1.
QString counted(std::int64_t count, const char* one, const char* many) {
    return count == 1 ? Texts::tr(one)
                      : Texts::tr(many).arg(QLocale().toString(static_cast<qlonglong>(count)));
}

template <typename Number>
QString number(Number count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

/// "a, b and c"; the last ones are a number where there are many.
QString listed(QStringList names) {
    qsizetype shown = 0;
    for (qsizetype length = 0; shown < names.size() && (shown == 0 || length < lettersAtMost); ++shown) {
        length += names[shown].size();
    }
    if (shown < names.size()) {
        const auto more = names.size() - shown;
        names = names.mid(0, shown);
        names.append(Texts::tr("%1 more").arg(number(more)));
    }
    const QString last = names.takeLast();
    return names.isEmpty() ? last : Texts::tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
}

QString daysText(const book::FilePreview& preview) {
    if (!preview.firstDay) {
        return {};
    }
    constexpr Day noYear{}; // every day with its year
    const QString first = wording::dayText(*preview.firstDay, noYear);
    return preview.firstDay == preview.lastDay
               ? Texts::tr("of %1").arg(first)
               : Texts::tr("%1 to %2").arg(first, wording::dayText(*preview.lastDay, noYear));
}

QStringList columnsOf(const book::FilePreview& preview, book::ColumnUse use) {
    QStringList names;
    for (const book::FileColumn& column : preview.columns) {
        if (column.use == use) {
            names.append(column.name);
        }
    }
    return names;
}

QString rowsText(const book::FilePreview& preview) {
    return counted(
        preview.rowCount, QT_TRANSLATE_NOOP("Import", "1 row"), QT_TRANSLATE_NOOP("Import", "%1 rows"));
}

} // namespace

QString kindWord(book::ImportKind kind) {
    switch (kind) {
    case book::ImportKind::Accounts:
        return Texts::tr("Accounts");
    case book::ImportKind::Measurements:
        return Texts::tr("Measurements");
    case book::ImportKind::Outcomes:
        break;
    }
    return Texts::tr("Outcomes");
}

QString useWord(const book::FileColumn& column) {
    switch (column.use) {
    case book::ColumnUse::Account:
        return Texts::tr("account");
    case book::ColumnUse::Field:
        return column.field;
    case book::ColumnUse::Attribute:
        return Texts::tr("attribute");
    case book::ColumnUse::Metric:
        return Texts::tr("metric");
    case book::ColumnUse::NotUsed:
        break;
    }
    return Texts::tr("not used");
}

QString recognisedSentence(const book::FilePreview& preview) {
    QStringList parts{rowsText(preview)};
    if (preview.kind == book::ImportKind::Accounts) {
        const QStringList known = columnsOf(preview, book::ColumnUse::Field);
        const QStringList custom = columnsOf(preview, book::ColumnUse::Attribute);
        if (!known.isEmpty()) {
            parts.append(listed(known));
        }
        if (!custom.isEmpty()) {
            parts.append(Texts::tr("kept as attributes: %1").arg(listed(custom)));
        }
        return parts.join(middleDot);
    }
    if (preview.kind == book::ImportKind::Measurements) {
        const auto count = preview.metrics.size();
        const QString names = count == 0 ? QString() : Texts::tr(": %1").arg(listed(preview.metrics));
        parts.append(counted(count,
                             QT_TRANSLATE_NOOP("Import", "1 metric"),
                             QT_TRANSLATE_NOOP("Import", "%1 metrics")) +
                     names);
    }
    if (const QString days = daysText(preview); !days.isEmpty()) {
        parts.append(days);
    }
    return parts.join(middleDot);
}

QString recognisedSentence(const Scorecard& scorecard) {
    QStringList templates;
    for (const Template& each : scorecard.templates) {
        templates.append(QString::fromStdString(each.name));
    }
    return listed(templates) + middleDot +
           counted(static_cast<std::int64_t>(scorecard.metrics.size()),
                   QT_TRANSLATE_NOOP("Import", "1 metric"),
                   QT_TRANSLATE_NOOP("Import", "%1 metrics"));
}

QString takenText(const book::FileReport& file) {
    const book::ImportReport& report = file.report;
    if (report.read == 0) {
        return Texts::tr("No rows");
    }
    const std::int64_t in = report.read - report.rejected;
    if (report.rejected == 0) {
        return report.read == 1 ? Texts::tr("1 is in") : Texts::tr("All %1 are in").arg(number(in));
    }
    const QString taken = Texts::tr("%1 of %2 are in").arg(number(in), number(report.read));
    return file.isMended ? Texts::tr("%1, the others mended").arg(taken) : taken;
}

QString faultSentence(const Error& error, const QString& path) {
    Error shown = error;
    const std::string folder = path.toStdString();
    const std::string name = QFileInfo(path).fileName().toStdString();
    for (std::string* text : {&shown.place, &shown.what, &shown.found}) {
        if (const std::size_t at = text->find(folder); at != std::string::npos) {
            text->replace(at, folder.size(), name);
        }
    }
    return wording::errorSentence(shown);
}

QString trialSentence(const book::TrialBook& trial) {
    const auto accounts = static_cast<std::int64_t>(trial.accountCount);
    if (accounts == 0) {
        return Texts::tr("No account would be in the book.");
    }
    if (trial.measuredCount == 0 && !trial.newMetrics.empty()) {
        return counted(
            accounts,
            QT_TRANSLATE_NOOP("Import", "1 account would be in the book: match your metrics to score it."),
            QT_TRANSLATE_NOOP("Import",
                              "%1 accounts would be in the book: match your metrics to score them."));
    }
    if (trial.measuredCount == 0) {
        return counted(
            accounts,
            QT_TRANSLATE_NOOP("Import", "1 account would be in the book; nothing measures it yet."),
            QT_TRANSLATE_NOOP("Import", "%1 accounts would be in the book; nothing measures them yet."));
    }
    const QString scored = accounts == 1 ? Texts::tr("%1 of 1 account would be scored").arg(trial.scoredCount)
                                         : Texts::tr("%1 of %2 accounts would be scored")
                                               .arg(number(trial.scoredCount), number(trial.accountCount));
    const QString from =
        trial.metricCount == 1
            ? Texts::tr("from its 1 metric")
            : Texts::tr("from %1 of %2 metrics").arg(trial.measuredCount).arg(trial.metricCount);
    return Texts::tr("%1, %2.").arg(scored, from);
}

QString trialNotes(const book::TrialBook& trial, Day today) {
    QStringList notes;
    if (trial.day < today) {
        notes.append(Texts::tr("Your data ends on %1: the book opens on that day.")
                         .arg(wording::dayText(trial.day, today)));
    }
    if (trial.scoredCount == 0 && trial.measuredCount > 0) {
        notes.append(
            Texts::tr("Too little of each score is measured: match more metrics, or leave out those without "
                      "data."));
    }
    if (trial.churnedCount > 0) {
        notes.append(counted(static_cast<std::int64_t>(trial.churnedCount),
                             QT_TRANSLATE_NOOP("Import", "1 more account has left by then."),
                             QT_TRANSLATE_NOOP("Import", "%1 more accounts have left by then.")));
    }
    if (leftOutCount(trial) > 0) {
        notes.append(leftOutSentence(trial));
    }
    return notes.isEmpty() ? Texts::tr("Every row is in. Nothing is kept until you say so.")
                           : notes.join(QChar::Space);
}

QString newMetricsSentence(const QStringList& names, bool kept) {
    if (names.size() == 1) {
        return kept ? Texts::tr(
                          "1 metric is new: %1. It is kept, and counts for nothing until a template uses it.")
                          .arg(names.front())
                    : Texts::tr("1 metric is new: %1. Its values are left out.").arg(names.front());
    }
    const QString what = Texts::tr("%1 metrics are new: %2.").arg(number(names.size()), listed(names));
    return kept ? Texts::tr("%1 They are kept, and count for nothing until a template uses them.").arg(what)
                : Texts::tr("%1 Their values are left out.").arg(what);
}

std::vector<LeftOut> leftOutRows(const book::TrialBook& trial) {
    using Reason = std::tuple<QString, QString, QString>; // file, column, what was expected
    std::map<Reason, std::int64_t> counts;
    const auto reasonOf = [](const book::Reject& reject) {
        return Reason(reject.file, reject.column, reject.expected);
    };
    for (const book::FileReport& file : trial.files) {
        for (const book::Reject& reject : file.report.rejects) {
            ++counts[reasonOf(reject)];
        }
    }
    std::vector<LeftOut> rows;
    for (const book::FileReport& file : trial.files) {
        for (const book::Reject& reject : file.report.rejects) {
            std::int64_t& count = counts[reasonOf(reject)];
            if (file.isMended || count == 0) {
                continue;
            }
            const bool together = count > shownOneByOne;
            rows.push_back({.file = QFileInfo(reject.file).fileName(),
                            .line = reject.line,
                            .count = together ? std::exchange(count, 0) : 1,
                            .column = reject.column,
                            .found = reject.found,
                            .expected = reject.expected});
        }
    }
    return rows;
}

std::int64_t leftOutCount(const book::TrialBook& trial) {
    std::int64_t count = 0;
    for (const book::FileReport& file : trial.files) {
        count += file.isMended ? 0 : file.report.rejected;
    }
    return count;
}

QString leftOutSentence(const book::TrialBook& trial) {
    return counted(leftOutCount(trial),
                   QT_TRANSLATE_NOOP("Import", "1 row would be left out."),
                   QT_TRANSLATE_NOOP("Import", "%1 rows would be left out."));
}

QString keptSentence(const book::TrialBook& trial, const QStringList& rejectsFiles) {
    wording::RejectedRows rows;
    rows.rejected = leftOutCount(trial);
    for (const book::FileReport& file : trial.files) {
        rows.read += file.report.read - (file.isMended ? file.report.rejected : 0);
    }
    if (const std::vector<LeftOut> leftOut = leftOutRows(trial); !leftOut.empty()) {
        const LeftOut& first = leftOut.front();
        rows.line = first.line;
        rows.column = first.column;
        rows.found = first.found;
        rows.expected = first.expected;
    }
    QStringList names;
    for (const QString& file : rejectsFiles) {
        names.append(QFileInfo(file).fileName());
    }
    return Texts::tr("%1 They are in %2, to be mended.")
        .arg(wording::rejectedRowsSentence(rows), names.join(QStringLiteral(", ")));
}

} // namespace hb::pages
