// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/import_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace hb::pages {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Import", text);
}

QString number(std::int64_t count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString countSentence(const QString& what, const book::ImportReport& report) {
    if (report.read == 0) {
        return tr("%1: no rows.").arg(what);
    }
    const QString taken = tr("%1: %2 of %3 would be taken")
                              .arg(what, number(report.read - report.rejected), number(report.read));
    return report.rejected == 0 ? taken + u'.' : tr("%1, %2 left out.").arg(taken, number(report.rejected));
}

} // namespace

QString trialSentence(const book::TrialBook& trial) {
    return tr("%1 of %2 accounts would be scored, from %3 of %4 metrics.")
        .arg(number(static_cast<std::int64_t>(trial.scoredCount)),
             number(static_cast<std::int64_t>(trial.accountCount)),
             number(static_cast<std::int64_t>(trial.measuredCount)),
             number(static_cast<std::int64_t>(trial.metricCount)));
}

QString countSentences(const book::TrialBook& trial) {
    QStringList lines;
    if (trial.accounts.read > 0) {
        lines.append(countSentence(tr("Accounts"), trial.accounts));
    }
    if (trial.measurements.read > 0) {
        lines.append(countSentence(tr("Measurements"), trial.measurements));
    }
    return lines.join(u'\n');
}

QStringList rejectSentences(const book::TrialBook& trial) {
    QStringList sentences;
    for (const book::ImportReport* report : {&trial.accounts, &trial.measurements}) {
        for (const book::Reject& reject : report->rejects) {
            const QString place = reject.column.isEmpty()
                                      ? tr("Row %1").arg(reject.line)
                                      : tr("Row %1, %2").arg(reject.line).arg(reject.column);
            sentences.append(tr("%1: \"%2\"; expected %3").arg(place, reject.found, reject.expected));
        }
    }
    return sentences;
}

} // namespace hb::pages
