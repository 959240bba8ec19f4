// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/regions.h"

#include "ui/shell/page.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>
#include <iterator>

namespace hb::shell {

namespace {

bool takesFocus(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0;
}

/// The region itself, where it is a table or a picture that takes the keys; null: nothing in it does.
QWidget* firstControl(QWidget* region) {
    if (takesFocus(*region)) {
        return region;
    }
    const QList<QWidget*> inside = region->findChildren<QWidget*>();
    const auto first =
        std::ranges::find_if(inside, [](const QWidget* widget) { return takesFocus(*widget); });
    return first == inside.end() ? nullptr : *first;
}

} // namespace

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
    for (int steps = 1; steps <= count; ++steps) {
        const int next = ((from + steps * step) % count + count) % count;
        if (QWidget* widget = firstControl(regions[static_cast<std::size_t>(next)])) {
            widget->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace hb::shell
