// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QString>

#include <functional>

class QMenu;
class QWidget;

namespace hb::widgets {

/// What a figure can be copied as; each is made when it is chosen, and left out of menus where there is none.
struct Copies {
    std::function<QString()> text = {};
    std::function<QString()> table = {};
    std::function<QPixmap()> picture = {};
};

/// *Copy as text*, *as table*, *as picture*; their names are copyText, copyTable and copyPicture.
void addCopyActions(QMenu& menu, const Copies& copies);

/// An empty menu that goes away once it is closed; show it with popup().
[[nodiscard]] QMenu* makePopup(QWidget* owner);

} // namespace hb::widgets
