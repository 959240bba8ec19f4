// SPDX-License-Identifier: GPL-3.0-or-later
// What RenewalsPart gives to the clipboard and to files.
#include "ui/pages/compare/renewals_part.h"
#include "ui/pages/compare/renewals_scatter.h"
#include "ui/widgets/copy_menu.h"

#include <QMenu>
#include <QTableView>

namespace hb::pages {

QString RenewalsPart::asText() const {
    return m_shown ? renewalsText(*m_shown) : QString();
}

bool RenewalsPart::hasTable() const {
    return m_shown && !m_table->isHidden();
}

exchange::Table RenewalsPart::asTable() const {
    return m_shown ? renewalsTable(*m_shown) : exchange::Table();
}

void RenewalsPart::showScatterMenu(const QPoint& place) {
    if (!m_shown) {
        return;
    }
    QMenu* menu = widgets::makePopup(this);
    widgets::addCopyActions(*menu,
                            {.text = [this] { return m_scatter->shown().description; },
                             .table = [view = m_shown->view] { return scatterTable(view); },
                             .picture = [this] { return m_scatter->grab(); },
                             .name = tr("Compare, score and ARR")});
    menu->popup(m_scatter->mapToGlobal(place));
}

void RenewalsPart::showMenu(QTableView& table, const QPoint& place) {
    if (!m_shown) {
        return;
    }
    const bool isKept = &table == m_kept || &table == m_quarters;
    QMenu* menu = widgets::makePopup(this);
    widgets::addCopyActions(
        *menu,
        {.text = [this] { return asText(); },
         .table = [this, isKept] { return isKept ? retentionTable(*m_shown) : asTable(); },
         .picture = [table = &table] { return table->grab(); },
         .name = isKept ? tr("Compare, retention") : tr("Compare, renewals")});
    menu->popup(table.viewport()->mapToGlobal(place));
}

} // namespace hb::pages
