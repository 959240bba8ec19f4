// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"

#include <optional>
#include <string>

namespace hb::pages {

/// An account of a card, in what a snapshot shows.
struct RedPlace {
    AccountIndex account = 0;
    MetricIndex metric = 0;
};
/// None: the account or the metric is not in it.
[[nodiscard]] std::optional<RedPlace>
placeOf(const Snapshot& snapshot, const std::string& metric, const QString& account);

/// An edit with the sentence that says it was done.
struct TeamEdit {
    book::Edit edit;
    QString text;
};

/// A next step at the account: what helps, for `person`, to move the metric.
[[nodiscard]] TeamEdit
takeEdit(const Snapshot& snapshot, AccountIndex account, MetricIndex metric, const QString& person, Day day);
/// A note on the account that says whom it is for and what it is about.
[[nodiscard]] TeamEdit
answerEdit(const Snapshot& snapshot, AccountIndex account, MetricIndex metric, const QString& text, Day day);
/// Who has a step open at the account that is to move the metric: "Ana Lopez has taken it", "Taken by you"
/// where `person` has; empty: nobody.
[[nodiscard]] QString
takenText(const Snapshot& snapshot, AccountIndex account, MetricIndex metric, Day day, const QString& person);

} // namespace hb::pages
