// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/typed_day.h"

#include "core/wording/days.h"
#include "ui/session/days.h"
#include "ui/theme/texts.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int farDays = 60, mostCount = 5000;

std::optional<Day> known(QDate date) {
    if (!date.isValid()) {
        return {};
    }
    const Day day = session::toDay(date);
    return day >= firstDay && day <= lastDay ? std::optional(day) : std::nullopt;
}

bool isAmong(const QString& words, const QString& text) {
    return words.split(u' ').contains(text);
}

/// "in 2 weeks", "10 d", "3 weeks ago".
std::optional<Day> counted(const QString& text, Day today) {
    static const QRegularExpression pattern(u"^(?:%1 )?(\\d{1,4}) ?(\\p{L}+)( %2)?$"_s.arg(
        QRegularExpression::escape(Texts::tr("in", "before a number of days")),
        QRegularExpression::escape(Texts::tr("ago"))));
    const QRegularExpressionMatch match = pattern.match(text);
    const int count = match.captured(1).toInt();
    if (!match.hasMatch() || count > mostCount) {
        return {};
    }
    const int signedCount = match.captured(3).isEmpty() ? count : -count;
    const QString unit = match.captured(2);
    const QDate from = session::toQDate(today);
    if (isAmong(Texts::tr("d day days"), unit)) {
        return known(from.addDays(signedCount));
    }
    if (isAmong(Texts::tr("w wk week weeks"), unit)) {
        return known(from.addDays(signedCount * daysOfWeek));
    }
    if (isAmong(Texts::tr("m mo month months"), unit)) {
        return known(from.addMonths(signedCount));
    }
    return isAmong(Texts::tr("y year years"), unit) ? known(from.addYears(signedCount)) : std::nullopt;
}

std::optional<Day> named(const QString& text, Day today, DayMeant meant) {
    if (text == Texts::tr("today")) {
        return today;
    }
    if (text == Texts::tr("tomorrow")) {
        return today + 1;
    }
    if (text == Texts::tr("yesterday")) {
        return today - 1;
    }
    if (text == Texts::tr("next week")) {
        return today + daysOfWeek;
    }
    if (text == Texts::tr("next month")) {
        return known(session::toQDate(today).addMonths(1));
    }
    for (int step = 1; step <= daysOfWeek; ++step) {
        const Day day = meant == DayMeant::Last ? today - step : today + step;
        if (text == wording::weekdayText(day).toLower() || text == wording::shortWeekdayText(day).toLower()) {
            return day;
        }
    }
    return {};
}

/// "3 May": the next one from today, or the last one.
std::optional<Day> withoutYear(const QString& text, Day today, DayMeant meant) {
    const int year = session::toQDate(today).year();
    for (const int candidate : {year, meant == DayMeant::Last ? year - 1 : year + 1}) {
        const QString whole = u"%1 %2"_s.arg(text).arg(candidate);
        for (const auto& format : {u"d MMM yyyy"_s, u"d MMMM yyyy"_s, u"MMM d yyyy"_s, u"MMMM d yyyy"_s}) {
            const std::optional<Day> day = known(QLocale().toDate(whole, format));
            if (day && (meant == DayMeant::Last ? *day <= today : *day >= today)) {
                return day;
            }
        }
    }
    return {};
}

} // namespace

std::optional<Day> typedDay(const QString& typed, Day today, DayMeant meant) {
    const QString text = typed.simplified();
    if (text.isEmpty() || text.size() > 40) {
        return {};
    }
    const QString lower = text.toLower();
    if (const auto day = named(lower, today, meant)) {
        return day;
    }
    if (const auto day = counted(lower, today)) {
        return day;
    }
    if (const auto day = parseIsoDay(text.toStdString())) {
        return day;
    }
    for (const auto& format : {u"d MMM yyyy"_s, u"d MMMM yyyy"_s, u"MMM d yyyy"_s, u"MMM d, yyyy"_s}) {
        if (const auto day = known(QLocale().toDate(text, format))) {
            return day;
        }
    }
    if (const auto day = withoutYear(text, today, meant)) {
        return day;
    }
    // Two digits of a year are never of another century.
    QDate date = QLocale().toDate(text, QLocale::ShortFormat);
    if (date.isValid() && date.year() < 1950) {
        date = date.addYears(100);
    }
    return known(date);
}

QString dueText(Day due, Day today) {
    const int days = due - today;
    if (days < 0) {
        return Texts::tr("since %1").arg(wording::dayText(due, today));
    }
    if (days == 0) {
        return Texts::tr("today");
    }
    return days <= farDays ? Texts::tr("in %n d", nullptr, days) : wording::dayText(due, today);
}

} // namespace hb::pages
