// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/search/search_model.h"

#include "core/book/snapshot_series.h"
#include "core/wording/days.h"
#include "core/wording/timeline_sentence.h"
#include "core/wording/words.h"
#include "ui/models/names.h"

#include <algorithm>
#include <functional>
#include <set>

namespace hb::pages {

using wording::fromUtf8;

std::vector<SearchRow>
searchRows(const Snapshot& snapshot, const std::vector<TimelineItem>& items, Day today) {
    const book::Places places = items.empty() ? book::Places() : book::placesOf(snapshot);
    std::vector<SearchRow> rows;
    for (const TimelineItem& item : items) {
        const auto place = places.of(item.account);
        if (!place) {
            continue; // newer than the snapshot: it comes with the next
        }
        rows.push_back({.item = item,
                        .key = fromUtf8((*snapshot.accounts)[*place].key),
                        .account = models::nameOf(snapshot, *place, today),
                        .when = wording::dayText(item.day, today),
                        .line = wording::timelineSentence(snapshot, item, today)});
    }
    return rows;
}

SearchModel::SearchModel(const theme::Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), m_theme(theme) {}

void SearchModel::show(std::vector<SearchRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    arrange();
    endResetModel();
}

void SearchModel::setGroups(const Groups& chosen) {
    beginResetModel();
    m_groups = chosen;
    arrange();
    endResetModel();
}

void SearchModel::arrange() {
    const bool isAny = std::ranges::none_of(m_groups, std::identity());
    m_shown.clear();
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        if (isAny || m_groups.at(static_cast<std::size_t>(models::groupOf(m_rows[at].item.kind)))) {
            m_shown.push_back(at);
        }
    }
}

int SearchModel::countOf(models::TimelineGroup group) const {
    return static_cast<int>(std::ranges::count_if(
        m_rows, [group](const SearchRow& row) { return models::groupOf(row.item.kind) == group; }));
}

int SearchModel::accountCount() const {
    std::set<QString> accounts;
    for (const std::size_t at : m_shown) {
        accounts.insert(m_rows[at].key);
    }
    return static_cast<int>(accounts.size());
}

const SearchRow* SearchModel::rowAt(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_rows[m_shown[static_cast<std::size_t>(row)]];
}

exchange::Table SearchModel::asTable() const {
    exchange::Table table{.name = tr("Found"), .head = {}, .rows = {}};
    for (int column = 0; column < ColumnCount; ++column) {
        table.head.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    for (const std::size_t at : m_shown) {
        const SearchRow& row = m_rows[at];
        table.rows.push_back({row.item.day, row.account, fromUtf8(row.item.person), row.line});
    }
    return table;
}

int SearchModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int SearchModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant SearchModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const SearchRow& row = *rowAt(index.row());
    if (role == Qt::DecorationRole && index.column() == What) {
        return m_theme.icon(models::iconOf(row.item), theme::IconInk::Muted);
    }
    if (role == Qt::AccessibleTextRole && index.column() == What) {
        return tr("%1, %2").arg(wording::timelineKindName(row.item.kind), row.line);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case When:
        return row.when;
    case Account:
        return row.account;
    case Who:
        return fromUtf8(row.item.person);
    default:
        return row.line;
    }
}

QVariant SearchModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case When:
        return tr("When");
    case Account:
        return tr("Account");
    case Who:
        return tr("Who");
    default:
        return tr("What was written");
    }
}

} // namespace hb::pages
