// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

namespace hb::shell {

class MainWindow;

/// Renders the window's pages, light and dark, to PNG files in `folder`; returns their paths. Without a book
/// `tables` fill the import page. Waits for background work.
[[nodiscard]] QStringList
takeShots(const Context& context, MainWindow& window, const QString& folder, const QStringList& tables = {});
/// What the Book page says, in words: the headline and who needs you.
[[nodiscard]] QString brief(session::BookSession& session);

/// How long the Book page takes to follow the as-of day and paint it, dragged back day by day.
struct DragTimes {
    double meanMs = 0;
    double worstMs = 0;
};
[[nodiscard]] DragTimes dragThroughDays(const Context& context, MainWindow& window, int days);

} // namespace hb::shell
