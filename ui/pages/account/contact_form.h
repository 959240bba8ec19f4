// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"
#include "ui/pages/account/edit_form.h"

class QComboBox;

namespace hb::pages {

class DayField;

/// A person at the customer: name, role, address and a word on them.
class ContactForm : public EditForm {
    Q_OBJECT

public:
    ContactForm(const theme::Theme& theme, QWidget* parent);
    void setContact(const book::ContactFacts& contact);
    /// As its fields say a contact.
    [[nodiscard]] static QStringList textsOf(const book::ContactFacts& contact);

Q_SIGNALS:
    /// What it showed and what was typed; of what has no field, neither says anything.
    void kept(const hb::book::ContactFacts& before, const hb::book::ContactFacts& typed);

protected:
    void keep() override;

private:
    QLineEdit* m_name;
    QComboBox* m_role;
    QLineEdit* m_email;
    QLineEdit* m_note;
};

/// Since when somebody is not there any more.
class LeftForm : public EditForm {
    Q_OBJECT

public:
    LeftForm(const theme::Theme& theme, QWidget* parent);
    void setContact(const book::ContactFacts& contact, Day today);

Q_SIGNALS:
    void kept(hb::Day firstDayWithout);

protected:
    void keep() override;

private:
    DayField* m_day;
};

/// "Champion".
[[nodiscard]] QString roleTitle(ContactRole role);

} // namespace hb::pages
