// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/contacts_part.h"

#include "core/wording/days.h"
#include "ui/pages/account/contact_form.h"
#include "ui/pages/account/entry_line.h"
#include "ui/pages/account/in_place.h"
#include "ui/pages/account/next_facts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_menu.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr std::size_t shownFirst = 4, shownMost = 100;

} // namespace

ContactsPart::ContactsPart(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_rows(new QVBoxLayout), m_add(new QPushButton(tr("+ Contact"), this)),
      m_rest(new QPushButton(this)), m_empty(widgets::makeLabel("muted", this)),
      m_form(new ContactForm(theme, this)), m_left(new LeftForm(theme, this)) {
    m_form->setObjectName(u"contactForm"_s);
    m_left->setObjectName(u"leftForm"_s);
    m_form->hide();
    m_left->hide();
    for (QPushButton* button : {m_add, m_rest}) {
        button->setProperty("hbButton", u"link"_s);
    }
    m_add->setObjectName(u"newContact"_s);
    m_rest->setObjectName(u"restOfContacts"_s);
    QLabel* title = widgets::makeLabel("cardTitle", this);
    title->setText(tr("Contacts"));
    m_empty->setObjectName(u"noContacts"_s);
    m_empty->setText(tr("Who speaks for us there? A champion who leaves is worth a call."));
    m_empty->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_add);
    m_rows->setSpacing(0);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(theme::space::xs);
    all->addLayout(head);
    all->addWidget(m_empty);
    all->addLayout(m_rows);
    all->addWidget(m_rest, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &ContactsPart::begin);
    connect(m_rest, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        fillLines();
    });
    connect(m_form, &EditForm::cancelled, this, &ContactsPart::closeForm);
    connect(m_left, &EditForm::cancelled, this, &ContactsPart::closeForm);
    connect(m_form, &ContactForm::kept, this, &ContactsPart::close);
    connect(m_left, &LeftForm::kept, this, &ContactsPart::close);
}

bool ContactsPart::hasLeft(const book::Contact& contact) const {
    return contact.facts.leftOn && *contact.facts.leftOn <= m_day;
}

void ContactsPart::setContacts(const std::vector<book::Contact>& contacts, Day day) {
    m_day = day;
    m_contacts = contacts;
    std::erase_if(m_contacts, [day](const book::Contact& contact) { return contact.facts.cameOn > day; });
    std::ranges::stable_sort(m_contacts, {}, [this](const book::Contact& contact) {
        const bool isChampion = contact.facts.role == ContactRole::Champion;
        return hasLeft(contact) ? (isChampion ? 0 : 2) : 1;
    });
    fillLines();
}

void ContactsPart::fillLines() {
    const std::size_t count = std::min(m_contacts.size(), m_all ? shownMost : shownFirst);
    while (m_lines.size() > count) {
        delete m_lines.back();
        m_lines.pop_back();
    }
    while (m_lines.size() < count) {
        m_lines.push_back(makeLine());
    }
    for (std::size_t at = 0; at < count; ++at) {
        fillLine(*m_lines[at], m_contacts[at]);
    }
    const auto more = static_cast<int>(m_contacts.size() - count);
    m_rest->setVisible(more > 0 || m_all);
    m_rest->setText(m_all ? tr("Show fewer") : tr("%n more", nullptr, more));
    m_empty->setVisible(m_contacts.empty() && m_open == nullptr);
    arrange();
}

void ContactsPart::fillLine(EntryLine& line, const book::Contact& contact) {
    const book::ContactFacts& facts = contact.facts;
    const bool left = hasLeft(contact);
    const QString role = roleTitle(facts.role);
    line.setTexts(shortTitle(facts.name),
                  left ? tr("%1, left %2").arg(role, wording::dayText(*facts.leftOn, m_day)) : role,
                  left && facts.role == ContactRole::Champion);
    line.setToolTip(facts.note.left(500));
    line.setLink(facts.email, tr("Copy %1").arg(facts.email));
}

