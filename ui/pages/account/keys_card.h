// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/account_edits.h"
#include "ui/pages/account/key_forms.h"
#include "ui/widgets/card.h"

namespace hb::pages {

/// Where the id of the account is changed, and where it is merged into another: there only while one of both
/// is asked for.
class KeysCard : public widgets::Card {
    Q_OBJECT

public:
    KeysCard(const theme::Theme& theme, jobs::JobRunner& jobs, QWidget* parent = nullptr);
    void setAccount(const AccountAt& at);
    void beginRename();
    void beginMerge();
    void showEffect(const QString& into, const Result<MergeEffect>& effect);
    /// Closes what is open; false where nothing is.
    bool leave();

Q_SIGNALS:
    void edited(const hb::pages::NamedEdit& edit);
    void effectAsked(const QString& into);

private:
    void open(EditForm* form, const QString& title);
    void rename(const QString& key);
    void merge(const QString& into);
    std::optional<AccountAt> m_at;
    RenameForm* m_rename;
    MergeForm* m_merge;
};

} // namespace hb::pages
