// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"

#include <QPushButton>

namespace hb::widgets {

QPushButton* makeButton(const char* kind, const QString& text, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setProperty("hbButton", QString::fromLatin1(kind));
    return button;
}

QPushButton* makeSegment(const QString& text, QWidget* parent) {
    QPushButton* button = makeButton("segment", text, parent);
    button->setCheckable(true);
    return button;
}

} // namespace hb::widgets
