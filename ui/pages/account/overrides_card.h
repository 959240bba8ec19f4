// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/drafts.h"
#include "ui/pages/account/override_editor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace hb::pages {

/// The overrides of the account: the live ones beside what is computed, each ended by one click, then those
/// that have ended; and the editor of a new one where it was asked for. Not there while there is neither.
class OverridesCard : public widgets::Card {
    Q_OBJECT

public:
    OverridesCard(const theme::Theme& theme, QWidget* parent = nullptr);
    /// What is half typed waits for the return of its account.
    void setAccount(const AccountAt& at);
    /// Another book: what was begun in the last one is of no account here.
    void forget();
    void begin(const ScoreTarget& of);
    /// Closes the editor; false where it is not open.
    bool leave();
    [[nodiscard]] bool isEditing() const;
    void takeBack(const book::AddOverride& lost);

Q_SIGNALS:
    void edited(const hb::pages::NamedEdit& edit);

private:
    void fill();
    [[nodiscard]] QWidget* makeRow(const analytics::AccountOverride& each);
    void fit();
    const theme::Theme& m_theme;
    std::optional<AccountAt> m_at;
    OverrideEditor* m_editor;
    QWidget* m_list;
    QPushButton* m_rest;
    Drafts<OverrideEditor::Draft> m_drafts;
    bool m_all = false; ///< also those that ended long ago
};

} // namespace hb::pages
