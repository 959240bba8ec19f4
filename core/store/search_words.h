// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace hb::store {

/// What somebody looks for, word by word, safe for whatever is typed.
struct SoughtWords {
    QStringList words; ///< found by their beginning, without case and accents
    QStringList signs; ///< found wherever they stand: signs, emoji, scripts that set no blanks

    [[nodiscard]] bool isEmpty() const { return words.isEmpty() && signs.isEmpty(); }
};
[[nodiscard]] SoughtWords soughtIn(const QString& text);

/// Every one of them stands in the text: what the index of words answers, for texts that have none.
[[nodiscard]] bool holdsAll(const QString& text, const SoughtWords& sought);
/// Where the first of any of them stands; -1: none does.
[[nodiscard]] qsizetype firstHit(const QString& text, const SoughtWords& sought);

} // namespace hb::store
