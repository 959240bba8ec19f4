// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace hb::shell {

/// Says that the window looks at another day than today; hidden otherwise.
class TimeBar : public QFrame {
    Q_OBJECT
public:
    explicit TimeBar(const Context& context, QWidget* parent = nullptr);

private:
    void follow();
    session::BookSession& m_session;
    QLabel* m_sentence;
    QPushButton* m_back;
};

} // namespace hb::shell
