// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QString>
#include <QStringList>

namespace hb::test {

/// Of a table as *Copy as table* gives it: the sum of its second column, below the head.
[[nodiscard]] inline double sumOfPoints(const QString& table) {
    double sum = 0;
    const QStringList lines = table.split(u'\n', Qt::SkipEmptyParts).mid(1);
    for (const QString& line : lines) {
        bool isNumber = false;
        sum += line.section(u'\t', 1, 1).toDouble(&isNumber);
        CHECK(isNumber);
    }
    return sum;
}

} // namespace hb::test
