// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace hb::widgets {

/// What stands where there is nothing yet: one sentence on what it is for, one button that fills it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const theme::Theme& theme, theme::Icon icon, QWidget* parent = nullptr);
    /// An empty button text shows no button.
    void setTexts(const QString& sentence, const QString& button);

Q_SIGNALS:
    void requested();

private:
    const theme::Theme& m_theme;
    theme::Icon m_icon;
    QLabel* m_picture;
    QLabel* m_sentence;
    QPushButton* m_button;
};

} // namespace hb::widgets
