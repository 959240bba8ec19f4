// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/drafts.h"
#include "ui/pages/account/group_card.h"

class QGridLayout;

namespace hb::pages {

/// The group cards, two a row where their names have room.
class GroupGrid : public QWidget {
    Q_OBJECT

public:
    GroupGrid(const theme::Theme& theme, QWidget* parent = nullptr);
    /// A half-typed note of a level waits for the return of its account and metric.
    void setGroups(const std::vector<GroupFacts>& groups);
    void forgetDrafts();
    /// Every metric's row, as the version has them.
    [[nodiscard]] std::vector<MetricRow*> rows() const;
    /// By the metric's position in the version; nullptr where there is none.
    [[nodiscard]] MetricRow* rowOf(std::size_t position) const;
    /// The row that has the focus, or holds what has it.
    [[nodiscard]] MetricRow* focusedRow() const;
    /// The level metric after the one in focus, round and round; nullptr without any.
    [[nodiscard]] MetricRow* nextLevelRow() const;

Q_SIGNALS:
    void levelSet(hb::MetricIndex metric, int level, const QString& note);
    void aboutShown(hb::pages::MetricRow* row);
    void overrideAsked(hb::OverrideTarget target, const QString& key);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();
    void keepNotes();
    void showNotes();
    const theme::Theme& m_theme;
    QGridLayout* m_grid;
    std::vector<GroupCard*> m_cards;
    Drafts<QString> m_notes; ///< of levels, by the key of their metric
    std::size_t m_columns = 0;
};

} // namespace hb::pages
