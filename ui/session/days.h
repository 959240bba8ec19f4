// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <QDate>

namespace hb::session {

inline constexpr qint64 julianDayOfEpoch = 2440588;

[[nodiscard]] inline QDate toQDate(Day day) {
    return QDate::fromJulianDay(day.number + julianDayOfEpoch);
}

[[nodiscard]] inline Day toDay(QDate date) {
    return {static_cast<std::int32_t>(date.toJulianDay() - julianDayOfEpoch)};
}

} // namespace hb::session
