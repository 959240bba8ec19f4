// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QHeaderView>
#include <QString>
#include <QStringList>
#include <QTableView>
#include <QTest>

namespace hb::test {

inline void clickHead(const QTableView& table, int column) {
    const QHeaderView& head = *table.horizontalHeader();
    QTest::mouseClick(
        head.viewport(),
        Qt::LeftButton,
        {},
        {head.sectionViewportPosition(column) + head.sectionSize(column) / 2, head.height() / 2});
}

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
