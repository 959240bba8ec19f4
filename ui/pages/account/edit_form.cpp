// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/edit_form.h"

#include "ui/widgets/card.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/typed_number.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int toastRoom = 96; ///< what a toast covers of the window's foot

/// An open list of names takes Enter and Esc first.
bool isCompleting(const QObject* field) {
    const auto* line = qobject_cast<const QLineEdit*>(field);
    return line != nullptr && line->completer() != nullptr && line->completer()->popup()->isVisible();
}

QString textOf(const QWidget* field) {
    if (const auto* line = qobject_cast<const QLineEdit*>(field)) {
        return line->text();
    }
    if (const auto* list = qobject_cast<const QComboBox*>(field)) {
        return list->currentData().toString();
    }
    const auto buttons = field->findChildren<QAbstractButton*>();
    const auto checked = std::ranges::find_if(buttons, &QAbstractButton::isChecked);
    return QString::number(checked - buttons.begin());
}

void setTextOf(QWidget* field, const QString& text) {
    if (auto* line = qobject_cast<QLineEdit*>(field)) {
        line->setText(text);
    } else if (auto* list = qobject_cast<QComboBox*>(field)) {
        if (list->findData(text) < 0) {
            list->addItem(text, text); // of another version: it stays until somebody changes it
        }
        list->setCurrentIndex(list->findData(text));
    } else if (QAbstractButton* button = field->findChildren<QAbstractButton*>().value(text.toInt())) {
        button->setChecked(true);
    }
}

} // namespace

EditForm::EditForm(const theme::Theme& theme, const QString& keepText, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_rows(new QVBoxLayout), m_notice(widgets::makeLabel("caption", this)),
      m_keep(new QPushButton(keepText, this)) {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, theme::space::xs, 0, theme::space::xs);
    all->setSpacing(theme::space::s);
    m_rows->setSpacing(theme::space::s);
    all->addLayout(m_rows);
    m_notice->setObjectName(u"formNotice"_s);
    m_notice->setWordWrap(true);
    m_notice->hide();
    all->addWidget(m_notice);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancelForm"_s);
    cancel->setToolTip(tr("Esc"));
    cancel->setProperty("hbButton", u"small"_s);
    m_keep->setObjectName(u"keepForm"_s);
    m_keep->setToolTip(tr("Enter"));
    m_keep->setProperty("hbButton", u"small"_s);
    auto* last = new QHBoxLayout;
    last->setSpacing(theme::space::s);
    last->addStretch(1);
    last->addWidget(cancel);
    last->addWidget(m_keep);
    all->addLayout(last);
    for (QPushButton* button : {m_keep, cancel}) {
        button->installEventFilter(this);
    }
    connect(cancel, &QPushButton::clicked, this, &EditForm::cancelled);
    connect(m_keep, &QPushButton::clicked, this, [this] { keep(); });
}

void EditForm::addField(QWidget* field, const char* name, const QString& title) {
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(title);
    if (auto* line = qobject_cast<QLineEdit*>(field)) {
        line->setPlaceholderText(title);
        connect(line, &QLineEdit::textChanged, this, &EditForm::clearFaults);
    }
    if (field->toolTip().isEmpty()) {
        field->setToolTip(title);
    }
    field->installEventFilter(this);
    QLabel* fault = widgets::makeLabel("caption", this);
    fault->setObjectName(u"%1Fault"_s.arg(QString::fromLatin1(name)));
    fault->setWordWrap(true);
    fault->hide();
    m_rows->addWidget(field);
    m_rows->addWidget(fault);
    m_fields.push_back({field, fault});
    setTabOrder(field, m_keep);
}

QLineEdit* EditForm::addLine(const char* name, const QString& title) {
    auto* line = new QLineEdit(this);
    widgets::shareUndo(line);
    addField(line, name, title);
    return line;
}

void EditForm::setNotice(const QString& sentence) {
    m_notice->setText(sentence);
    m_notice->setVisible(!sentence.isEmpty());
}

void EditForm::refuse(QWidget* field, const QString& sentence) {
    for (const Field& each : m_fields) {
        if (each.field == field) {
            widgets::showFault(each.fault, sentence);
            theme::setStyleProperty(field, "hbFault", true);
            field->setAccessibleDescription(sentence);
            field->setFocus(Qt::OtherFocusReason);
        }
    }
}

void EditForm::clearFaults() {
    for (const Field& each : m_fields) {
        if (each.field->property("hbFault").toBool()) {
            widgets::showFault(each.fault, {});
            theme::setStyleProperty(each.field, "hbFault", false);
            each.field->setAccessibleDescription({});
        }
    }
}

void EditForm::refuseAll(const QString& sentence) {
    refuse(m_fields.front().field, sentence);
}

QStringList EditForm::texts() const {
    QStringList all;
    for (const Field& each : m_fields) {
        all << textOf(each.field);
    }
    return all;
}

void EditForm::setTexts(const QStringList& texts) {
    for (std::size_t at = 0; at < m_fields.size(); ++at) {
        setTextOf(m_fields[at].field, texts.value(static_cast<qsizetype>(at)));
    }
    clearFaults();
}

void EditForm::showTexts(const QStringList& texts) {
    setTexts(texts);
    m_shown = this->texts();
}

void EditForm::resume(const FormDraft& draft) {
    setTexts(draft.typed);
    m_shown = draft.shown;
}

void EditForm::begin() {
    if (!m_fields.empty()) {
        m_fields.front().field->setFocus(Qt::ShortcutFocusReason);
        if (auto* line = qobject_cast<QLineEdit*>(m_fields.front().field)) {
            line->selectAll();
        }
    }
    comeIntoSight();
}

/// With room under it for a toast, which would cover its buttons.
void EditForm::comeIntoSight() {
    const auto show = [this] {
        for (QWidget* around = parentWidget(); around != nullptr; around = around->parentWidget()) {
            if (auto* area = qobject_cast<QScrollArea*>(around)) {
                area->ensureWidgetVisible(this, 0, m_theme.px(toastRoom));
            }
        }
    };
    QTimer::singleShot(0, this, show); // once it is laid out
}

void EditForm::beginUnlessTyping() {
    if (!widgets::isTypedInto(window()->focusWidget())) {
        begin();
    }
}

bool EditForm::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || isCompleting(watched)) {
        return QFrame::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isButton = qobject_cast<QPushButton*>(watched) != nullptr;
    if (event->type() == QEvent::ShortcutOverride) {
        if (key->key() == Qt::Key_Escape) {
            event->accept(); // Esc leaves the form before it leaves the page
            return true;
        }
    } else if (key->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return true;
    } else if (isEnter && !isButton) {
        keep();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace hb::pages
