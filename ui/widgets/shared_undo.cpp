// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shared_undo.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>

#include <functional>

namespace hb::widgets {

namespace {

// A field claims the keys by accepting a ShortcutOverride, whatever it has to undo.
class SharedUndo : public QObject {
public:
    SharedUndo(QObject* field, std::function<bool()> canUndo, std::function<bool()> canRedo)
        : QObject(field), m_canUndo(std::move(canUndo)), m_canRedo(std::move(canRedo)) {
        field->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::ShortcutOverride) {
            const auto* key = static_cast<QKeyEvent*>(event);
            if ((key->matches(QKeySequence::Undo) && !m_canUndo()) ||
                (key->matches(QKeySequence::Redo) && !m_canRedo())) {
                event->ignore();
                return true;
            }
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<bool()> m_canUndo, m_canRedo;
};

} // namespace

void shareUndo(QLineEdit* field) {
    new SharedUndo(
        field, [field] { return field->isUndoAvailable(); }, [field] { return field->isRedoAvailable(); });
}

void shareUndo(QPlainTextEdit* field) {
    new SharedUndo(
        field,
        [field] { return field->document()->isUndoAvailable(); },
        [field] { return field->document()->isRedoAvailable(); });
}

} // namespace hb::widgets
