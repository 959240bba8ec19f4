// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/why_not.h"

#include <QMenu>
#include <QWidget>

namespace hb::widgets {

void setWhyNot(QWidget* part, const QString& why, const QString& tip) {
    part->setEnabled(why.isEmpty());
    part->setToolTip(why.isEmpty() ? tip : why);
}

void setWhyNot(QMenu* menu, QAction* entry, const QString& why) {
    entry->setEnabled(why.isEmpty());
    entry->setToolTip(why);
    menu->setToolTipsVisible(true);
}

void setWhyNot(QMenu* menu, const QString& why) {
    for (QAction* entry : menu->actions()) {
        setWhyNot(menu, entry, why);
    }
}

} // namespace hb::widgets
