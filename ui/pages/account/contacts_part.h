// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"
#include "ui/pages/account/lines_part.h"

namespace hb::pages {

class ContactForm;
class LeftForm;

/// The people at the customer: who is there, who left; a champion who left stands first.
class ContactsPart : public LinesPart {
    Q_OBJECT

public:
    ContactsPart(const theme::Theme& theme, QWidget* parent);
    void setWhyNotWrite(const QString& why) override;
    /// As of `day`: who was not known by then is left out.
    void setContacts(std::vector<book::Contact> contacts, Day day);
    /// One who could not be kept comes back into their form.
    void takeBack(ContactId contact, const book::ContactFacts& facts);

Q_SIGNALS:
    void edited(hb::ContactId contact, const std::optional<hb::book::ContactFacts>& facts);
    void addressCopied(const QString& address);

protected:
    [[nodiscard]] std::vector<std::int64_t> ids() const override;
    void fillLine(EntryLine& line, std::size_t at) override;
    void connectLine(EntryLine& line) override;
    void fillForm(EditForm& form, std::int64_t id) override;
    [[nodiscard]] QWidget* home() override;

private:
    void keep(const book::ContactFacts& before, const book::ContactFacts& typed);
    void keepLeft(Day firstDayWithout);
    void leave(ContactId contact);
    /// There again since a day; none: they had never left.
    void bringBack(ContactId contact, std::optional<Day> since);
    void copyAddress(ContactId contact);
    void showMenu(ContactId contact, const QPoint& place);
    [[nodiscard]] bool hasLeft(const book::ContactFacts& contact) const;
    /// As the book has them by now, known by the day that is looked at or not; none: they are gone.
    [[nodiscard]] std::optional<book::ContactFacts> standing(ContactId contact) const;
    std::vector<book::Contact> m_all;
    std::vector<book::Contact> m_contacts; ///< those known by the day, as they are shown
    Day m_day;
    QPushButton* m_add;
    ContactForm* m_form;
    LeftForm* m_left;
};

} // namespace hb::pages
