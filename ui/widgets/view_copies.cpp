// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/view_copies.h"

#include "ui/widgets/copy_menu.h"

#include <QAbstractItemView>
#include <QMenu>

namespace hb::widgets {

namespace {

void addRows(const QAbstractItemModel& model, const QModelIndex& under, exchange::Table& table) {
    for (int row = 0; row < model.rowCount(under); ++row) {
        std::vector<exchange::Cell>& cells = table.rows.emplace_back();
        for (int column = 0; column < table.head.size(); ++column) {
            cells.emplace_back(model.index(row, column, under).data().toString());
        }
        addRows(model, model.index(row, 0, under), table);
    }
}

} // namespace

exchange::Table tableOf(const QAbstractItemView& view, const QString& name) {
    const QAbstractItemModel& model = *view.model();
    exchange::Table table{.name = name, .head = {}, .rows = {}};
    for (int column = 0; column < model.columnCount(view.rootIndex()); ++column) {
        table.head.append(model.headerData(column, Qt::Horizontal).toString());
    }
    addRows(model, view.rootIndex(), table);
    return table;
}

void offerCopies(QAbstractItemView& view, const QString& name) {
    view.setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(&view, &QWidget::customContextMenuRequested, &view, [&view, name](const QPoint& place) {
        QMenu* menu = makePopup(&view);
        addCopyActions(*menu,
                       {.table = [&view, name] { return tableOf(view, name); },
                        .picture = [&view] { return view.grab(); },
                        .name = name});
        menu->popup(view.viewport()->mapToGlobal(place));
    });
}

} // namespace hb::widgets
