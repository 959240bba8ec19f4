// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the Overview: which there are, and how wide each is.
#include "ui/pages/compare/compare_question.h"
#include "ui/pages/compare/overview_part.h"
#include "ui/theme/number_text.h"
#include "ui/widgets/quiet_table.h"
#include "ui/widgets/sort_head.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int rowHeight = 40, measured = 200, nameIndent = 18;
constexpr int barWide = 300, leastBar = 100, leastReason = 240, shortReason = 160, leastAlike = 120,
              nameMost = 320;
/// By OverviewTable::ColumnOf, as a saved view names them.
constexpr std::array columnKeys{
    "name", "accounts", "bands", "mean", "alike", "change", "red_arr", "left_green", "renewing", "reason"};
constexpr std::array widths{160, 56, barWide, 72, 168, 88, 88, 72, 96};

} // namespace

void OverviewPart::fit() {
    m_again->setMinimumHeight(m_context.theme.px(theme::size::hitArea));
    widgets::fitTable(*m_rows, m_context.theme, widths, rowHeight);
    showColumns();
}

/// What the book lacks, and what is not asked for, has no column.
void OverviewPart::showColumns() {
    const bool paid = m_view.book && hasArr(m_view.book->living);
    const bool isAlike = !m_alike->isHidden() && m_alike->isChecked();
    const bool renews = paid && m_view.book->snapshot().findAttribute(attribute::renewalDate);
    m_rows->setColumnHidden(OverviewTable::Alike, !isAlike);
    m_rows->setColumnHidden(OverviewTable::RedArr, !paid);
    m_rows->setColumnHidden(OverviewTable::Renewing, !renews || isAlike);
    fitColumns();
}

QJsonObject OverviewPart::layoutContent() const {
    const auto column = static_cast<std::size_t>(m_head->sortIndicatorSection());
    return {{u"sort"_s, QLatin1StringView(columnKeys.at(column))},
            {u"largest_first"_s, m_head->sortIndicatorOrder() == Qt::DescendingOrder},
            {u"alike"_s, m_alike->isChecked()}};
}

/// An order by a column that is not there any more is none that anybody could see.
void OverviewPart::layOut(const QJsonObject& content) {
    m_alike->setChecked(content.value(u"alike"_s).toBool(m_alike->isChecked()));
    const QString key = content.value(u"sort"_s).toString();
    const auto found =
        std::ranges::find_if(columnKeys, [&](const char* each) { return key == QLatin1StringView(each); });
    const auto column = static_cast<int>(found - columnKeys.begin());
    if (found != columnKeys.end() && !m_rows->isColumnHidden(column)) {
        m_head->setSortIndicator(
            column, content.value(u"largest_first"_s).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
}

/// So wide that the groups are read whole; of very many the first speak for all.
int OverviewPart::wantedWidth(int column) const {
    const theme::Theme& theme = m_context.theme;
    int wanted = m_head->widthOf(column);
    if (column == OverviewTable::Bands || column == OverviewTable::Alike) {
        return wanted;
    }
    const QFontMetricsF plain(theme.font(theme::TextRole::Body)),
        strong(theme.font(theme::TextRole::CardTitle));
    int left = measured;
    for (int row = 0; row < m_table.rowCount(); ++row) {
        const bool isAll = row + 1 == m_table.rowCount();
        if (!m_table.at(row).isGroup() || (!isAll && left-- <= 0)) {
            continue;
        }
        const QString text = m_table.index(row, column).data().toString();
        const QFontMetricsF& metrics = isAll ? strong : plain;
        double wide = std::max(metrics.horizontalAdvance(text), theme::numberWidth(metrics, text));
        wide += column == OverviewTable::Name || column == OverviewTable::Change ? theme.px(nameIndent) : 0;
        wanted = std::max(wanted, static_cast<int>(std::ceil(wide)) + 2 * theme.px(theme::space::s) + 1);
    }
    return wanted;
}

/// Figures are never cut. Where there is no room for all the bar gives way first, then the whiskers, the name
/// and at last the reason.
void OverviewPart::fitColumns() {
    const theme::Theme& theme = m_context.theme;
    std::array<int, OverviewTable::columns> wide{};
    int rest = m_rows->viewport()->width();
    for (int column = 0; column < OverviewTable::columns; ++column) {
        const auto at = static_cast<std::size_t>(column);
        if (m_rows->isColumnHidden(column)) {
            continue;
        }
        const int drawn = at < widths.size() ? theme.px(widths.at(at)) : theme.px(leastReason);
        wide.at(at) = std::max(drawn, wantedWidth(column));
        if (column == OverviewTable::Name) {
            wide.at(at) = std::min(wide.at(at), theme.px(nameMost));
        }
        rest -= wide.at(at);
    }
    const auto give = [&](int column, int least) {
        int& width = wide.at(static_cast<std::size_t>(column));
        const int given = std::clamp(-rest, 0, std::max(0, width - least));
        width -= given;
        rest += given;
    };
    give(OverviewTable::Bands, theme.px(leastBar));
    give(OverviewTable::Alike, theme.px(leastAlike));
    give(OverviewTable::Reason, std::max(theme.px(shortReason), wantedWidth(OverviewTable::Reason)));
    give(OverviewTable::Name, theme.px(widths[OverviewTable::Name]));
    give(OverviewTable::Reason, theme.px(leastReason) / 2);
    give(OverviewTable::Name, theme.px(leastBar));
    for (int column = 0; column < OverviewTable::Reason; ++column) { // the reason takes the rest
        if (!m_rows->isColumnHidden(column)) {
            m_rows->setColumnWidth(column, wide.at(static_cast<std::size_t>(column)));
        }
    }
}

void OverviewPart::resizeEvent(QResizeEvent* event) {
    ComparePart::resizeEvent(event);
    fitColumns();
}

/// What a screen reader says of the table.
void OverviewPart::sayOrder() {
    const QString by =
        m_table.headerData(m_head->sortIndicatorSection(), Qt::Horizontal, Qt::DisplayRole).toString();
    m_rows->setAccessibleName(m_head->sortIndicatorOrder() == Qt::AscendingOrder
                                  ? tr("The groups that are compared, by %1, smallest first").arg(by)
                                  : tr("The groups that are compared, by %1, largest first").arg(by));
}

} // namespace hb::pages
