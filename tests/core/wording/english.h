// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace hb::test {

/// Sentences as an English reader sees them, whatever the machine's locale; puts the locale back at the end of the scope.
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
