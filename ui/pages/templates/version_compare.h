// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table.h"
#include "core/wording/version_table.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace hb::pages {

/// Two versions side by side: what differs, part by part, and what is the same folded away.
class VersionCompare : public QWidget {
    Q_OBJECT
public:
    VersionCompare(const theme::Theme& theme, QWidget* parent = nullptr);
    /// `left` and `right` head the columns. What is unfolded stays.
    void setParts(std::vector<wording::VersionPart> parts, const QString& left, const QString& right);
    /// What differs, a row a thing.
    [[nodiscard]] exchange::Table asTable() const;

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void fill();
    void fillPart(const wording::VersionPart& part);
    void addRow(const wording::VersionRow& row);
    QLabel* addCell(int column, const QString& text, const char* role);
    void dress();

    const theme::Theme& m_theme;
    std::vector<wording::VersionPart> m_parts;
    QString m_left, m_right;
    QWidget* m_table;
    QGridLayout* m_grid;
    QPushButton* m_same;
    int m_row = 0; ///< next one of the grid
};

} // namespace hb::pages
