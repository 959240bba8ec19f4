// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"
#include "core/model/timeline_item.h"
#include "ui/pages/account/account_facts.h"
#include "ui/shell/page.h"

#include <QWidget>

namespace hb::pages {

class NextCard;
class TimelineCard;
struct NamedEdit;

/// The right of the account page: what comes next, and what happened. Reads and writes the session itself.
class SideColumn : public QWidget {
    Q_OBJECT

public:
    SideColumn(const shell::Context& context, shell::Navigator& navigator, QWidget* parent);
    /// Another account comes to the front: nothing of the one before stays but its draft.
    void startAccount(const QString& key);
    /// The account at this moment; none: it is not in the book.
    void showAccount(const std::optional<AccountAt>& at);
    /// Reads what only the file has.
    void read();
    void follow(const book::ChangeSet& changes);
    /// Another book: what was begun in the last one is of no account here.
    void forget();
    /// What could not be kept comes back to where it was typed.
    void takeBack(const book::Edit& edit);
    void beginNote();
    void beginAction();
    void beginOutcome();
    void beginSearch();
    void searchFor(const QString& words);
    /// Closes what is open; false where nothing is.
    bool leave();

private:
    void connectNext();
    void connectTimeline();
    void apply(const std::function<NamedEdit(const AccountAt&)>& edit);
    [[nodiscard]] QString keyOf(AccountId account) const;
    void readContacts();
    void readTimeline();
    void search(const QString& words);
    [[nodiscard]] bool canRead() const;
    shell::Context m_context;
    shell::Navigator& m_navigator;
    QString m_key;
    std::optional<AccountAt> m_at;
    std::vector<book::Contact> m_people;
    NextCard* m_next;
    TimelineCard* m_timeline;
};

} // namespace hb::pages
