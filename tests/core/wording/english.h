// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QLocale>
#include <QString>

template <>
struct Catch::StringMaker<QString> {
    static std::string convert(const QString& text) { return '"' + text.toStdString() + '"'; }
};

namespace hb::test {

/// Sentences as an English reader sees them, whatever the machine's locale; puts the locale back at the end
/// of the scope.
class InEnglish {
public:
    InEnglish() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    InEnglish(const InEnglish&) = delete;
    InEnglish& operator=(const InEnglish&) = delete;
    ~InEnglish() { QLocale::setDefault(m_before); }

private:
    QLocale m_before;
};

} // namespace hb::test
