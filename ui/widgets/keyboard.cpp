// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyboard.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace hb::widgets {

namespace {

/// Which of the parts a widget is, or is in; their number where it is in none.
std::size_t partOf(const QWidget* widget, const std::vector<QWidget*>& parts) {
    const auto found = std::ranges::find_if(
        parts, [widget](const QWidget* part) { return part == widget || part->isAncestorOf(widget); });
    return static_cast<std::size_t>(found - parts.begin());
}

} // namespace

void orderTabs(const std::vector<QWidget*>& parts, QWidget* next) {
    std::vector<std::vector<QWidget*>> stops(parts.size() + 1);
    for (QWidget* at = next->nextInFocusChain(); at != next; at = at->nextInFocusChain()) {
        if ((at->focusPolicy() & Qt::TabFocus) != 0) {
            stops[partOf(at, parts)].push_back(at);
        }
    }
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (QWidget* stop : stops[part]) {
            QWidget::setTabOrder(next, stop);
            QWidget::setTabOrder(stop, next); // which leaves it right before `next`
        }
    }
}

bool isTypedInto(const QWidget* focus) {
    return qobject_cast<const QLineEdit*>(focus) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(focus) != nullptr ||
           qobject_cast<const QComboBox*>(focus) != nullptr;
}

} // namespace hb::widgets
