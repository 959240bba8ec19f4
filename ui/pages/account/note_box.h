// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/note.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace hb::pages {

/// Words as they are being written.
struct NoteDraft {
    QString text;
    NoteKind kind = NoteKind::Note;

    friend bool operator==(const NoteDraft&, const NoteDraft&) = default;
};

/// A note that is being changed: what it said when that began, and what is typed over it.
struct NoteChange {
    NoteDraft shown, typed;
};

/// The field of a note and its kind. Ctrl+Enter keeps it, Alt+1 to Alt+5 choose the kind, Esc leaves.
class NoteBox : public QWidget {
    Q_OBJECT

public:
    NoteBox(const theme::Theme& theme, QWidget* parent);
    /// Names of the parts, where more than one box is shown.
    void nameParts(const QString& edit, const QString& kind, const QString& keep);
    /// Esc and a button say `cancelled`; in a box without it, Esc only leaves the field.
    void addCancel();
    /// Why nothing can be written; empty: it can.
    void setWhyNotWrite(const QString& why);
    [[nodiscard]] NoteDraft draft() const;
    void setDraft(const NoteDraft& draft);
    void begin();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void written(const QString& text, hb::NoteKind kind);
    void cancelled();

private:
    void keep();
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    const theme::Theme& m_theme;
    QPlainTextEdit* m_edit;
    QLabel* m_fault;
    QComboBox* m_kind;
    QPushButton* m_cancel;
    QPushButton* m_keep;
};

/// "Call", "Business review".
[[nodiscard]] QString noteKindTitle(NoteKind kind);

} // namespace hb::pages
