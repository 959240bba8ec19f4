// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/audit.h"
#include "ui/models/names.h"
#include "ui/session/book_session.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QHBoxLayout;
class QLineEdit;
class QStringListModel;

namespace hb::pages {

/// What of the journal is wanted: words, by whom, of which account, when.
class AuditFilters : public QWidget {
    Q_OBJECT

public:
    AuditFilters(const theme::Theme& theme, QWidget* parent = nullptr);
    /// The accounts that can be named, and the day that *last 7 days* counts from.
    void follow(const std::shared_ptr<const session::Moment>& moment, Day today);
    /// Of one account alone; an empty key: of any. Everything else is cleared.
    void setAccount(const QString& key);
    /// None where the account is one that the book does not have.
    [[nodiscard]] std::optional<book::AuditQuestion> question() const;
    /// As it was typed, for a sentence.
    [[nodiscard]] QString accountText() const;
    /// The name of the account that is asked for.
    [[nodiscard]] QString accountName() const;
    [[nodiscard]] bool isPlain() const;
    void find();
    /// Clears; false where there is nothing to clear.
    bool clear();

Q_SIGNALS:
    void changed();

private:
    void build();
    void addDays(QHBoxLayout& row);
    void changeSoon();
    void changeNow();
    void showDays();
    [[nodiscard]] std::optional<AccountIndex> account() const;

    const theme::Theme& m_theme;
    std::shared_ptr<const session::Moment> m_moment;
    Day m_today;
    models::Names m_names;
    QString m_key; ///< of the account that was set, whose name others may have too
    QTimer m_soon;
    QLineEdit *m_find, *m_person, *m_account;
    QComboBox* m_when;
    QDateEdit *m_from, *m_to;
    QStringListModel* m_completions;
};

} // namespace hb::pages
