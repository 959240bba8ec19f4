// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>

class QCalendarWidget;
class QLabel;
class QSlider;

namespace hb::shell {

/// Chooses the as-of day: a calendar, steps of a day and a week, and a slider over the days the book knows.
/// The window behind it follows while the slider is dragged.
class DayPopup : public QFrame {
    Q_OBJECT
public:
    explicit DayPopup(const Context& context, QWidget* parent = nullptr);
    void popUpUnder(const QWidget& button);

private:
    void follow();
    void step(int days);
    session::BookSession& m_session;
    QCalendarWidget* m_calendar;
    QSlider* m_slider;
    QLabel* m_first;
    QLabel* m_last;
    bool m_following = false;
};

} // namespace hb::shell
