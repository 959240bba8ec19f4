// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/my_team/red_row.h"

#include "ui/widgets/card.h"
#include "ui/widgets/elided_button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/why_not.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int valueWidth = 96, sinceWidth = 136, ownerWidth = 128, arrWidth = 64, takeWidth = 144,
              longestAnswer = 10'000;

} // namespace

RedRow::RedRow(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_row(new QHBoxLayout), m_name(new widgets::ElidedButton(this)),
      m_value(new widgets::ElidedLabel("body", this)), m_since(new widgets::ElidedLabel("muted", this)),
      m_owner(new widgets::ElidedLabel("muted", this)), m_arr(widgets::makeLabel("body", this)),
      m_taken(new widgets::ElidedLabel("muted", this)), m_take(new QPushButton(tr("Take"), this)),
      m_open(new QPushButton(tr("Open"), this)), m_answer(new QPushButton(tr("Answer"), this)),
      m_under(new QStackedWidget(this)), m_answering(new QWidget(m_under)),
      m_answered(new widgets::ElidedLabel("muted", m_under)), m_text(new QLineEdit(m_answering)),
      m_keep(new QPushButton(tr("Keep"), m_answering)) {
    build();
    connect(m_name, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(m_key); });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(m_key); });
    connect(m_take, &QPushButton::clicked, this, [this] { Q_EMIT takeAsked(m_key); });
    connect(m_answer, &QPushButton::clicked, this, &RedRow::openAnswer);
    connect(m_keep, &QPushButton::clicked, this, &RedRow::keep);
    connect(m_text, &QLineEdit::returnPressed, this, &RedRow::keep);
    connect(&theme, &theme::Theme::changed, this, &RedRow::dress);
    dress();
}

void RedRow::build() {
    m_name->setObjectName(u"redAccount"_s);
    m_value->setObjectName(u"redValue"_s);
    m_since->setObjectName(u"redSince"_s);
    m_owner->setObjectName(u"redOwner"_s);
    m_arr->setObjectName(u"redArr"_s);
    m_taken->setObjectName(u"redTaken"_s);
    m_take->setObjectName(u"take"_s);
    m_open->setObjectName(u"openTaken"_s);
    m_answered->setObjectName(u"answered"_s);
    m_answer->setObjectName(u"answer"_s);
    m_text->setObjectName(u"answerText"_s);
    m_keep->setObjectName(u"keepAnswer"_s);
    theme::setStyleProperty(m_name, "hbButton", u"rowLink"_s);
    for (QPushButton* small : {m_take, m_open, m_answer, m_keep}) {
        theme::setStyleProperty(small, "hbButton", u"small"_s);
    }
    m_arr->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_text->setMaxLength(longestAnswer);
    m_text->setAccessibleName(tr("Answer"));
    widgets::shareUndo(m_text);
    auto* name = new QHBoxLayout; // a long name leaves the columns where they are
    name->addWidget(m_name);
    name->addStretch(1);
    m_row->addLayout(name, 1);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_value, m_since, m_owner, m_arr, m_taken, m_take, m_open}) {
        m_row->addWidget(part);
    }
    m_row->addWidget(m_answer);
    auto* answer = new QHBoxLayout(m_answering);
    answer->setContentsMargins(0, 0, 0, 0);
    answer->addWidget(m_text, 1);
    answer->addWidget(m_keep);
    m_under->addWidget(m_answering);
    m_under->addWidget(m_answered);
    m_under->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_under->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_row);
    column->addWidget(m_under);
}

