// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
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
    void setToday(Day today, bool isPast = false);
    void setDay(std::optional<Day> day);
    /// None: nothing is typed, or no day is.
    [[nodiscard]] std::optional<Day> day() const;
    [[nodiscard]] bool isBlank() const { return text().trimmed().isEmpty(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showCalendar();
    const theme::Theme& m_theme;
    Day m_today;
    bool m_isPast = false;
};

} // namespace hb::pages
