// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace hb::widgets {

/// Says what was done, with Undo, at the foot of its parent; goes after 8 s, not while the pointer or the
/// focus is on it.
class Toast : public QFrame {
    Q_OBJECT

public:
    Toast(const theme::Theme& theme, QWidget* parent);
    /// An empty button text says it without a button.
    void say(const QString& sentence, const QString& button);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void undoRequested();

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void place();
    void leave();
    const theme::Theme& m_theme;
    QLabel* m_sentence;
    QPushButton* m_undo;
    QTimer m_timer;
};

} // namespace hb::widgets
