// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hb::ingest {

/// How the text of one table is written, as found out or told.
struct TableDialect {
    QString encoding = QStringLiteral("UTF-8"); ///< "UTF-8", "UTF-16LE", "Windows-1252", or as Qt names it
    bool encodingTold = false;                  ///< not found out
    bool byteOrderMark = false;
    char separator = ',';
    bool separatorLine = false; ///< a first line `sep=;` gave the separator

    friend bool operator==(const TableDialect&, const TableDialect&) = default;
};

} // namespace hb::ingest
