// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

namespace hb::widgets {

/// Draws the ring around whichever button, field or list has the focus: 2 px of accent at 2 px distance. One
/// for the application, made after the theme; it moves into the window of the focused widget. Item views show
/// their own current item.
class FocusRing : public QObject {
    Q_OBJECT

public:
    explicit FocusRing(const theme::Theme& theme, QObject* parent = nullptr);
    ~FocusRing() override;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* focused);
    void place();
    const theme::Theme& m_theme;
    QPointer<QWidget> m_target;
    QPointer<QWidget> m_frame;
};

} // namespace hb::widgets
