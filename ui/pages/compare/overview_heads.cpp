// SPDX-License-Identifier: GPL-3.0-or-later
// What the Overview's heads say, and a row to somebody who hears it.
#include "core/wording/renewals_sentence.h"
#include "ui/models/book_layout.h"
#include "ui/pages/compare/overview_table.h"
#include "ui/theme/texts.h"

namespace hb::pages {

QString OverviewTable::headTooltip(int column) const {
    switch (column) {
    case Mean:
        return m_countBy == CountBy::Arr ? Texts::tr("The mean score, weighted by ARR")
                                         : Texts::tr("The mean score");
    case Alike:
        return Texts::tr("The mean with the mix of segments and lifecycle stages of all who are compared, on "
                         "0 to 100. Where two "
                         "whiskers overlap, neither stands above the other.");
    case Change:
        return Texts::tr("The mean change of the accounts with a score on both days");
    case LeftGreen:
        return Texts::tr("Accounts that were green on the earlier day and are not on the later one");
    case Renewing:
        return Texts::tr(
            "ARR that renews next quarter and is not green; the quarters after it are in the tooltips "
            "and on the Renewals tab");
    case Reason:
        return Texts::tr("What moved these accounts most in the direction in which the group moved");
    default:
        return {};
    }
}

QVariant OverviewTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && m_data) {
        if (section == Name) {
            QStringList titles;
            for (const QString& key : m_data->view.question.by) {
                titles << models::attributeTitle(key);
            }
            return titles.join(Texts::tr(", "));
        }
        if (section == Mean && m_countBy == CountBy::Arr) {
            return Texts::tr("By ARR");
        }
        if (section == Renewing) {
            return Texts::tr("At risk %1").arg(wording::quarterName(m_data->quarters[1].first));
        }
    }
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole) {
        return headTooltip(section);
    }
    return TableModel::headerData(section, orientation, role);
}

QVariant OverviewTable::data(const QModelIndex& index, int role) const {
    if (role == Qt::AccessibleTextRole && index.isValid() && index.column() == Name) {
        QStringList said;
        for (int column = 0; column < columns; ++column) {
            const QString cell = text(at(index.row()), column);
            const QString head = headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            if (!cell.isEmpty()) {
                said << (column == Name ? cell : Texts::tr("%1: %2").arg(head, cell));
            }
        }
        return said.join(Texts::tr(", "));
    }
    return TableModel::data(index, role);
}

} // namespace hb::pages
