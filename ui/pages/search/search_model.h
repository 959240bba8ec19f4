// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table.h"
#include "core/model/snapshot.h"
#include "ui/models/timeline_kinds.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>

#include <array>
#include <vector>

namespace hb::pages {

/// Something that was written, in words.
struct SearchRow {
    TimelineItem item;
    QString key; ///< of its account
    QString account;
    QString when;
    QString line;
};

/// What was found, in words. For the reader's thread.
[[nodiscard]] std::vector<SearchRow>
searchRows(const Snapshot& snapshot, const std::vector<TimelineItem>& items, Day today);

/// What was found, newest first, of the kinds that are chosen.
class SearchModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using Groups = std::array<bool, models::timelineGroupCount>;
    enum Column { When, Account, Who, What, ColumnCount };

    SearchModel(const theme::Theme& theme, QObject* parent);
    void show(std::vector<SearchRow> rows);
    /// None chosen: all are shown.
    void setGroups(const Groups& chosen);
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    [[nodiscard]] int countOf(models::TimelineGroup group) const;
    /// That are shown.
    [[nodiscard]] int accountCount() const;
    /// nullptr where there is no such row.
    [[nodiscard]] const SearchRow* rowAt(int row) const;
    [[nodiscard]] exchange::Table asTable() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void arrange();
    const theme::Theme& m_theme;
    std::vector<SearchRow> m_rows;
    Groups m_groups{};
    std::vector<std::size_t> m_shown; ///< into m_rows
};

} // namespace hb::pages
