// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hb::pages {

class ContactForm;
class EntryLine;
class LeftForm;

/// The people at the customer: who is there, who left; a champion who left stands first.
class ContactsPart : public QWidget {
    Q_OBJECT

public:
    ContactsPart(const theme::Theme& theme, QWidget* parent);
    /// As of `day`: who was not known by then is left out.
    void setContacts(const std::vector<book::Contact>& contacts, Day day);
    void takeBack(ContactId contact, const book::ContactFacts& facts);
    /// False where nothing was open.
    bool closeForm();

Q_SIGNALS:
    void edited(hb::ContactId contact, const std::optional<hb::book::ContactFacts>& facts);
    void addressCopied(const QString& address);

private:
    void fillLines();
    void fillLine(EntryLine& line, const book::Contact& contact);
    EntryLine* makeLine();
    void arrange();
    void open(QWidget* form, ContactId contact);
    void close(const book::ContactFacts& facts);
    void begin();
    void edit(ContactId contact);
    void leave(ContactId contact);
    void showMenu(ContactId contact, const QPoint& place);
    [[nodiscard]] bool hasLeft(const book::Contact& contact) const;
    [[nodiscard]] std::optional<std::size_t> placeOf(ContactId contact) const;
    [[nodiscard]] const book::Contact* find(ContactId contact) const;
    const theme::Theme& m_theme;
    std::vector<book::Contact> m_contacts;
    Day m_day;
    std::vector<EntryLine*> m_lines; ///< the first of m_contacts
    QVBoxLayout* m_rows;
    QPushButton* m_add;
    QPushButton* m_rest;
    QLabel* m_empty;
    ContactForm* m_form;
    LeftForm* m_left;
    QWidget* m_open = nullptr;
    ContactId m_openContact;
    bool m_all = false;
};

} // namespace hb::pages
