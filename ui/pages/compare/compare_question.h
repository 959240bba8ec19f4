// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/grouping.h"
#include "ui/pages/compare/compare_part.h"
#include "ui/session/view_state.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <span>
#include <stop_token>

// What is compared, as words, as a place to come back to and as what a book was asked last.

namespace hb::pages {

/// "This quarter", "Two days".
[[nodiscard]] QString periodName(analytics::PeriodKind kind);
/// Its name in settings and menus: "this_quarter".
[[nodiscard]] QString periodKey(analytics::PeriodKind kind);
[[nodiscard]] std::optional<analytics::PeriodKind> periodKindOf(const QString& key);
/// "31 Dec → 30 Mar".
[[nodiscard]] QString periodText(const analytics::Period& period, Day today);

/// Every attribute of the book by which accounts can be compared: the known ones first, as people ask for
/// them, then the book's own. Names, amounts and days of renewal make no groups.
[[nodiscard]] QStringList comparableAttributes(const Snapshot& snapshot);
/// Groups the book by each attribute that has not a great many values, in the thread of the scoring, until it
/// is asked to stop: whoever then asks for one of them has it at once.
void groupAhead(const analytics::ComparedBook& book, const std::stop_token& stop);
/// The accounts have at least two values of it on the day; none is one.
[[nodiscard]] bool
tellsApart(const Snapshot& snapshot, const QString& key, Day day, std::span<const analytics::PaidAccount> of);
/// Some account pays.
[[nodiscard]] bool hasArr(std::span<const analytics::PaidAccount> living);

/// The living accounts of the later day by the question's attributes; kept with the compared book.
[[nodiscard]] const analytics::Grouping& groupingOf(const CompareView& view);
/// "Ana Lopez", "EMEA, No segment".
[[nodiscard]] QString groupName(const CompareView& view, const analytics::AccountGroup& group);

/// The filter of the Book page that shows a group, or all that is compared.
[[nodiscard]] session::Filter filterOf(const CompareView& view,
                                       const std::optional<std::array<TextIndex, 2>>& group);

/// The question that a place asks on a day; whatever the book does not have gives way to what it has.
[[nodiscard]] CompareQuestion
questionOf(const session::CompareState& state, const Snapshot& snapshot, Day day);
[[nodiscard]] session::CompareState stateOf(const CompareQuestion& question, const QString& tab);
[[nodiscard]] QStringList toText(const session::CompareState& state);
/// The inverse; what cannot be read is as it was never asked.
[[nodiscard]] session::CompareState compareStateFromText(const QStringList& text);

/// An account's score as it is shown everywhere: its letter, or a number as its scheme writes it; empty
/// without one.
[[nodiscard]] QString accountScoreText(const analytics::ComparedBook& book,
                                       const scoring::AccountScore& score,
                                       std::optional<SchemeKind> shownAs);

} // namespace hb::pages
