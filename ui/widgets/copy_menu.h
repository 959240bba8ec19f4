// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/table.h"

#include <QPixmap>
#include <QString>

#include <cstddef>
#include <functional>

class QMenu;
class QWidget;

namespace hb::widgets {

/// What a figure can be copied and exported as; each is made when it is chosen, and left out of menus where
/// there is none.
struct Copies {
    std::function<QString()> text = {};
    std::function<exchange::Table()> table = {};
    std::function<QPixmap()> picture = {};
    /// The table made beside the window: for all uses where there is no `table`, else for files, which may
    /// hold more than is shown.
    std::function<void(std::function<void(Result<exchange::Table>)> done)> readTable = {};
    QString name = {}; ///< proposed for files: "Contoso, costs"; empty: as the table or the page is called

    [[nodiscard]] bool hasTable() const { return table || readTable; }
};

/// *Copy as text*, *as picture*, and where the window of the menu has an Exporter *Copy as table* and *Export
/// as CSV*, *XLSX* and *PNG*; their names are copyText, copyTable, copyPicture, exportCsv, exportXlsx and
/// exportPng.
void addCopyActions(QMenu& menu, const Copies& copies);

/// The exports alone.
void addExportActions(QMenu& menu, const Copies& copies);

/// An empty menu that goes away once it is closed; show it with popup().
[[nodiscard]] QMenu* makePopup(QWidget* owner);

} // namespace hb::widgets
