// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QHash>
#include <QString>

#include <vector>

class QLabel;
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
    /// Those of later days than `day` are only counted.
    void setNotes(const std::vector<book::Note>& notes, Day day);
    void beginNote();
    /// What was written could not be kept.
    void takeBack(const QString& text);
    /// What is begun for one account waits there for its return.
    void showDraftOf(const QString& account);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void noteWritten(const QString& text);

private:
    void keep();
    const theme::Theme& m_theme;
    QPlainTextEdit* m_edit;
    QPushButton* m_keep;
    QLabel* m_later;
    QWidget* m_list;
    widgets::EmptyState* m_empty;
    QString m_account;
    QHash<QString, QString> m_drafts; ///< by account
};

} // namespace hb::pages
