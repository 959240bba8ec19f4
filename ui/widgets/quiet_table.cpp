// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/quiet_table.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace hb::widgets {

QTableView* makeQuietTable(const QString& objectName, QWidget* parent) {
    auto* table = new QTableView(parent);
    table->setObjectName(objectName);
    table->setProperty("hbTable", u"words"_s);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void fitTable(QTableView& table, const theme::Theme& theme, std::span<const int> widths, int rowHeight) {
    table.verticalHeader()->setDefaultSectionSize(theme.px(rowHeight));
    table.horizontalHeader()->setFixedHeight(theme.px(theme::size::tableHead));
    for (std::size_t at = 0; at < widths.size(); ++at) {
        table.setColumnWidth(static_cast<int>(at), theme.px(widths[at]));
    }
}

void showAllRows(QTableView& table) {
    const int rows = table.model() == nullptr ? 0 : table.model()->rowCount();
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.setFixedHeight(table.horizontalHeader()->height() +
                         rows * table.verticalHeader()->defaultSectionSize() + 2 * table.frameWidth());
}

} // namespace hb::widgets
