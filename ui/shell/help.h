// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hb::shell {

class MainWindow;

/// What F1 says of a page: what it answers, how to read it, and the keys that work there.
[[nodiscard]] QString helpTitle(const QString& page);
[[nodiscard]] QString helpOn(MainWindow& window, const QString& page);
/// The keys of the window and of every page, as they are in the menus.
[[nodiscard]] QString allKeys(MainWindow& window);

} // namespace hb::shell
