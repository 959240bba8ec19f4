// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/level_editor.h"

#include "ui/widgets/card.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/why_not.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

LevelEditor::LevelEditor(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_notice(widgets::makeLabel("caption", this)),
      m_picker(new widgets::LevelPicker(theme, this)), m_note(new QLineEdit(this)),
      m_confirm(new QPushButton(tr("Confirm unchanged"), this)) {
    m_notice->setObjectName(u"levelNotice"_s);
    m_notice->setWordWrap(true);
    m_note->setObjectName(u"levelNote"_s);
    m_note->setPlaceholderText(tr("Why? Enter keeps it"));
    m_note->setAccessibleName(tr("Note"));
    widgets::shareUndo(m_note);
    m_confirm->setObjectName(u"confirmLevel"_s);
    auto* last = new QHBoxLayout;
    last->setSpacing(theme::space::s);
    last->addWidget(m_note, 1);
    last->addWidget(m_confirm);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::space::s);
    rows->addWidget(m_notice);
    rows->addWidget(m_picker);
    rows->addLayout(last);
    connect(m_picker, &widgets::LevelPicker::chosen, this, &LevelEditor::set);
    connect(m_confirm, &QPushButton::clicked, this, &LevelEditor::confirm);
    connect(m_note, &QLineEdit::returnPressed, this, [this] {
        m_current && !m_note->text().trimmed().isEmpty() ? confirm() : m_picker->focusCurrent();
    });
}

void LevelEditor::setLevels(const std::vector<widgets::LevelChoice>& levels,
                            std::optional<int> current,
                            const QString& notice) {
    m_current = current;
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    m_picker->setLevels(levels, current);
    m_confirm->setVisible(current.has_value());
}

void LevelEditor::setIsOfToday(bool isOfToday) {
    m_confirm->setVisible(m_current && !isOfToday);
}

void LevelEditor::setWhyNot(const QString& why) {
    m_picker->setWhyNot(why);
    widgets::setWhyNot(
        m_note, why, tr("Kept with the level that holds, or with the one that is chosen next"));
    widgets::setWhyNot(m_confirm, why, tr("I have looked: it is still so"));
}

QString LevelEditor::note() const {
    return m_note->text();
}

void LevelEditor::setNote(const QString& text) {
    m_note->setText(text); // and its own undo goes
}

void LevelEditor::focusLevels() {
    m_picker->focusCurrent();
}

bool LevelEditor::choose(int place) {
    return m_picker->choose(place);
}

void LevelEditor::confirm() {
    if (m_current) {
        set(*m_current);
    }
}

void LevelEditor::set(int level) {
    const QString note = m_note->text().trimmed();
    setNote({});
    Q_EMIT levelSet(level, note);
}

/// Digits choose; words typed among the levels say why.
void LevelEditor::keyPressEvent(QKeyEvent* event) {
    const bool isLetter = !event->text().isEmpty() && event->text().front().isLetter();
    if (!isLetter || !m_note->isEnabled() || (event->modifiers() & ~Qt::ShiftModifier) != 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_note->setFocus();
    m_note->insert(event->text());
}

} // namespace hb::pages
