// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace hb::exchange {

/// Kept exact; `decimals` is how many are shown where a file can say so.
struct Number {
    double value = 0;
    int decimals = 0;
};
/// A share, 0..1 for 0 to 100%.
struct Percent {
    double share = 0;
    int decimals = 0;
};
struct Money {
    std::int64_t cents = 0;
    QString currency; ///< ISO 4217
};

/// What stands in a table: nothing, text, or a value of its own kind. A number that is not finite is nothing.
using Cell = std::variant<std::monostate, QString, Number, Percent, Day, Money>;

/// A line on what a table is of: "Day", 2026-03-30.
struct AboutLine {
    QString what;
    Cell value;
};
struct About {
    QString title; ///< of its sheet
    std::vector<AboutLine> lines;
};

/// What a table or chart of the window shows, as values: the one thing that is copied to the clipboard and
/// written to files.
struct Table {
    QString name;     ///< of the sheet, and proposed for the file: "Accounts"
    QStringList head; ///< a title a column
    std::vector<std::vector<Cell>> rows;
    About about = {}; ///< for whoever is given the file: a sheet of its own in XLSX

    [[nodiscard]] bool isEmpty() const { return rows.empty(); }
};

/// After so many rows whoever writes a table asks whether to stop.
inline constexpr std::size_t rowsBetweenLooks = 1000;

[[nodiscard]] inline Cell countCell(std::size_t count) {
    return Number{.value = static_cast<double>(count)};
}
/// Nothing where it is absent.
[[nodiscard]] inline Cell numberCell(const std::optional<double>& value, int decimals = 1) {
    return value ? Cell(Number{.value = *value, .decimals = decimals}) : Cell();
}

} // namespace hb::exchange
