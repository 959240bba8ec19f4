// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/file_preview.h"
#include "core/book/trial_book.h"
#include "core/model/scorecard.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace hb::pages {

/// "Accounts", "Measurements", "Outcomes".
[[nodiscard]] QString kindWord(book::ImportKind kind);
/// "84,797 rows · 9 metrics: logins, tickets, ... · 7 Jan 2023 to 31 Dec 2024".
[[nodiscard]] QString recognisedSentence(const book::FilePreview& preview);
/// "Enterprise and Everyone else · 12 metrics".
[[nodiscard]] QString recognisedSentence(const Scorecard& scorecard);
/// What a column means here: "owner", "attribute", "metric", "not used".
[[nodiscard]] QString useWord(const book::FileColumn& column);
/// "409 of 412 are in".
[[nodiscard]] QString takenText(const book::FileReport& file);
/// The sentence of an error beside the file's name: without its folder.
[[nodiscard]] QString faultSentence(const Error& error, const QString& path);

/// "57 of 60 accounts would be scored, from 4 of 5 metrics."
[[nodiscard]] QString trialSentence(const book::TrialBook& trial);
/// What else is worth knowing before it is kept: the day on which it opens, who has left.
[[nodiscard]] QString trialNotes(const book::TrialBook& trial, Day today);
/// "3 metrics are new: total_charges, seats and spend. They are kept, and count for nothing until ..."
[[nodiscard]] QString newMetricsSentence(const QStringList& names, bool kept);

/// Rows that would be left out for the same reason, or one of them.
struct LeftOut {
    QString file;          ///< without its folder
    std::int64_t line = 0; ///< of the first
    std::int64_t count = 1;
    QString column;
    QString found; ///< in the first
    QString expected;
};
/// The first ones of every file that nothing mends; many of one column for one reason are one.
[[nodiscard]] std::vector<LeftOut> leftOutRows(const book::TrialBook& trial);
/// How many there are in all.
[[nodiscard]] std::int64_t leftOutCount(const book::TrialBook& trial);
/// "3 rows would be left out."
[[nodiscard]] QString leftOutSentence(const book::TrialBook& trial);
/// What a kept book lacks: "409 of 412 rows are in. 3 were left out. Row 214, renewal_date: ... They are in
/// accounts.rejects.csv, to be mended."
[[nodiscard]] QString keptSentence(const book::TrialBook& trial, const QStringList& rejectsFiles);

} // namespace hb::pages
