// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/trial_book.h"

#include <QString>
#include <QStringList>

namespace hb::pages {

/// "57 of 60 accounts would be scored, from 4 of 5 metrics."
[[nodiscard]] QString trialSentence(const book::TrialBook& trial);
/// A line a file: "accounts.csv: 409 of 412 rows would be taken, 3 left out."
[[nodiscard]] QString countSentences(const book::TrialBook& trial);
/// The first rows that would be left out: "Row 214, renewal_date: ..."
[[nodiscard]] QStringList rejectSentences(const book::TrialBook& trial);

} // namespace hb::pages
