// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/typed_day.h"
#include "ui/theme/theme.h"

#include <QLineEdit>

#include <optional>

namespace hb::pages {

/// A day that is typed as people say it, or chosen in a calendar (its sign at the end, or Alt+Down).
class DayField : public QLineEdit {
    Q_OBJECT

public:
    DayField(const theme::Theme& theme, QWidget* parent);
    /// What "today" means to whoever types, and which years are meant by days without one.
    void setToday(Day today, DayMeant meant = DayMeant::Next);
    void setDay(std::optional<Day> day);
    /// As it writes a day; empty for none.
    [[nodiscard]] static QString textOf(std::optional<Day> day);
    /// The day that a text of it means.
    [[nodiscard]] std::optional<Day> dayOf(const QString& text) const;
    /// None: nothing is typed, or no day is.
    [[nodiscard]] std::optional<Day> day() const;
    [[nodiscard]] bool isBlank() const { return text().trimmed().isEmpty(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showCalendar();
    const theme::Theme& m_theme;
    Day m_today;
    DayMeant m_meant = DayMeant::Next;
};

} // namespace hb::pages