void RedRow::dress() {
    m_row->setSpacing(m_theme.px(theme::space::s));
    layout()->setSpacing(m_theme.px(theme::space::xs));
    m_value->setFixedWidth(m_theme.px(valueWidth));
    m_since->setFixedWidth(m_theme.px(sinceWidth));
    m_owner->setFixedWidth(m_theme.px(ownerWidth));
    m_arr->setFixedWidth(m_theme.px(arrWidth));
    m_taken->setFixedWidth(m_theme.px(takeWidth));
    m_take->setFixedWidth(m_theme.px(takeWidth / 2)); // one stands where the other stood
    m_open->setFixedWidth(m_theme.px(takeWidth / 2));
    for (QPushButton* button : std::initializer_list<QPushButton*>{m_name, m_take, m_open, m_answer}) {
        button->setFixedHeight(m_theme.px(theme::size::tableControl));
    }
    m_answered->setContentsMargins(m_theme.px(theme::space::s), 0, 0, 0); // under the name
}

void RedRow::setFacts(const RedRowFacts& facts) {
    const report::TeamRow& row = facts.row;
    m_key = row.key;
    m_name->setWords(row.name);
    m_value->setText(row.value);
    m_since->setText(row.since);
    m_owner->setText(row.owner);
    m_arr->setText(row.arr);
    showTaken(facts.taken);
    m_take->setAccessibleName(tr("Take %1").arg(row.name));
    m_open->setAccessibleName(tr("Open %1").arg(row.name));
    m_open->setToolTip(tr("The account, where the next step stands"));
    widgets::setWhyNot(m_take, facts.whyNot, tr("Plans what helps as a next step of yours"));
    widgets::setWhyNot(m_answer, facts.whyNot, tr("A note for whoever looks after the account"));
    m_answer->setAccessibleName(tr("Answer about %1").arg(row.name));
    m_text->setPlaceholderText(row.owner.isEmpty()
                                   ? tr("What whoever looks after %1 should know").arg(row.name)
                                   : tr("What %1 should know").arg(row.owner));
    m_answered->setText(facts.answered);
    showUnder();
    setAccessibleName(row.name);
}

/// The room for the words is there before they are: nothing moves under the pointer.
void RedRow::showTaken(const QString& taken) {
    const bool hadKeys = m_take->hasFocus() || m_open->hasFocus();
    m_taken->setText(taken);
    m_take->setVisible(taken.isEmpty());
    m_open->setVisible(!taken.isEmpty());
    if (hadKeys) {
        (taken.isEmpty() ? m_take : m_open)->setFocus();
    }
}

bool RedRow::isTaken() const {
    return m_take->isHidden();
}

void RedRow::showUnder() {
    m_under->setCurrentWidget(m_isAnswering ? m_answering : m_answered);
    m_under->setVisible(m_isAnswering || !m_answered->text().isEmpty());
}

void RedRow::openAnswer() {
    m_isAnswering = true;
    showUnder();
    m_text->setFocus();
}

bool RedRow::isAnswering() const {
    return m_isAnswering && !m_text->text().isEmpty();
}

void RedRow::takeBack(const QString& lost) {
    const QString since = m_text->text();
    m_text->setText(since.isEmpty() ? lost : lost + u' ' + since);
    m_isAnswering = true;
    showUnder();
}

QWidget* RedRow::tabAfter(QWidget* before) {
    for (QWidget* control :
         std::initializer_list<QWidget*>{m_name, m_take, m_open, m_answer, m_text, m_keep}) {
        if (before) {
            setTabOrder(before, control);
        }
        before = control;
    }
    return before;
}

void RedRow::contextMenuEvent(QContextMenuEvent* event) {
    Q_EMIT menuAsked(m_key, event->globalPos());
}

bool RedRow::closeAnswer() {
    if (!m_isAnswering) {
        return false;
    }
    const bool hadKeys = m_answering->isAncestorOf(focusWidget());
    m_text->clear();
    m_isAnswering = false;
    showUnder();
    if (hadKeys) {
        m_answer->setFocus();
    }
    return true;
}

void RedRow::keep() {
    const QString text = m_text->text().trimmed();
    if (text.isEmpty()) {
        return;
    }
    closeAnswer();
    Q_EMIT answered(m_key, text);
}

} // namespace hb::pages
