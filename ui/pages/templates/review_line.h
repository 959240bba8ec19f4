// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace hb::pages {

/// Reminds of a review that the charter asks for and that is due; not there while none is.
class ReviewLine : public QWidget {
    Q_OBJECT
public:
    ReviewLine(const theme::Theme& theme, QWidget* parent = nullptr);
    /// Null: a template that was never published.
    void showTemplate(const Template* each, Day today);

Q_SIGNALS:
    void charterAsked();

private:
    QLabel* m_sentence;
};

/// The same day of a later month, or the month's last.
[[nodiscard]] std::optional<Day> monthsAfter(Day day, int months);
/// The day of the next review where one is made every so many months, counted from the newest version.
[[nodiscard]] std::optional<Day> nextReview(const Template& each, int months);

} // namespace hb::pages
