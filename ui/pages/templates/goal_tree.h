// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/templates/goal_rows.h"
#include "ui/theme/theme.h"

#include <QTreeWidget>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hb::pages {

/// The goals with the metrics that serve them: goals are renamed in place (F2), Delete asks to remove one.
class GoalTree : public QTreeWidget {
    Q_OBJECT
public:
    /// What tells a row from others: its kind and its key.
    using Mark = std::pair<GoalRowKind, std::string>;

    GoalTree(const theme::Theme& theme, QWidget* parent = nullptr);
    /// The current row, what is folded, the scroll place and a name that is being typed stay.
    void setRows(std::vector<GoalRow> rows);
    /// Makes a goal the current row as soon as it is among them.
    void want(const std::string& goal) { m_wanted = goal; }
    [[nodiscard]] std::optional<Mark> current() const;

Q_SIGNALS:
    void chosen();
    void nameTyped(const QString& name); ///< of the current goal, as it was typed
    void removeAsked();

private:
    void fill();
    void showTexts();
    void dress();
    void taken(QTreeWidgetItem* item);
    [[nodiscard]] std::optional<std::size_t> placeOf(const QTreeWidgetItem* item) const;
    [[nodiscard]] Mark markAt(std::size_t place) const { return m_marks[place]; }

    const theme::Theme& m_theme;
    std::vector<GoalRow> m_rows;
    std::vector<QTreeWidgetItem*> m_places; ///< as m_rows
    std::vector<Mark> m_marks;              ///< as m_places
    std::string m_wanted;
};

} // namespace hb::pages
