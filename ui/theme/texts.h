// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace hb {

/// The translation context of the window's words that no class of Qt's says: those of free functions.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(hb)
};

} // namespace hb
