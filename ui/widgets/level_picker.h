// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace hb::widgets {

class FlowLayout;

struct LevelChoice {
    int level = 0;
    QString label;
    QString help;
    Band band = Band::None; ///< of its score
};

/// The levels of a metric as a row of buttons; under them the help of the one that is pointed at, focused or
/// set. Keys 1 to 9 choose. Sends `chosen`, and shows a new level only once it is told to.
class LevelPicker : public QWidget {
    Q_OBJECT

public:
    LevelPicker(const theme::Theme& theme, QWidget* parent = nullptr);
    void setLevels(const std::vector<LevelChoice>& levels, std::optional<int> current);
    /// Why none can be chosen; empty: they can.
    void setWhyNot(const QString& why);
    /// Focuses the level that holds, or the first.
    void focusCurrent();
    /// Chooses by place, from 0; false where there is no such place.
    bool choose(int place);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void chosen(int level);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeButtons(std::size_t count);
    void dress();
    void showHelp(const QString& help);
    void restHelp();
    const theme::Theme& m_theme;
    std::vector<LevelChoice> m_levels;
    std::optional<int> m_current;
    QString m_whyNot;
    std::vector<QPushButton*> m_buttons; ///< as m_levels
    FlowLayout* m_row;
    QLabel* m_help;
};

} // namespace hb::widgets
