// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/contacts_part.h"

#include "core/wording/days.h"
#include "ui/pages/account/contact_form.h"
#include "ui/pages/account/day_field.h"
#include "ui/pages/account/entry_line.h"
#include "ui/pages/account/merge_typed.h"
#include "ui/pages/account/next_facts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_menu.h"
#include "ui/widgets/why_not.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr std::size_t contactsShown = 4;

} // namespace

ContactsPart::ContactsPart(const theme::Theme& theme, QWidget* parent)
    : LinesPart(
          theme, {.line = "contact", .rest = "restOfContacts", .empty = "noContacts"}, contactsShown, parent),
      m_add(new QPushButton(tr("+ Contact"), this)), m_form(new ContactForm(theme, this)),
      m_left(new LeftForm(theme, this)) {
    addForm(*m_form, "contactForm");
    addForm(*m_left, "leftForm");
    setEmptyText(tr("Who speaks for us there? A champion who leaves is worth a call."));
    m_add->setObjectName(u"newContact"_s);
    m_add->setProperty("hbButton", u"link"_s);
    QLabel* title = widgets::makeLabel("cardTitle", this);
    title->setText(tr("Contacts"));
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_add);
    static_cast<QBoxLayout*>(layout())->insertLayout(0, head);
    connect(m_add, &QPushButton::clicked, this, [this] { open(*m_form); });
    connect(m_form, &ContactForm::kept, this, &ContactsPart::keep);
    connect(m_left, &LeftForm::kept, this, &ContactsPart::keepLeft);
}

// --- lines

void ContactsPart::setWhyNotWrite(const QString& why) {
    LinesPart::setWhyNotWrite(why);
    widgets::setWhyNot(m_add, why, {});
}

bool ContactsPart::hasLeft(const book::ContactFacts& contact) const {
    return contact.leftOn && *contact.leftOn <= m_day;
}

void ContactsPart::setContacts(std::vector<book::Contact> contacts, Day day) {
    m_day = day;
    m_all = std::move(contacts);
    m_contacts = m_all;
    std::erase_if(m_contacts, [day](const book::Contact& contact) { return contact.facts.cameOn > day; });
    std::ranges::stable_sort(m_contacts, {}, [this](const book::Contact& contact) {
        const bool isChampion = contact.facts.role == ContactRole::Champion;
        return hasLeft(contact.facts) ? (isChampion ? 0 : 2) : 1;
    });
    fillLines();
}

std::vector<std::int64_t> ContactsPart::ids() const {
    std::vector<std::int64_t> all;
    for (const book::Contact& contact : m_contacts) {
        all.push_back(contact.id.value);
    }
    return all;
}

std::optional<book::ContactFacts> ContactsPart::standing(ContactId contact) const {
    const auto found = std::ranges::find(m_all, contact, &book::Contact::id);
    return found == m_all.end() ? std::nullopt : std::optional(found->facts);
}

void ContactsPart::fillLine(EntryLine& line, std::size_t at) {
    const book::ContactFacts& facts = m_contacts[at].facts;
    const bool left = hasLeft(facts);
    const QString role = roleTitle(facts.role);
    line.setTexts(shortTitle(facts.name),
                  left ? tr("%1, left %2").arg(role, wording::dayText(*facts.leftOn, m_day)) : role,
                  left && facts.role == ContactRole::Champion ? CaptionInk::Ink : CaptionInk::Muted);
    line.setToolTip(facts.note.left(500));
    line.setLink(facts.email, tr("Copy %1").arg(facts.email));
}

void ContactsPart::connectLine(EntryLine& line) {
    const auto id = [this, &line] { return ContactId{idOf(line)}; };
    connect(&line, &EntryLine::opened, this, [this, id] { open(*m_form, id().value); });
    connect(&line, &EntryLine::deleted, this, [this, id] { leave(id()); });
    connect(&line, &EntryLine::menuAsked, this, [this, id](const QPoint& place) { showMenu(id(), place); });
    connect(&line, &EntryLine::linkPressed, this, [this, id] { copyAddress(id()); });
}

// --- forms

