// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the Renewals tab: figures lead to accounts, and back.
#include "core/wording/renewals_sentence.h"
#include "ui/pages/compare/renewals_part.h"
#include "ui/pages/compare/renewals_scatter.h"
#include "ui/widgets/card.h"

#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

const std::string& keyOf(const RenewalsShown& shown, const std::vector<RenewingRow>& rows, int row) {
    const AccountIndex account = rows[static_cast<std::size_t>(row)].renewing.who.account;
    return (*shown.view.book->snapshot().accounts)[account].key;
}

} // namespace

/// Empty: all of them.
QString RenewalsPart::groupAt(int row) const {
    return row <= 0 ? QString() : m_renewals.index(row, 0).data().toString();
}

/// A figure, as places name it; of a group's name the quarter is empty.
QStringList RenewalsPart::wordsOf(const QModelIndex& index) const {
    if (!index.isValid()) {
        return {};
    }
    const auto column = static_cast<std::size_t>(index.column());
    const QString quarter =
        column == 0 ? QString() : wording::quarterName(m_shown->forecast.quarters[column - 1].first);
    return {u"renewing"_s, quarter, groupAt(index.row())};
}

QModelIndex RenewalsPart::cellOf(const QStringList& words) const {
    for (int row = 0; row < m_renewals.rowCount(); ++row) {
        for (int column = 0; column < m_renewals.columnCount(); ++column) {
            const QModelIndex index = m_renewals.index(row, column);
            if (wordsOf(index) == words) {
                return index;
            }
        }
    }
    return {};
}

void RenewalsPart::chooseFigure(const QModelIndex& index) {
    const QStringList words = wordsOf(index);
    if (m_renewals.cellAt(index) != nullptr && words != m_inside) {
        Q_EMIT insideAsked(words);
    }
}

/// Lists the accounts of the figure that the place is about; words that are of none are the top.
void RenewalsPart::lookInside() {
    const QModelIndex index = cellOf(m_inside);
    const RenewalCell* cell = m_renewals.cellAt(index);
    if (cell == nullptr) {
        if (m_behind->hasFocus()) {
            m_table->setFocus(Qt::OtherFocusReason);
        }
        m_behindCard->hide();
        return;
    }
    m_table->setCurrentIndex(index);
    m_behindCard->setTitle(tr("%1, %2").arg(index.siblingAtColumn(0).data().toString(), m_inside.at(1)));
    m_behindRows.setRows(renewingRows(*m_shown, *cell));
    m_behindCard->show();
    fit();
}

/// The key of the current one of the list.
std::string RenewalsPart::accountBehind() const {
    const int row = m_behind->currentIndex().row();
    return row < 0 ? std::string() : keyOf(*m_shown, m_behindRows.rows(), row);
}

void RenewalsPart::chooseBehind(const std::string& account) {
    for (int row = 0; row < m_behindRows.rowCount() && !m_behindCard->isHidden(); ++row) {
        if (keyOf(*m_shown, m_behindRows.rows(), row) == account) {
            m_behind->setCurrentIndex(m_behindRows.index(row, 0));
            return;
        }
    }
}

void RenewalsPart::openAccount(const QModelIndex& index) {
    if (!index.isValid()) {
        return;
    }
    std::vector<AccountIndex> list;
    for (const RenewingRow& row : m_behindRows.rows()) {
        list.push_back(row.renewing.who.account);
    }
    Q_EMIT accountAsked(m_shown->view.book, list[static_cast<std::size_t>(index.row())], list);
}

void RenewalsPart::openPoint(int point) {
    const auto at = static_cast<std::size_t>(point);
    const charts::ScatterData& drawn = m_scatter->shown();
    Q_EMIT accountAsked(m_shown->view.book, drawn.points[at].account, walkedFrom(drawn, at));
}

bool RenewalsPart::escape() {
    if (m_behindCard->isHidden()) {
        return false;
    }
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT insideAsked({});
    return true;
}

} // namespace hb::pages
