// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/committed_text.h"

#include "ui/widgets/shared_undo.h"

#include <QKeyEvent>
#include <QTextDocument>

namespace hb::pages {

CommittedText::CommittedText(const QString& name, const QString& spoken, QWidget* parent)
    : QPlainTextEdit(parent) {
    setObjectName(name);
    setAccessibleName(spoken);
    setTabChangesFocus(true);
    widgets::shareUndo(this);
}

void CommittedText::setTruth(const QString& text) {
    const bool isHalfTyped = document()->isModified();
    m_truth = text;
    if (!isHalfTyped && toPlainText() != text) {
        reset(text);
    }
}

void CommittedText::reset(const QString& text) {
    m_truth = text;
    setPlainText(text);
    document()->setModified(false);
}

void CommittedText::commit() {
    if (!document()->isModified() || isReadOnly()) {
        return;
    }
    document()->setModified(false);
    const QString text = toPlainText().trimmed();
    if (text != m_truth) {
        m_truth = text;
        Q_EMIT taken(text);
    }
}

bool CommittedText::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && document()->isModified() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void CommittedText::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        commit();
        return;
    }
    if (event->key() == Qt::Key_Escape && document()->isModified()) {
        reset(m_truth);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void CommittedText::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        commit();
    }
}

} // namespace hb::pages
