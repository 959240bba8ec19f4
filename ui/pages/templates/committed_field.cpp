// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/committed_field.h"

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/typed_number.h"

#include <QKeyEvent>

namespace hb::pages {

CommittedField::CommittedField(QWidget* parent) : QLineEdit(parent) {
    widgets::shareUndo(this);
    connect(this, &QLineEdit::editingFinished, this, &CommittedField::commit);
}

void CommittedField::setTruth(const QString& text) {
    const bool isOther = text != m_truth;
    m_truth = text;
    if (isOther || m_committing || !isModified()) { // what is being taken is what becomes true
        setFault({});
        if (this->text() != text) {
            setText(text);
            setCursorPosition(0); // a long text shows its beginning
        }
        setModified(false);
    }
}

void CommittedField::reset() {
    setModified(false);
    setTruth(m_truth);
}

void CommittedField::commit() {
    if (!isModified() || isReadOnly() || m_committing || !m_take) {
        return;
    }
    m_committing = true;
    const QString expected = m_take(text());
    m_committing = false;
    setFault(expected);
    if (expected.isEmpty()) {
        setModified(false);
    }
}

void CommittedField::setFault(const QString& expected) {
    const bool had = m_hasFault;
    m_hasFault = !expected.isEmpty();
    theme::setStyleProperty(this, "hbFault", m_hasFault);
    setAccessibleDescription(expected);
    if (m_fault && (had || m_hasFault)) { // a label that another field speaks through is left alone
        widgets::showFault(m_fault, expected);
    }
}

bool CommittedField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isModified() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void CommittedField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && isModified()) {
        setModified(false);
        setTruth(m_truth);
        selectAll();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

QLabel* makeFaultLabel(const QString& name, QWidget* parent) {
    QLabel* label = widgets::makeLabel("caption", parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->hide();
    return label;
}

} // namespace hb::pages
