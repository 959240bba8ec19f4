// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/contact_form.h"

#include "core/wording/timeline_sentence.h"
#include "ui/pages/account/day_field.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr qsizetype longestContactName = 200;

bool isAddress(const QString& text) {
    static const QRegularExpression pattern(u"^[^\\s@]+@[^\\s@]+$"_s);
    return pattern.match(text).hasMatch();
}

book::ContactFacts factsOf(const QStringList& texts) {
    return {.name = texts.value(0).simplified(),
            .role = static_cast<ContactRole>(texts.value(1).toInt()),
            .email = texts.value(2).trimmed(),
            .note = texts.value(3).trimmed(),
            .cameOn = {}};
}

} // namespace

QString roleTitle(ContactRole role) {
    const QString name = wording::contactRoleName(role);
    return name.left(1).toUpper() + name.mid(1);
}

ContactForm::ContactForm(const theme::Theme& theme, QWidget* parent)
    : EditForm(theme, tr("Keep"), parent), m_name(addLine("contactName", tr("Name"))),
      m_role(new QComboBox(this)), m_email(nullptr), m_note(nullptr) {
    for (std::size_t role = 0; role < contactRoleWords.size(); ++role) {
        m_role->addItem(roleTitle(static_cast<ContactRole>(role)), QString::number(role));
    }
    addField(m_role, "contactRole", tr("What they are for us"));
    m_email = addLine("contactEmail", tr("Email address"));
    m_note = addLine("contactNote", tr("A word on them"));
}

void ContactForm::setContact(const book::ContactFacts& contact) {
    showTexts(textsOf(contact));
}

QStringList ContactForm::textsOf(const book::ContactFacts& contact) {
    return {contact.name, QString::number(static_cast<int>(contact.role)), contact.email, contact.note};
}

void ContactForm::keep() {
    const book::ContactFacts typed = factsOf(texts());
    const QString& name = typed.name;
    if (name.isEmpty() || name.size() > longestContactName) {
        refuse(m_name,
               name.isEmpty() ? tr("The name of the person.")
                              : tr("A name of at most %n letters.", nullptr, int{longestContactName}));
        return;
    }
    if (!typed.email.isEmpty() && !isAddress(typed.email)) {
        refuse(m_email, tr("An address such as marta@contoso.com, or none."));
        return;
    }
    if (!draft().isTouched()) {
        Q_EMIT cancelled(); // nothing is another: nothing to undo
        return;
    }
    Q_EMIT kept(factsOf(shownTexts()), typed);
}

LeftForm::LeftForm(const theme::Theme& theme, QWidget* parent)
    : EditForm(theme, tr("Left"), parent), m_day(new DayField(theme, this)) {
    addField(m_day, "leftDay", tr("Since when: today, 3 May, 2 weeks ago"));
}

void LeftForm::setContact(const book::ContactFacts& contact, Day today) {
    m_day->setToday(today, DayMeant::Last);
    showTexts({DayField::textOf(today)});
    setNotice(contact.role == ContactRole::Champion
                  ? tr("Where no other champion is there, the account says so from that day on.")
                  : QString());
}

void LeftForm::keep() {
    const std::optional<Day> day = m_day->day();
    if (!day) {
        refuse(m_day, tr("The first day without them, such as \"today\" or \"3 May\"."));
        return;
    }
    Q_EMIT kept(*day);
}

} // namespace hb::pages
