// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/account_view.h"

#include <QKeyEvent>

namespace hb::pages {

using Model = models::AccountsModel;

AccountKeys::AccountKeys(QAbstractItemView& view, models::AccountsModel& model)
    : QObject(&view), m_view(view), m_model(model) {
    connect(&view, &QAbstractItemView::clicked, this, &AccountKeys::clickOn);
    connect(&view, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const auto account = m_model.accountAt(index)) {
            Q_EMIT openRequested(*account);
        }
    });
}

void AccountKeys::clickOn(const QModelIndex& index) {
    if (index.data(Model::IsSectionRole).toBool()) {
        m_model.setFolded(index.data(Model::SectionIdRole).toString(),
                          !index.data(Model::FoldedRole).toBool());
    }
}

bool AccountKeys::press(const QKeyEvent& event) {
    const QModelIndex current = m_view.currentIndex();
    const bool isSection = current.data(Model::IsSectionRole).toBool();
    const auto account = m_model.accountAt(current);
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (isSection && event.modifiers() == Qt::NoModifier) {
            m_model.setFolded(current.data(Model::SectionIdRole).toString(), event.key() == Qt::Key_Left);
            return true;
        }
        return false;
    case Qt::Key_Space:
        if (event.modifiers().testFlag(Qt::ControlModifier)) {
            return false; // Ctrl+Space selects
        }
        if (isSection) {
            clickOn(current);
        } else {
            Q_EMIT peekRequested();
        }
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isSection) {
            clickOn(current);
        } else if (account && event.modifiers().testFlag(Qt::ControlModifier)) {
            Q_EMIT windowRequested(*account);
        } else if (account) {
            Q_EMIT openRequested(*account);
        }
        return true;
    default:
        break;
    }
    const QString text = event.text();
    const bool letters = !text.isEmpty() && text[0].isLetterOrNumber() &&
                         (event.modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
    if (letters) {
        Q_EMIT typed(text);
    }
    return letters;
}

} // namespace hb::pages
