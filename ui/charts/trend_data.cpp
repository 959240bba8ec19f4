// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_data.h"

#include "core/wording/sentences.h"
#include "ui/theme/texts.h"

#include <QDate>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hb::charts {

namespace {

QString monthText(YearMonthDay date) {
    return u"%1 %2"_s.arg(QLocale::c().standaloneMonthName(date.month, QLocale::ShortFormat)).arg(date.year);
}

QString fullText(Day day) {
    const YearMonthDay date = toYearMonthDay(day);
    return u"%1 %2"_s.arg(date.day).arg(monthText(date));
}

} // namespace

std::vector<TimeLabel> timeLabels(Day first, Day last, int most) {
    std::vector<TimeLabel> months;
    YearMonthDay at = toYearMonthDay(first);
    at.day = 1;
    for (std::optional<Day> day = fromYearMonthDay(at.year, at.month, 1); day && *day <= last;
         day = fromYearMonthDay(at.year, at.month, 1)) {
        if (*day >= first) {
            months.push_back({*day, monthText(at)});
        }
        at.year += at.month == 12 ? 1 : 0;
        at.month = at.month == 12 ? 1 : at.month + 1;
    }
    if (months.size() < 2) {
        std::vector<TimeLabel> ends{{first, fullText(first)}};
        if (last > first) {
            ends.push_back({last, fullText(last)});
        }
        return ends;
    }
    // Steps that people count in, so that labels stay on the same months when the range moves.
    constexpr std::array<std::size_t, 8> steps{1, 2, 3, 6, 12, 24, 60, 120};
    const auto fits = std::find_if(steps.begin(), steps.end(), [&](std::size_t step) {
        return (months.size() + step - 1) / step <= static_cast<std::size_t>(most);
    });
    const std::size_t step = fits == steps.end() ? steps.back() : *fits;
    std::vector<TimeLabel> result;
    const std::size_t offset = months.size() > 1 ? (months.size() - 1) % step : 0;
    for (std::size_t month = offset; month < months.size(); month += step) {
        result.push_back(months[month]);
    }
    return result;
}

std::vector<TrendPoint> thinned(const std::vector<TrendPoint>& points, std::size_t most) {
    if (points.size() <= most || most < 2) {
        return points;
    }
    const std::size_t step = (points.size() + most - 1) / most;
    std::size_t lowest = 0;
    for (std::size_t at = 0; at < points.size(); ++at) {
        if (points[at].isDrawn() &&
            (!points[lowest].isDrawn() || *points[at].score < *points[lowest].score)) {
            lowest = at;
        }
    }
    std::vector<TrendPoint> result;
    for (std::size_t at = 0; at < points.size(); ++at) {
        const bool edge = at == 0 || at + 1 == points.size() ||
                          points[at].isDrawn() != points[at - 1].isDrawn() ||
                          points[at].isDrawn() != points[at + 1].isDrawn();
        if (edge || at == lowest || at % step == 0) {
            result.push_back(points[at]);
        }
    }
    return result;
}

exchange::Table toTable(const TrendData& data) {
    exchange::Table table{.name = Texts::tr("Trend"),
                          .head = {Texts::tr("Day"),
                                   Texts::tr("Score"),
                                   Texts::tr("Band"),
                                   Texts::tr("Computed"),
                                   Texts::tr("Events")},
                          .rows = {}};
    auto marker = data.markers.begin();
    for (const TrendPoint& point : data.points) {
        QStringList events; // of this day, and of those since the line before
        for (; marker != data.markers.end() && marker->day <= point.day; ++marker) {
            events << marker->words.simplified();
        }
        const auto number = [](const std::optional<double>& value) -> exchange::Cell {
            return value ? exchange::Cell(exchange::Number{.value = *value, .decimals = 1})
                         : exchange::Cell();
        };
        table.rows.push_back({point.day,
                              number(point.score),
                              wording::bandName(point.band),
                              number(point.computed),
                              events.join(u"; "_s)});
    }
    return table;
}

} // namespace hb::charts
