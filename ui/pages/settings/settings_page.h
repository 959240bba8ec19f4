// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hb::widgets {
class Card;
}

namespace hb::pages {

/// What a person's own program remembers, in one place. Each also has its place in a menu.
class SettingsPage : public shell::Page {
    Q_OBJECT
public:
    SettingsPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);

    void activate(const session::ViewState& state) override;
    [[nodiscard]] QString place() const override { return tr("Settings"); }
    [[nodiscard]] QString asText() const override;
    bool escape() override;

private:
    void buildLook(QVBoxLayout& column);
    void buildScores(widgets::Card& card);
    void buildPerson(QVBoxLayout& column);
    void buildBook(QVBoxLayout& column);
    void buildWindow(QVBoxLayout& column);
    void dress();
    void follow();

    shell::Context m_context;
    shell::Navigator& m_navigator;
    QWidget* m_content = nullptr;
    std::vector<QPushButton*> m_themes; ///< by ThemeChoice
    std::vector<QPushButton*> m_scores; ///< by ScoresAs
    std::vector<QPushButton*> m_views;  ///< S, M, L, list
    QLabel* m_zoom = nullptr;
    QPushButton* m_smaller = nullptr;
    QPushButton* m_larger = nullptr;
    QLabel* m_person = nullptr;
    QPushButton* m_choosePerson = nullptr;
    QCheckBox* m_mine = nullptr;
    QCheckBox* m_menuBar = nullptr;
};

} // namespace hb::pages
