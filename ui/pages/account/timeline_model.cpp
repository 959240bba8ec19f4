// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/timeline_model.h"

#include "core/wording/days.h"
#include "core/wording/timeline_sentence.h"
#include "core/wording/words.h"
#include "ui/session/days.h"

#include <QLocale>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

/// The search of the book alone reads these; all else is found by its line as well.
bool isSearched(TimelineKind kind) {
    switch (kind) {
    case TimelineKind::Note:
    case TimelineKind::ActionCreated:
    case TimelineKind::ActionClosed:
    case TimelineKind::ContactCame:
    case TimelineKind::ContactLeft:
        return true;
    default:
        return false;
    }
}

auto keyOf(const TimelineItem& item) {
    return std::tuple(item.kind, item.note, item.action, item.contact, item.override, item.run);
}

bool hasWords(const QString& line, const QString& words) {
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        all, [&line](const QString& word) { return line.contains(word, Qt::CaseInsensitive); });
}

} // namespace

exchange::Table TimelineModel::asTable() const {
    exchange::Table table{
        .name = tr("Timeline"), .head = {tr("Day"), tr("By"), tr("Kind"), tr("What")}, .rows = {}};
    for (int row = 0; row < rowCount(); ++row) {
        if (const TimelineItem* item = itemAt(index(row))) {
            table.rows.push_back({item->day,
                                  QString::fromStdString(item->person),
                                  QString::fromLatin1(toText(item->kind)),
                                  index(row).data(Qt::DisplayRole).toString()});
        }
    }
    return table;
}

bool isSame(const TimelineItem& a, const TimelineItem& b) {
    const bool isRow = a.note.isValid() || a.action.isValid() || a.contact.isValid() || a.override.isValid();
    return keyOf(a) == keyOf(b) && (isRow || (a.day == b.day && a.at == b.at && a.subject == b.subject));
}

void TimelineModel::setItems(std::shared_ptr<const Snapshot> snapshot,
                             std::vector<TimelineItem> items,
                             Day day) {
    beginResetModel(); // who hears of it still looks at the items that the rows are of
    m_snapshot = std::move(snapshot);
    m_items = std::move(items);
    m_day = day;
    arrange();
    endResetModel();
}

void TimelineModel::setDay(Day day) {
    if (day != m_day) {
        beginResetModel();
        m_day = day;
        arrange();
        endResetModel();
    }
}

void TimelineModel::setGroups(std::array<bool, timelineGroupCount> chosen) {
    beginResetModel();
    m_groups = chosen;
    arrange();
    endResetModel();
}

void TimelineModel::setFound(std::optional<std::vector<TimelineItem>> found, const QString& words) {
    beginResetModel();
    m_found = std::move(found);
    m_words = words;
    arrange();
    endResetModel();
}

const TimelineItem* TimelineModel::itemOf(NoteId note) const {
    const auto found = std::ranges::find(m_items, note, &TimelineItem::note);
    return found == m_items.end() ? nullptr : &*found;
}

int TimelineModel::countOf(TimelineGroup group) const {
    return static_cast<int>(std::ranges::count_if(
        m_items, [&](const TimelineItem& item) { return item.day <= m_day && groupOf(item.kind) == group; }));
}

bool TimelineModel::isShown(const TimelineItem& item) const {
    const bool isAny = std::ranges::none_of(m_groups, std::identity());
    if (!isAny && !m_groups.at(static_cast<std::size_t>(groupOf(item.kind)))) {
        return false;
    }
    if (!m_found) {
        return true;
    }
    const bool isFound =
        std::ranges::any_of(*m_found, [&](const TimelineItem& found) { return isSame(found, item); });
    return isFound ||
           (!isSearched(item.kind) && hasWords(wording::timelineSentence(*m_snapshot, item, m_day), m_words));
}

void TimelineModel::arrange() {
    m_rows.clear();
    m_openRow = -1;
    m_extraHeight = 0;
    m_later = static_cast<int>(
        std::ranges::count_if(m_items, [this](const auto& item) { return item.day > m_day; }));
    std::vector<std::size_t> pinned, others;
    for (std::size_t at = 0; at < m_items.size(); ++at) {
        if (m_items[at].day <= m_day && isShown(m_items[at])) {
            (m_items[at].isPinned ? pinned : others).push_back(at);
        }
    }
    if (!pinned.empty()) {
        m_rows.push_back({.item = 0, .head = tr("Pinned")});
    }
    for (const std::size_t at : pinned) {
        m_rows.push_back({.item = at});
    }
    int month = -1;
    for (const std::size_t at : others) {
        const YearMonthDay date = toYearMonthDay(m_items[at].day);
        if (const int now = date.year * 12 + date.month; now != month) {
            month = now;
            const QDate first(date.year, date.month, 1);
            m_rows.push_back({.item = 0, .head = QLocale().toString(first, u"MMMM yyyy"_s)});
        }
        m_rows.push_back({.item = at});
    }
}

const TimelineItem* TimelineModel::itemAt(const QModelIndex& index) const {
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_rows.size() && m_rows[row].head.isEmpty() ? &m_items[m_rows[row].item]
                                                                                : nullptr;
}

QModelIndex TimelineModel::indexOf(const TimelineItem& item) const {
    for (int row = 0; row < rowCount(); ++row) {
        const TimelineItem* here = itemAt(index(row, 0));
        if (here != nullptr && isSame(*here, item)) {
            return index(row, 0);
        }
    }
    return {};
}

void TimelineModel::open(const QModelIndex& index, int extraHeight) {
    const QModelIndex before = openIndex();
    m_openRow = index.isValid() ? index.row() : -1;
    m_extraHeight = extraHeight;
    for (const QModelIndex& changed : {before, openIndex()}) {
        if (changed.isValid()) {
            Q_EMIT dataChanged(changed, changed, {Qt::SizeHintRole, ExtraHeight});
        }
    }
}

QModelIndex TimelineModel::openIndex() const {
    return m_openRow >= 0 ? index(m_openRow, 0) : QModelIndex();
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

/// "Ana Lopez · 3 Mar", with its moment's day alone where nobody wrote it.
QString TimelineModel::caption(const TimelineItem& item) const {
    const QString day = wording::dayText(item.day, m_day);
    return item.person.empty() ? day : tr("%1 · %2").arg(wording::fromUtf8(item.person), day);
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const TimelineItem* item = itemAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return item != nullptr ? wording::timelineSentence(*m_snapshot, *item, m_day) : row.head;
    case Qt::AccessibleTextRole:
        return item != nullptr
                   ? tr("%1, %2").arg(caption(*item), wording::timelineSentence(*m_snapshot, *item, m_day))
                   : row.head;
    case Caption:
        return item != nullptr ? caption(*item) : QString();
    case IconNumber:
        return item != nullptr ? static_cast<int>(iconOf(*item)) : 0;
    case IsPinned:
        return item != nullptr && item->isPinned;
    case IsHead:
        return item == nullptr;
    case ExtraHeight:
        return index.row() == m_openRow ? m_extraHeight : 0;
    default:
        return {};
    }
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex& index) const {
    return itemAt(index) != nullptr ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace hb::pages
