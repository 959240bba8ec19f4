// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <QString>
#include <QStringList>

#include <optional>

class QApplication;

namespace hb::app {

/// What the program was started with.
struct Options {
    QString book;
    QStringList tables; ///< files to make a new book of
    QString shots;
    std::optional<Day> asOf;
    bool demo = false;
    bool noBook = false;
    bool brief = false;
    int dragDays = 0;
    [[nodiscard]] bool isBatch() const { return brief || dragDays > 0 || !shots.isEmpty(); }
};

/// Prints or renders and ends, so that it runs where there is no display; to be asked before a QApplication
/// is made.
[[nodiscard]] bool needsNoDisplay(int argc, char** argv);

/// Prints what is wrong where it is none; ends the program for --help and --version.
[[nodiscard]] std::optional<Options> readOptions(const QApplication& application);

} // namespace hb::app
