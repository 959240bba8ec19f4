// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <ctime>

namespace hb::test {

/// While it lives, the program runs in another zone; written as POSIX does: "XYZ-13" is 13 hours before UTC.
class LocalZone {
public:
    explicit LocalZone(const QByteArray& zone) {
        qputenv("TZ", zone);
        tzset();
    }
    ~LocalZone() {
        m_wasSet ? qputenv("TZ", m_before) : qunsetenv("TZ");
        tzset();
    }
    LocalZone(const LocalZone&) = delete;
    LocalZone& operator=(const LocalZone&) = delete;

private:
    bool m_wasSet = qEnvironmentVariableIsSet("TZ");
    QByteArray m_before = qgetenv("TZ");
};

} // namespace hb::test
