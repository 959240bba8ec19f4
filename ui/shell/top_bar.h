// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace hb::widgets {
class ElidedButton;
class ElidedLabel;
} // namespace hb::widgets

namespace hb::shell {

class DayPopup;

/// Back, forward, where one is, the box that finds or does anything, the as-of day, who looks, and the menu.
class TopBar : public QFrame {
    Q_OBJECT
public:
    explicit TopBar(const Context& context, QMenu* menu, QWidget* parent = nullptr);
    /// `up` and `place` as in "Book > Contoso"; a click on `up` goes there.
    void setPath(const QString& up, const QString& place);
    void setHistory(bool back, bool forward);
    void openDays();
    void openMenu();

Q_SIGNALS:
    void backRequested();
    void forwardRequested();
    void upRequested();
    void paletteRequested();
    void personRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build(QMenu* menu);
    void connectParts();
    void dress();
    void follow();
    [[nodiscard]] QToolButton* tool(const char* name, const QString& tip);
    session::BookSession& m_session;
    const theme::Theme& m_theme;
    QToolButton* m_back;
    QToolButton* m_forward;
    widgets::ElidedButton* m_up;
    QLabel* m_step;
    widgets::ElidedLabel* m_place;
    QPushButton* m_palette;
    QPushButton* m_day;
    widgets::ElidedButton* m_person;
    QToolButton* m_menu;
    DayPopup* m_days;
};

} // namespace hb::shell
