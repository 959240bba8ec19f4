// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table.h"
#include "core/model/snapshot.h"
#include "core/model/timeline_item.h"
#include "ui/models/timeline_kinds.h"

#include <QAbstractListModel>
#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace hb::pages {

using models::groupOf;
using models::iconOf;
using models::TimelineGroup;
using models::timelineGroupCount;

/// The rows of the timeline: heads of months, and items whose words are made when they are shown. 5,000 items
/// cost what is seen of them.
class TimelineModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { Caption = Qt::UserRole, IconNumber, IsPinned, IsHead, ExtraHeight };

    explicit TimelineModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    /// Newest first, of all days; those after `day` are only counted.
    void setItems(std::shared_ptr<const Snapshot> snapshot, std::vector<TimelineItem> items, Day day);
    void setDay(Day day);
    /// None chosen: all are shown.
    void setGroups(std::array<bool, timelineGroupCount> chosen);
    /// What the search of the book found; none: nothing is searched for. Items that it does not know are
    /// found by `words` in their line.
    void setFound(std::optional<std::vector<TimelineItem>> found, const QString& words);

    [[nodiscard]] int laterCount() const { return m_later; }
    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }
    /// Of all items, shown or not; nullptr where there is none.
    [[nodiscard]] const TimelineItem* itemOf(NoteId note) const;
    [[nodiscard]] int countOf(TimelineGroup group) const;
    /// nullptr for a head.
    [[nodiscard]] const TimelineItem* itemAt(const QModelIndex& index) const;
    /// Where an item stands now; invalid where it is not shown.
    [[nodiscard]] QModelIndex indexOf(const TimelineItem& item) const;
    [[nodiscard]] const Snapshot* snapshot() const { return m_snapshot.get(); }
    [[nodiscard]] Day day() const { return m_day; }

    /// What is shown, a row an item.
    [[nodiscard]] exchange::Table asTable() const;

    /// The row that is open, and how much higher it is than the others.
    void open(const QModelIndex& index, int extraHeight);
    void close() { open({}, 0); }
    [[nodiscard]] QModelIndex openIndex() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        std::size_t item = 0;
        QString head = {}; ///< not empty: a head
    };
    /// The rows anew; within a reset, so that nobody sees rows of other items.
    void arrange();
    [[nodiscard]] bool isShown(const TimelineItem& item) const;
    [[nodiscard]] QString caption(const TimelineItem& item) const;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::vector<TimelineItem> m_items;
    std::vector<Row> m_rows;
    Day m_day;
    int m_later = 0;
    std::array<bool, timelineGroupCount> m_groups{};
    std::optional<std::vector<TimelineItem>> m_found;
    QString m_words;
    int m_openRow = -1;
    int m_extraHeight = 0;
};

/// The same happening, whatever has been changed about it.
[[nodiscard]] bool isSame(const TimelineItem& a, const TimelineItem& b);

} // namespace hb::pages
