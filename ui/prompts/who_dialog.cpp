// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/who_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hb::prompts {

using settings::Role;

namespace {

constexpr std::array roles{Role::Csm, Role::Manager, Role::Admin, Role::TeamMember};

QString whatComesFirst(Role role) {
    switch (role) {
    case Role::Csm:
        return WhoDialog::tr("CSM: my own accounts come first");
    case Role::Manager:
        return WhoDialog::tr("Manager: the accounts that I am the manager of, or the whole company");
    case Role::Admin:
        return WhoDialog::tr("Admin: begins at Templates");
    case Role::TeamMember:
        break;
    }
    return WhoDialog::tr("Team member: begins at My team, with what my team can do");
}

} // namespace

QString WhoDialog::title() {
    return tr("Who are you?");
}

QString WhoDialog::roleName(Role role) {
    switch (role) {
    case Role::Csm:
        return tr("CSM");
    case Role::Manager:
        return tr("Manager");
    case Role::Admin:
        return tr("Admin");
    case Role::TeamMember:
        break;
    }
    return tr("Team member");
}

QString WhoDialog::viewsNotLocks() {
    return tr("Roles are views, not locks: a book is one file, and whoever can open it can reach everything "
              "in it.");
}

WhoDialog::WhoDialog(const WhoQuestion& question, QWidget* parent)
    : QDialog(parent), m_name(new QComboBox(this)), m_team(new QComboBox(this)) {
    setObjectName(u"whoDialog"_s);
    setWindowTitle(title());
    auto* column = new QVBoxLayout(this);
    auto* words = new QLabel(tr("What you review, write and take is kept under your name."), this);
    words->setWordWrap(true);
    column->addWidget(words);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow); // one column of fields, as wide as it is
    form->setLabelAlignment(Qt::AlignLeft);
    column->addLayout(form);
    addNames(question);
    form->addRow(tr("&Name"), m_name);
    addRoles(question);
    auto* roleRows = new QVBoxLayout;
    for (QRadioButton* role : m_roles) {
        roleRows->addWidget(role);
    }
    auto* role = new QLabel(tr("&Role"), this);
    role->setBuddy(m_roles.front());
    form->addRow(role, roleRows);
    addTeams(question);
    form->addRow(tr("&Team"), m_team);
    setTabOrder(m_roles.back(), m_team);
    auto* views = new QLabel(viewsNotLocks(), this);
    views->setObjectName(u"whoViews"_s);
    views->setWordWrap(true);
    column->addWidget(views);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"whoOk"_s);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"whoCancel"_s);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    follow();
    m_name->setFocus();
}

/// Somebody of a team owns no account: any name can be typed.
void WhoDialog::addNames(const WhoQuestion& question) {
    m_name->setObjectName(u"whoName"_s);
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->addItem(tr("I look at everything"));
    m_name->addItems(question.names);
    if (const int known = m_name->findText(question.now.name); !question.now.name.isEmpty() && known > 0) {
        m_name->setCurrentIndex(known);
    } else if (!question.now.name.isEmpty()) {
        m_name->setEditText(question.now.name);
    }
}

void WhoDialog::addRoles(const WhoQuestion& question) {
    const std::array<const char*, 4> names{"whoCsm", "whoManager", "whoAdmin", "whoTeamMember"};
    for (const Role role : roles) {
        auto* button = new QRadioButton(whatComesFirst(role), this);
        button->setObjectName(QString::fromLatin1(names.at(static_cast<std::size_t>(role))));
        button->setChecked(role == question.now.role);
        connect(button, &QRadioButton::toggled, this, &WhoDialog::follow);
        m_roles.push_back(button);
    }
}

void WhoDialog::addTeams(const WhoQuestion& question) {
    m_team->setObjectName(u"whoTeam"_s);
    m_team->addItems(question.teams);
    m_team->setCurrentIndex(std::max(0, m_team->findText(question.now.team)));
    QRadioButton* member = m_roles.back();
    member->setEnabled(!question.teams.isEmpty());
    if (question.teams.isEmpty()) {
        member->setToolTip(tr("No metric of this book has a team that owns it."));
        if (member->isChecked()) {
            m_roles.front()->setChecked(true);
        }
    }
}

Role WhoDialog::role() const {
    const auto chosen = std::ranges::find_if(m_roles, &QRadioButton::isChecked);
    return chosen == m_roles.end() ? Role::Csm : static_cast<Role>(chosen - m_roles.begin());
}

void WhoDialog::follow() {
    m_team->setEnabled(role() == Role::TeamMember);
}

settings::Who WhoDialog::who() const {
    const QString typed = m_name->currentText().trimmed();
    return {.name = typed == m_name->itemText(0) ? QString() : typed,
            .role = role(),
            .team = role() == Role::TeamMember ? m_team->currentText() : QString()};
}

} // namespace hb::prompts
