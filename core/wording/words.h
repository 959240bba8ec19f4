// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace hb::wording {

/// The translation context of every sentence. Plurals name both English forms (`n == 1 ? tr("%n day") :
/// tr("%n days")`), so that they read right without a translation file; other languages bend each by %n.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(hb::wording)
};

[[nodiscard]] inline QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace hb::wording
