// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/level_picker.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace hb::pages {

/// Sets a level by hand: the levels as buttons, a note for the next one that is set, *Confirm unchanged*, and
/// what is wrong with the one that holds.
class LevelEditor : public QWidget {
    Q_OBJECT

public:
    LevelEditor(const theme::Theme& theme, QWidget* parent = nullptr);
    /// `notice`: "Sentiment is 112 days old and valid for 90: it no longer counts."
    void setLevels(const std::vector<widgets::LevelChoice>& levels,
                   std::optional<int> current,
                   const QString& notice);
    /// The level was set on this very day: confirming it would say nothing, and take its note away.
    void setIsOfToday(bool isOfToday);
    /// Why no level can be set; empty: it can be.
    void setWhyNot(const QString& why);
    [[nodiscard]] QString note() const;
    void setNote(const QString& text);
    /// The button of the level that holds, or the first.
    void focusLevels();
    /// Sets the level at a place of the row, from 0; false where there is none.
    bool choose(int place);

Q_SIGNALS:
    void levelSet(int level, const QString& note);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void set(int level);
    void confirm();
    std::optional<int> m_current;
    QLabel* m_notice;
    widgets::LevelPicker* m_picker;
    QLineEdit* m_note;
    QPushButton* m_confirm;
};

} // namespace hb::pages
