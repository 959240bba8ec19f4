// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/accounts_model.h"

#include <QAbstractItemView>

class QKeyEvent;

namespace hb::pages {

/// What wall and list have in common: the keys of the accounts (look.md, Keys, Book). Sends what was asked
/// for.
class AccountKeys : public QObject {
    Q_OBJECT
public:
    AccountKeys(QAbstractItemView& view, models::AccountsModel& model);
    /// True where the key was taken.
    bool press(const QKeyEvent& event);
    /// A click folds a section; on an account it is `clicked` of the view.
    void clickOn(const QModelIndex& index);

Q_SIGNALS:
    void peekRequested();
    void openRequested(AccountIndex account);
    void windowRequested(AccountIndex account);
    void typed(const QString& text);

private:
    QAbstractItemView& m_view;
    models::AccountsModel& m_model;
};

} // namespace hb::pages
