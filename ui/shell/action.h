// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

#include <functional>
#include <vector>

namespace hb::shell {

enum class Menu { File, Edit, View, Go, Help };

/// Something a person can do, as data: menus, palette and the list of keys are views of these.
struct Action {
    QString id =
        {}; ///< "book.review"; unique, as is the shortcut among the actions that can be shown together
    QString text = {}; ///< "Mark as reviewed"
    QKeySequence shortcut = {};
    QKeySequence ownKeys = {}; ///< keys that a part of the page takes by itself: shown like a shortcut
    Menu menu = Menu::Edit;
    std::function<void()> run = {};
    std::function<bool()> enabled = {};   ///< none: always
    std::function<bool()> checked = {};   ///< none: not a switch
    std::function<QString()> whyNot = {}; ///< why it is off: "You are looking at a past day"
    bool isLast = false;                  ///< of its menu, also behind those of a page
    bool edits = false;                   ///< the book: off while it is open to read

    [[nodiscard]] QString keysText() const {
        return (shortcut.isEmpty() ? ownKeys : shortcut).toString(QKeySequence::NativeText);
    }
    [[nodiscard]] bool isEnabled() const { return !enabled || enabled(); }
};

using Actions = std::vector<Action>;

} // namespace hb::shell
