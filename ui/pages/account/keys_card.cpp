// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/keys_card.h"

#include "ui/models/names.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

KeysCard::KeysCard(const theme::Theme& theme, jobs::JobRunner& jobs, QWidget* parent)
    : Card(tr("Id"), parent), m_rename(new RenameForm(theme, this)),
      m_merge(new MergeForm(theme, jobs, this)) {
    setObjectName(u"keysCard"_s);
    for (EditForm* form : {static_cast<EditForm*>(m_rename), static_cast<EditForm*>(m_merge)}) {
        content()->addWidget(form);
        form->hide();
        connect(form, &EditForm::cancelled, this, &KeysCard::leave);
    }
    hide();
    connect(m_merge, &MergeForm::effectAsked, this, &KeysCard::effectAsked);
    connect(m_rename, &RenameForm::kept, this, &KeysCard::rename);
    connect(m_merge, &MergeForm::kept, this, &KeysCard::merge);
}

void KeysCard::rename(const QString& key) {
    const NamedEdit edit = renameEdit(*m_at, key);
    leave();
    Q_EMIT edited(edit);
}

void KeysCard::merge(const QString& into) {
    const std::optional<NamedEdit> edit = mergeEdit(*m_at, into);
    if (!edit) {
        m_merge->refuseAll(tr("This account is not in the book any more: choose another one."));
        return;
    }
    leave();
    Q_EMIT edited(*edit);
}

void KeysCard::setAccount(const AccountAt& at) {
    const bool isOther = !m_at || m_at->id() != at.id();
    m_at = at;
    if (isOther) {
        leave();
    }
    if (!m_rename->isHidden()) {
        m_rename->setAccount(at);
    }
    if (!m_merge->isHidden()) {
        m_merge->setAccount(at);
    }
}

void KeysCard::open(EditForm* form, const QString& title) {
    leave();
    setTitle(title);
    form->show();
    show();
    form->begin();
}

void KeysCard::beginRename() {
    m_rename->setAccount(*m_at);
    m_rename->reset();
    open(m_rename, tr("Change the id"));
}

void KeysCard::beginMerge() {
    m_merge->setAccount(*m_at);
    m_merge->clear();
    open(m_merge, tr("Merge into another account"));
}

void KeysCard::showEffect(const QString& into, const Result<MergeEffect>& effect) {
    m_merge->showEffect(into, effect);
}

bool KeysCard::leave() {
    if (isHidden()) {
        return false;
    }
    if (QWidget* page = parentWidget(); page != nullptr && isAncestorOf(window()->focusWidget())) {
        page->setFocus(); // before the fields go, so that the keys stay with the page
    }
    m_rename->hide();
    m_merge->hide();
    hide();
    return true;
}

} // namespace hb::pages
