// SPDX-License-Identifier: GPL-3.0-or-later
// What the right button, or the menu key, offers on a row of the Overview.
#include "core/wording/numbers.h"
#include "ui/pages/compare/compare_question.h"
#include "ui/pages/compare/overview_part.h"
#include "ui/widgets/copy_menu.h"
#include "ui/widgets/sort_head.h"

#include <QMenu>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace hb::pages {

void OverviewPart::showMenu(const QPoint& place) {
    if (!m_table.overview()) {
        return;
    }
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"compareMenu"_s);
    const QModelIndex index = m_rows->indexAt(place);
    if (index.isValid() && m_table.at(index.row()).account) {
        const auto open = [this,
                           of = m_table.overview()->view.book,
                           account = *m_table.at(index.row()).account,
                           list = m_table.openAccounts(index.row())] {
            Q_EMIT accountAsked(of, account, list);
        };
        menu->addAction(tr("Open"), this, open)->setObjectName(u"open"_s);
        menu->addSeparator();
    } else if (index.isValid()) {
        addGroupActions(*menu, index.row());
        menu->addSeparator();
    }
    addSortActions(*menu);
    menu->addSeparator();
    widgets::addCopyActions(*menu,
                            {.text = [this] { return headline() + u'\n' + asText(); },
                             .table = [this] { return asTable(); },
                             .picture = [this] { return m_rows->grab(); },
                             .name = tr("Compare, overview")});
    menu->popup(m_rows->viewport()->mapToGlobal(place));
}

void OverviewPart::addSortActions(QMenu& menu) {
    QMenu* sorts = menu.addMenu(tr("Sort by"));
    sorts->setObjectName(u"sortBy"_s);
    for (int column = 0; column < OverviewTable::columns; ++column) {
        if (!m_rows->isColumnHidden(column)) {
            QAction* action =
                sorts->addAction(m_table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                 this,
                                 [this, column] { m_head->sortBy(column); });
            action->setObjectName(u"sort.%1"_s.arg(column));
            action->setCheckable(true);
            action->setChecked(m_head->sortIndicatorSection() == column);
        }
    }
}

/// The rows may be others by the time something is chosen: the group is looked up by its name.
void OverviewPart::addGroupActions(QMenu& menu, int row) {
    const std::size_t group = m_table.at(row).group;
    const std::shared_ptr<const OverviewData> groups = m_table.overview();
    const analytics::AccountGroup& each = groups->group(group);
    const QString name = m_table.nameOf(group);
    const bool isAll = group == groups->all(), isOpen = m_table.isOpen(group);
    const auto onRow = [this, name](const auto& run) {
        if (const auto at = m_table.rowOf(name)) {
            run(*at);
        }
    };
    if (!isAll) {
        const auto toggled = [this, onRow, isOpen] {
            onRow([&](int at) { isOpen ? m_table.close(at) : static_cast<void>(m_table.open(at)); });
        };
        menu.addAction(isOpen ? tr("Close") : tr("Show the accounts"), this, toggled)
            ->setObjectName(u"toggle"_s);
    }
    for (std::size_t band = 0; band < each.bands.size() && !isAll; ++band) {
        const auto count = static_cast<int>(each.bands[band].accounts);
        if (count > 0) {
            const auto which = static_cast<OverviewOnly>(band);
            menu.addAction(tr("Show %Ln: %1", nullptr, count).arg(wording::bandName(static_cast<Band>(band))),
                           this,
                           [this, onRow, which] { onRow([&](int at) { drill(at, which); }); })
                ->setObjectName(u"show.%1"_s.arg(band));
        }
    }
    const auto addFigure = [&](OverviewOnly only, const QString& words, const QString& id, bool has) {
        if (has && !isAll) {
            menu.addAction(words, this, [this, onRow, only] { onRow([&](int at) { drill(at, only); }); })
                ->setObjectName(id);
        }
    };
    addFigure(
        OverviewOnly::LeftGreen, tr("Show those that left green"), u"show.leftGreen"_s, each.leftGreen > 0);
    addFigure(OverviewOnly::Renewing,
              tr("Show those that renew next quarter and are not green"),
              u"show.renewing"_s,
              groups->renewing(group).accounts > 0);
    menu.addAction(
            tr("Show on the Book page"), this, [this, groups, group] { showOnBook(*groups, group, {}); })
        ->setObjectName(u"book"_s);
    if (each.bands[0].accounts > 0) {
        menu.addAction(tr("Show the red ones on the Book page"),
                       this,
                       [this, groups, group] { showOnBook(*groups, group, {Band::Red}); })
            ->setObjectName(u"bookRed"_s);
    }
}

/// On the later day of the period: the accounts are those of that day.
void OverviewPart::showOnBook(const OverviewData& groups, std::size_t group, std::vector<Band> bands) {
    session::Filter filter = filterOf(
        groups.view, group < groups.all() ? std::optional(groups.group(group).values) : std::nullopt);
    filter.bands = std::move(bands);
    const Day day = groups.view.book->period.to;
    m_navigator.go({.page = session::page::book,
                    .asOf = day == m_context.session.asOf() ? std::nullopt : std::optional(day),
                    .filter = filter});
}

} // namespace hb::pages
