// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCalendarWidget;

namespace hb::theme {
class Theme;
}

namespace hb::widgets {

/// Gives a calendar the look of the house, now and whenever the theme changes: weeks from Monday, no numbers
/// of weeks, Saturdays and Sundays as any day (red is for health alone), arrows from the icon set. Days are
/// chosen in it, never typed.
void dressCalendar(QCalendarWidget& calendar, const theme::Theme& theme);

} // namespace hb::widgets
