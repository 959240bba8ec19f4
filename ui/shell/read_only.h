// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>

class QLabel;

namespace hb::shell {

class MainWindow;

/// Says that the book is open to read, and of which day it is a copy; hidden otherwise.
class ReadOnlyBar : public QFrame {
    Q_OBJECT
public:
    explicit ReadOnlyBar(const Context& context, QWidget* parent = nullptr);

private:
    void follow();
    session::BookSession& m_session;
    QLabel* m_sentence;
};

/// Those that change the book are off, and say why, while it is open to read.
[[nodiscard]] Actions guarded(Actions actions, const session::BookSession& session);

/// Asks for a file and writes a copy of the book there that others can read and nobody can change.
void shareCopy(const Context& context, MainWindow& window);

} // namespace hb::shell
