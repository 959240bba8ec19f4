// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <vector>

class QPlainTextEdit;
class QPushButton;

namespace hb::widgets {
class EmptyState;
}

namespace hb::pages {

/// What was written about the account, newest first, and a field to write. Ctrl+Enter keeps a note, Esc
/// leaves the field.
class NotesCard : public widgets::Card {
    Q_OBJECT

public:
    NotesCard(const theme::Theme& theme, QWidget* parent = nullptr);
    void setNotes(const std::vector<book::Note>& notes, Day day);
    void beginNote();
    void clearDraft();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void noteWritten(const QString& text);

private:
    void keep();
    const theme::Theme& m_theme;
    QPlainTextEdit* m_edit;
    QPushButton* m_keep;
    QWidget* m_list;
    widgets::EmptyState* m_empty;
};

} // namespace hb::pages
