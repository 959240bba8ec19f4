// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/days.h"

#include "core/wording/words.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace hb::wording {

namespace {

QDate toDate(Day day) {
    const YearMonthDay parts = toYearMonthDay(day);
    return {parts.year, parts.month, parts.day};
}

QString dayAndYear(Day day) {
    return QLocale().toString(toDate(day), u"d MMM yyyy"_s);
}

} // namespace

QString dayText(Day day, Day today) {
    const bool sameYear = toYearMonthDay(day).year == toYearMonthDay(today).year;
    return sameYear ? QLocale().toString(toDate(day), u"d MMM"_s) : dayAndYear(day);
}

QString periodText(Day from, Day to, Day today) {
    return to < today ? Words::tr("from %1 to %2").arg(dayText(from, today), dayText(to, today))
                      : Words::tr("since %1").arg(dayText(from, today));
}

QString longDayText(Day day) {
    return QLocale().toString(toDate(day), u"ddd d MMM yyyy"_s);
}

QString shortWeekdayText(Day day) {
    return QLocale().toString(toDate(day), u"ddd"_s);
}

QString weekdayText(Day day) {
    return QLocale().toString(toDate(day), u"dddd"_s);
}

QString timeBarSentence(Day day, Day today, std::optional<Day> newestMeasurement) {
    if (day == today) {
        return {};
    }
    if (newestMeasurement == day) {
        return Words::tr("The data ends on %1: this is how it looked then.").arg(dayAndYear(day));
    }
    return Words::tr("You are looking at %1.").arg(dayAndYear(day));
}

} // namespace hb::wording
