// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/regions.h"

#include "ui/shell/page.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>
#include <iterator>

namespace hb::shell {

void focusRegion(std::vector<QWidget*> regions, Page* page, int step) {
    if (page) {
        std::ranges::copy(page->regions(), std::back_inserter(regions));
    }
    std::erase_if(regions, [](const QWidget* region) { return !region || !region->isVisible(); });
    if (regions.empty()) {
        return;
    }
    const QWidget* focused = QApplication::focusWidget();
    const auto at = std::ranges::find_if(regions, [&](const QWidget* region) {
        return focused && (region == focused || region->isAncestorOf(focused));
    });
    const auto count = static_cast<int>(regions.size());
    const int from = at == regions.end() ? count - 1 : static_cast<int>(at - regions.begin());
    const QWidget* next = regions[static_cast<std::size_t>((from + step + count) % count)];
    for (QWidget* widget : next->findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0) {
            widget->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace hb::shell
