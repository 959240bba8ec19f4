// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/level_picker.h"

#include <QWidget>

#include <vector>

class QPushButton;

namespace hb::pages {

/// The levels of a metric under one another, each with its key and its help.
class LevelRows : public QWidget {
    Q_OBJECT

public:
    LevelRows(const theme::Theme& theme, QWidget* parent = nullptr);
    /// With `whyNot` none can be chosen, and each says why.
    void setLevels(const std::vector<widgets::LevelChoice>& levels,
                   std::optional<int> current,
                   const QString& whyNot);
    [[nodiscard]] const std::vector<widgets::LevelChoice>& levels() const { return m_levels; }

Q_SIGNALS:
    void chosen(int level);

private:
    QPushButton* addRow(std::size_t place, std::optional<int> current);
    const theme::Theme& m_theme;
    std::vector<widgets::LevelChoice> m_levels;
    QWidget* m_body = nullptr;
};

} // namespace hb::pages