QWidget* ContactsPart::home() {
    return m_add;
}

void ContactsPart::fillForm(EditForm& form, std::int64_t id) {
    const book::ContactFacts facts =
        standing(ContactId{id})
            .value_or(book::ContactFacts{.name = {}, .role = ContactRole::Champion, .cameOn = {}});
    if (&form == m_left) {
        m_left->setContact(facts, m_day);
    } else {
        m_form->setContact(facts);
    }
}

/// What others changed meanwhile stays, where the person did not type over it.
void ContactsPart::keep(const book::ContactFacts& before, const book::ContactFacts& typed) {
    const ContactId contact{openId()};
    const std::optional<book::ContactFacts> now =
        contact.isValid() ? standing(contact) : book::ContactFacts{.name = {}, .cameOn = m_day};
    if (now) {
        closeForm();
        Q_EMIT edited(contact, mergedContact(contact.isValid() ? before : book::ContactFacts(), typed, *now));
    } else {
        openAsNew();
        m_form->refuseAll(tr("This contact was removed meanwhile. Keep it once more, and it is added anew."));
    }
}

void ContactsPart::keepLeft(Day firstDayWithout) {
    const ContactId contact{openId()};
    std::optional<book::ContactFacts> facts = standing(contact);
    if (!facts) {
        m_left->refuseAll(tr("This contact was removed meanwhile."));
        return;
    }
    facts->leftOn = firstDayWithout;
    closeForm();
    Q_EMIT edited(contact, facts);
}

void ContactsPart::takeBack(ContactId contact, const book::ContactFacts& facts) {
    const book::ContactFacts now = standing(contact).value_or(
        book::ContactFacts{.name = {}, .role = ContactRole::Champion, .cameOn = {}});
    if (facts.leftOn == now.leftOn) {
        LinesPart::takeBack(*m_form,
                            contact.value,
                            {.shown = ContactForm::textsOf(now), .typed = ContactForm::textsOf(facts)});
    } else if (facts.leftOn) {
        LinesPart::takeBack(*m_left,
                            contact.value,
                            {.shown = {DayField::textOf(m_day)}, .typed = {DayField::textOf(facts.leftOn)}});
    }
}

// --- what a line does

void ContactsPart::leave(ContactId contact) {
    if (const auto facts = standing(contact); facts && !hasLeft(*facts)) {
        open(*m_left, contact.value);
    }
}

void ContactsPart::bringBack(ContactId contact, std::optional<Day> since) {
    if (std::optional<book::ContactFacts> facts = standing(contact)) {
        facts->leftOn.reset();
        facts->cameOn = since.value_or(facts->cameOn);
        Q_EMIT edited(contact, facts);
    }
}

void ContactsPart::copyAddress(ContactId contact) {
    if (const auto facts = standing(contact)) {
        QApplication::clipboard()->setText(facts->email);
        Q_EMIT addressCopied(facts->email);
    }
}

void ContactsPart::showMenu(ContactId contact, const QPoint& place) {
    const auto facts = standing(contact);
    if (!facts) {
        return;
    }
    QMenu* menu = widgets::makePopup(this);
    menu->addAction(tr("Change"), this, [this, contact] { open(*m_form, contact.value); })
        ->setObjectName(u"changeContact"_s);
    if (facts->leftOn) {
        if (*facts->leftOn < m_day) {
            menu->addAction(tr("Is back"), this, [this, contact] { bringBack(contact, m_day); })
                ->setObjectName(u"contactIsBack"_s);
        }
        menu->addAction(tr("Had not left"), this, [this, contact] { bringBack(contact, {}); })
            ->setObjectName(u"contactBack"_s);
    } else {
        menu->addAction(tr("Left"), this, [this, contact] { leave(contact); })
            ->setObjectName(u"contactLeft"_s);
    }
    menu->addSeparator();
    menu->addAction(tr("Remove"), this, [this, contact] { Q_EMIT edited(contact, {}); })
        ->setObjectName(u"removeContact"_s);
    widgets::setWhyNot(menu, whyNotWrite());
    menu->popup(place);
}

} // namespace hb::pages
