// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled into every core source: Debian keeps all Qt headers under one root, so the link line alone is
// no guard.
#pragma once
#if defined(QT_GUI_LIB) || defined(QT_WIDGETS_LIB)
#error "core links no Qt Gui"
#endif
