// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

class QBoxLayout;
class QVBoxLayout;

namespace hb::pages {

/// Where one starts without a book: the demo company, one's own files, or a book that is there.
class WelcomePage : public shell::Page {
    Q_OBJECT
public:
    WelcomePage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);
    void activate(const session::ViewState& state) override;

private:
    void addDoors(QBoxLayout& row);
    void showRecent();
    shell::Context m_context;
    shell::Navigator& m_navigator;
    QWidget* m_recent;
    QVBoxLayout* m_recentRows;
};

} // namespace hb::pages