EntryLine* ContactsPart::makeLine() {
    auto* line = new EntryLine(m_theme, this);
    line->setObjectName(u"contact"_s);
    const std::size_t at = m_lines.size();
    connect(line, &EntryLine::opened, this, [this, at] { edit(m_contacts[at].id); });
    connect(line, &EntryLine::deleted, this, [this, at] { leave(m_contacts[at].id); });
    connect(line, &EntryLine::menuAsked, this, [this, at](const QPoint& place) {
        showMenu(m_contacts[at].id, place);
    });
    connect(line, &EntryLine::linkPressed, this, [this, at] {
        QApplication::clipboard()->setText(m_contacts[at].facts.email);
        Q_EMIT addressCopied(m_contacts[at].facts.email);
    });
    return line;
}

void ContactsPart::arrange() {
    arrangeInPlace(
        *m_rows, {m_lines.begin(), m_lines.end()}, m_open, m_open ? placeOf(m_openContact) : std::nullopt);
}

std::optional<std::size_t> ContactsPart::placeOf(ContactId contact) const {
    const auto found = std::ranges::find(m_contacts, contact, &book::Contact::id);
    return found == m_contacts.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - m_contacts.begin()));
}

const book::Contact* ContactsPart::find(ContactId contact) const {
    const auto at = placeOf(contact);
    return at ? &m_contacts[*at] : nullptr;
}

// --- forms

void ContactsPart::open(QWidget* form, ContactId contact) {
    if (m_open != nullptr && m_open != form) {
        m_open->hide();
    }
    m_open = form;
    m_openContact = contact;
    m_empty->hide();
    arrange();
    form->show();
    static_cast<EditForm*>(form)->begin();
}

bool ContactsPart::closeForm() {
    if (m_open == nullptr) {
        return false;
    }
    const bool hadFocus = m_open->isAncestorOf(m_open->window()->focusWidget());
    m_open->hide();
    m_open = nullptr;
    fillLines();
    if (const auto at = placeOf(m_openContact); hadFocus && at && *at < m_lines.size()) {
        m_lines[*at]->setFocus(Qt::OtherFocusReason);
    } else if (hadFocus) {
        m_add->setFocus(Qt::OtherFocusReason);
    }
    return true;
}

void ContactsPart::close(const book::ContactFacts& facts) {
    closeForm();
    Q_EMIT edited(m_openContact, facts);
}

void ContactsPart::begin() {
    m_form->setContact({.name = {}, .role = ContactRole::Champion, .cameOn = m_day});
    open(m_form, {});
}

void ContactsPart::takeBack(ContactId contact, const book::ContactFacts& facts) {
    if (m_open == nullptr) {
        m_form->setContact(facts);
        open(m_form, contact);
    }
}

void ContactsPart::edit(ContactId contact) {
    if (const book::Contact* found = find(contact)) {
        m_form->setContact(found->facts);
        open(m_form, contact);
    }
}

void ContactsPart::leave(ContactId contact) {
    const book::Contact* found = find(contact);
    if (found != nullptr && !hasLeft(*found)) {
        m_left->setContact(found->facts, m_day);
        open(m_left, contact);
    }
}

void ContactsPart::showMenu(ContactId contact, const QPoint& place) {
    const book::Contact* found = find(contact);
    if (found == nullptr) {
        return;
    }
    QMenu* menu = widgets::makePopup(this);
    menu->addAction(tr("Change"), this, [this, contact] { edit(contact); })
        ->setObjectName(u"changeContact"_s);
    if (found->facts.leftOn) {
        if (*found->facts.leftOn < m_day) {
            menu->addAction(tr("Is back"),
                            this,
                            [this, contact, facts = found->facts]() mutable {
                                facts.leftOn.reset();
                                facts.cameOn = m_day;
                                Q_EMIT edited(contact, facts);
                            })
                ->setObjectName(u"contactIsBack"_s);
        }
        menu->addAction(tr("Had not left"),
                        this,
                        [this, contact, facts = found->facts]() mutable {
                            facts.leftOn.reset();
                            Q_EMIT edited(contact, facts);
                        })
            ->setObjectName(u"contactBack"_s);
    } else {
        menu->addAction(tr("Left"), this, [this, contact] { leave(contact); })
            ->setObjectName(u"contactLeft"_s);
    }
    menu->addSeparator();
    menu->addAction(tr("Remove"), this, [this, contact] { Q_EMIT edited(contact, {}); })
        ->setObjectName(u"removeContact"_s);
    menu->popup(place);
}

} // namespace hb::pages
