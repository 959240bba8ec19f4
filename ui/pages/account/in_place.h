// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QWidget>

#include <optional>
#include <vector>

namespace hb::pages {

/// Lays out lines under one another and a form in the place of one of them; without a place it stands on top.
/// The form keeps its focus and what was typed.
inline void arrangeInPlace(QBoxLayout& rows,
                           const std::vector<QWidget*>& lines,
                           QWidget* form,
                           std::optional<std::size_t> place) {
    while (QLayoutItem* item = rows.takeAt(0)) {
        delete item;
    }
    if (form != nullptr && !place) {
        rows.addWidget(form);
    }
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const bool isOpen = form != nullptr && place == at;
        if (isOpen) {
            rows.addWidget(form);
        }
        rows.addWidget(lines[at]);
        lines[at]->setVisible(!isOpen);
    }
}

} // namespace hb::pages
