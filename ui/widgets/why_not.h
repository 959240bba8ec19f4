// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;
class QMenu;
class QWidget;

namespace hb::widgets {

/// What cannot be done now is off, and says why where it else says what it does. Without `why` it is on.
void setWhyNot(QWidget* part, const QString& why, const QString& tip);
/// In a menu, which then shows what its entries say.
void setWhyNot(QMenu* menu, QAction* entry, const QString& why);
/// Of all that a menu holds.
void setWhyNot(QMenu* menu, const QString& why);

} // namespace hb::widgets
