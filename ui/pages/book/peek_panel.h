// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/accounts_model.h"
#include "ui/shell/page.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hb::widgets {
class BandGlyph;
class Sparkline;
} // namespace hb::widgets

namespace hb::pages {

/// One account beside the wall: why, what changed, what helps, and what to do about it.
class PeekPanel : public QFrame {
    Q_OBJECT
public:
    PeekPanel(const shell::Context& context, const models::AccountsModel& model, QWidget* parent = nullptr);
    void showAccount(AccountIndex account);
    /// The account shown; nothing where the book holds it no longer.
    [[nodiscard]] std::optional<AccountIndex> account() const;

Q_SIGNALS:
    void reviewRequested();
    void noteRequested();
    void openRequested();
    void closeRequested();

private:
    void build();
    void addSection(QVBoxLayout& column, const QString& title, QLabel*& words);
    shell::Context m_context;
    const models::AccountsModel& m_model;
    QString m_account; ///< its key: positions move when accounts come in
    widgets::BandGlyph* m_glyph;
    QLabel* m_name;
    QLabel* m_about;
    QLabel* m_score;
    QLabel* m_change;
    widgets::Sparkline* m_sparkline;
    QLabel* m_reasons;
    QLabel* m_why = nullptr;
    QLabel* m_changed = nullptr;
    QLabel* m_helps = nullptr;
    QPushButton* m_review;
    QPushButton* m_note;
    QPushButton* m_open;
};

} // namespace hb::pages
