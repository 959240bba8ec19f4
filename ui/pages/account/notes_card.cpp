// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/notes_card.h"

#include "core/wording/sentences.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/shared_undo.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

NotesCard::NotesCard(const theme::Theme& theme, QWidget* parent)
    : Card(tr("Notes"), parent), m_theme(theme), m_edit(new QPlainTextEdit(this)),
      m_keep(new QPushButton(tr("Keep note"), this)), m_later(makeLabel("captionMuted", this)),
      m_list(new QWidget(this)), m_empty(new widgets::EmptyState(theme, theme::Icon::Note, this)) {
    m_edit->setObjectName(u"noteEdit"_s);
    m_edit->setPlaceholderText(tr("Write a note (Ctrl+N)"));
    m_edit->setAccessibleName(tr("New note"));
    m_edit->setTabChangesFocus(true);
    m_edit->installEventFilter(this);
    widgets::shareUndo(m_edit);
    m_keep->setObjectName(u"keepNote"_s);
    m_keep->setToolTip(tr("Ctrl+Enter"));
    m_keep->setEnabled(false);
    m_later->setObjectName(u"laterNotes"_s);
    m_list->setObjectName(u"hbScrolled"_s);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setWidget(m_list);
    area->setFocusPolicy(Qt::NoFocus);
    auto* notes = new QVBoxLayout(m_list);
    notes->setContentsMargins(0, 0, theme::space::s, 0);
    notes->setSpacing(theme::space::m);
    m_empty->setTexts(tr("Nothing written yet."), tr("Write the first note"));
    content()->addWidget(m_edit);
    content()->addWidget(m_keep, 0, Qt::AlignRight);
    content()->addWidget(m_later);
    content()->addWidget(m_empty, 1);
    content()->addWidget(area, 1);
    const auto fit = [this] { m_edit->setFixedHeight(m_theme.px(72)); };
    fit();
    connect(&m_theme, &theme::Theme::changed, this, fit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_keep->setEnabled(!m_edit->toPlainText().trimmed().isEmpty());
    });
    connect(m_keep, &QPushButton::clicked, this, &NotesCard::keep);
    connect(m_empty, &widgets::EmptyState::requested, this, &NotesCard::beginNote);
    setNotes({}, {});
}

void NotesCard::setNotes(const std::vector<book::Note>& notes, Day day) {
    QLayout* layout = m_list->layout();
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto isLater = [day](const book::Note& note) { return note.day > day; };
    const auto later = static_cast<int>(std::ranges::count_if(notes, isLater));
    m_empty->setVisible(notes.empty());
    m_list->parentWidget()->parentWidget()->setVisible(!notes.empty());
    m_later->setVisible(later > 0);
    m_later->setText(later == 1 ? tr("%n note was written later.", nullptr, later)
                                : tr("%n notes were written later.", nullptr, later));
    for (const book::Note& note : notes) {
        if (isLater(note)) {
            continue;
        }
        auto* entry = new QWidget(m_list);
        entry->setObjectName(u"note"_s);
        auto* rows = new QVBoxLayout(entry);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(2);
        QLabel* who = makeLabel("captionMuted", entry);
        who->setText(u"%1 · %2"_s.arg(note.author, wording::dayText(note.day, day)));
        QLabel* text = makeLabel("body", entry);
        text->setText(note.text);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        rows->addWidget(who);
        rows->addWidget(text);
        layout->addWidget(entry);
    }
    static_cast<QVBoxLayout*>(layout)->addStretch(1);
}

void NotesCard::beginNote() {
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void NotesCard::takeBack(const QString& text) {
    const QString since = m_edit->toPlainText();
    m_edit->setPlainText(since.isEmpty() ? text : text + u'\n' + since);
}

void NotesCard::showDraftOf(const QString& account) {
    const QString draft = m_edit->toPlainText();
    if (draft.trimmed().isEmpty()) {
        m_drafts.remove(m_account);
    } else {
        m_drafts.insert(m_account, draft);
    }
    m_account = account;
    m_edit->setPlainText(m_drafts.value(account));
}

void NotesCard::keep() {
    const QString text = m_edit->toPlainText().trimmed();
    if (text.isEmpty()) {
        return;
    }
    m_edit->clear();
    Q_EMIT noteWritten(text);
}

bool NotesCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & Qt::ControlModifier) != 0) {
            keep();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            m_edit->clearFocus();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

} // namespace hb::pages
