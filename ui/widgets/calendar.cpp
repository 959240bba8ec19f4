// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/calendar.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCalendarWidget>
#include <QCoreApplication>
#include <QTextCharFormat>
#include <QToolButton>

namespace hb::widgets {

namespace {

void setColours(QCalendarWidget& calendar, const theme::Theme& theme) {
    QTextCharFormat head;
    head.setForeground(theme.tokens().muted);
    calendar.setHeaderTextFormat(head);
    QTextCharFormat day;
    day.setForeground(theme.tokens().ink);
    for (const Qt::DayOfWeek weekend : {Qt::Saturday, Qt::Sunday}) {
        calendar.setWeekdayTextFormat(weekend, day);
    }
    const auto setIcon = [&](const char* name, theme::Icon icon) {
        if (auto* button = calendar.findChild<QToolButton*>(QString::fromLatin1(name))) {
            button->setIcon(theme.icon(icon));
        }
    };
    setIcon("qt_calendar_prevmonth", theme::Icon::ChevronLeft);
    setIcon("qt_calendar_nextmonth", theme::Icon::ChevronRight);
}

} // namespace

void dressCalendar(QCalendarWidget& calendar, const theme::Theme& theme) {
    calendar.setFirstDayOfWeek(Qt::Monday);
    calendar.setDateEditEnabled(false); // its own field takes "31 Feb" for another day, and says nothing
    calendar.setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (auto* days = calendar.findChild<QAbstractItemView*>(QStringLiteral("qt_calendar_calendarview"))) {
        days->setAccessibleName(QCoreApplication::translate("Calendar", "Days"));
    }
    setColours(calendar, theme);
    QObject::connect(&theme, &theme::Theme::changed, &calendar, [&] { setColours(calendar, theme); });
}

} // namespace hb::widgets
