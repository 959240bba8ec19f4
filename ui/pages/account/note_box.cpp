// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/note_box.h"

#include "core/wording/timeline_sentence.h"
#include "ui/widgets/card.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/typed_number.h"
#include "ui/widgets/why_not.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr qsizetype longestNote = 1'000'000; ///< bytes of UTF-8, as the book takes them
constexpr int editHeight = 60;

} // namespace

QString noteKindTitle(NoteKind kind) {
    const QString name = wording::noteKindName(kind);
    return name.left(1).toUpper() + name.mid(1);
}

NoteBox::NoteBox(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_edit(new QPlainTextEdit(this)),
      m_fault(widgets::makeLabel("caption", this)), m_kind(new QComboBox(this)),
      m_cancel(new QPushButton(tr("Cancel"), this)), m_keep(new QPushButton(tr("Keep note"), this)) {
    m_edit->setTabChangesFocus(true);
    m_edit->installEventFilter(this);
    m_kind->installEventFilter(this);
    widgets::shareUndo(m_edit);
    for (std::size_t kind = 0; kind < noteWords.size(); ++kind) {
        m_kind->addItem(noteKindTitle(static_cast<NoteKind>(kind)));
    }
    m_kind->setAccessibleName(tr("Kind of note"));
    m_cancel->setToolTip(tr("Esc"));
    m_cancel->hide();
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* last = new QHBoxLayout;
    last->setSpacing(theme::space::s);
    last->addWidget(m_kind);
    last->addStretch(1);
    last->addWidget(m_cancel);
    last->addWidget(m_keep);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::space::s);
    rows->addWidget(m_edit, 1);
    rows->addWidget(m_fault);
    rows->addLayout(last);
    nameParts(u"noteEdit"_s, u"noteKind"_s, u"keepNote"_s);
    setWhyNotWrite({});
    const auto fit = [this] { m_edit->setFixedHeight(m_theme.px(editHeight)); };
    fit();
    connect(&m_theme, &theme::Theme::changed, this, fit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_keep->setEnabled(!m_edit->document()->isEmpty());
        widgets::showFault(m_fault, {});
    });
    connect(m_keep, &QPushButton::clicked, this, &NoteBox::keep);
    connect(m_cancel, &QPushButton::clicked, this, &NoteBox::cancelled);
}

void NoteBox::nameParts(const QString& edit, const QString& kind, const QString& keep) {
    m_edit->setObjectName(edit);
    m_edit->setAccessibleName(tr("Note"));
    m_kind->setObjectName(kind);
    m_keep->setObjectName(keep);
    m_fault->setObjectName(edit + u"Fault"_s);
}

void NoteBox::addCancel() {
    m_cancel->show();
    m_keep->setText(tr("Keep"));
}

void NoteBox::setWhyNotWrite(const QString& why) {
    widgets::setWhyNot(m_edit, why, {});
    m_edit->setPlaceholderText(why.isEmpty() ? tr("Write a note (Ctrl+N)") : why);
    widgets::setWhyNot(m_kind, why, tr("Kind of note (Alt+1 to Alt+5 while writing)"));
    m_keep->setEnabled(why.isEmpty() && !m_edit->document()->isEmpty());
    m_keep->setToolTip(why.isEmpty() ? tr("Ctrl+Enter") : why);
}

NoteDraft NoteBox::draft() const {
    return {.text = m_edit->toPlainText(), .kind = static_cast<NoteKind>(m_kind->currentIndex())};
}

void NoteBox::setDraft(const NoteDraft& draft) {
    m_edit->setPlainText(draft.text);
    m_kind->setCurrentIndex(static_cast<int>(draft.kind));
}

void NoteBox::begin() {
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->moveCursor(QTextCursor::End);
}

void NoteBox::keep() {
    const NoteDraft now = draft();
    const QString text = now.text.trimmed();
    if (text.isEmpty()) {
        return;
    }
    if (text.size() > longestNote / 3 && text.toUtf8().size() > longestNote) {
        widgets::showFault(m_fault, tr("A note of at most 1 MB. Keep the rest in a second one."));
        return;
    }
    setDraft({});
    Q_EMIT written(text, now.kind);
}

bool NoteBox::takeKey(int key, Qt::KeyboardModifiers modifiers) {
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isEnter && (modifiers & Qt::ControlModifier) != 0) {
        keep();
        return true;
    }
    const int kind = key - Qt::Key_1;
    if (modifiers == Qt::AltModifier && kind >= 0 && kind < m_kind->count()) {
        m_kind->setCurrentIndex(kind);
        return true;
    }
    if (key == Qt::Key_Escape) {
        if (m_cancel->isHidden()) {
            window()->focusWidget()->clearFocus();
        } else {
            Q_EMIT cancelled();
        }
        return true;
    }
    return false;
}

bool NoteBox::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (event->type() == QEvent::KeyPress) {
            return takeKey(key->key(), key->modifiers()) || QWidget::eventFilter(watched, event);
        }
        if (key->key() == Qt::Key_Escape) {
            event->accept(); // Esc leaves the field before it leaves the page
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace hb::pages
