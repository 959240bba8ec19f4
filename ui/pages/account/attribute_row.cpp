// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/attribute_row.h"

#include "ui/widgets/card.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/typed_number.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int titleWidth = 128, longest = 10'000;
}

AttributeRow::AttributeRow(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_title(widgets::makeLabel("muted", this)),
      m_value(new widgets::ElidedLabel("body", this)), m_edit(new QLineEdit(this)),
      m_fault(widgets::makeLabel("caption", this)) {
    setFocusPolicy(Qt::StrongFocus);
    m_value->setObjectName(u"attributeValue"_s);
    m_value->setTextFormat(Qt::PlainText);
    m_edit->setObjectName(u"attributeEdit"_s);
    m_edit->setMaxLength(longest);
    m_edit->installEventFilter(this);
    m_edit->hide();
    widgets::shareUndo(m_edit);
    m_fault->setObjectName(u"attributeFault"_s);
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::space::s);
    line->addWidget(m_title);
    line->addWidget(m_value, 1);
    line->addWidget(m_edit, 1);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    rows->addLayout(line);
    rows->addWidget(m_fault);
    const auto fit = [this] {
        m_title->setFixedWidth(m_theme.px(titleWidth));
        setMinimumHeight(m_theme.px(theme::size::hitArea));
    };
    fit();
    connect(&m_theme, &theme::Theme::changed, this, fit);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        widgets::showFault(m_fault, {});
        theme::setStyleProperty(m_edit, "hbFault", false);
    });
}

void AttributeRow::setFacts(const AccountAt& at, const AttributeFacts& facts) {
    const bool isOther = !m_at || m_at->id() != at.id() || m_facts.key != facts.key;
    m_at = at;
    m_facts = facts;
    const QString why = whyNotAttribute(at);
    if (isOther || !why.isEmpty()) {
        leave();
    }
    setObjectName(u"attribute_"_s + facts.key);
    setAccessibleName(facts.title);
    setAccessibleDescription(facts.text);
    m_title->setText(facts.title);
    m_value->setText(facts.text.isEmpty() ? u"\u2013"_s : facts.text);
    setToolTip(why.isEmpty() ? tr("F2 or a double click edits it") : why);
}

bool AttributeRow::open(const QString& text) {
    if (!m_at || !whyNotAttribute(*m_at).isEmpty()) {
        return false;
    }
    auto* completer = new QCompleter(attributeChoices(*m_at, m_facts.key), m_edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    delete m_edit->completer();
    m_edit->setCompleter(completer);
    m_edit->setText(text);
    m_edit->setAccessibleName(m_facts.title);
    m_value->hide();
    m_edit->show();
    return true;
}

bool AttributeRow::begin() {
    if (!isEdited() && !open(m_facts.value)) {
        return false;
    }
    m_edit->selectAll();
    m_edit->setFocus(Qt::OtherFocusReason);
    return true;
}

bool AttributeRow::isEdited() const {
    return !m_edit->isHidden();
}

std::optional<QString> AttributeRow::draft() const {
    return isEdited() && m_edit->text() != m_facts.value ? std::optional(m_edit->text()) : std::nullopt;
}

void AttributeRow::resume(const QString& typed) {
    if (!isEdited()) {
        open(typed);
    }
}

bool AttributeRow::leave() {
    if (!isEdited()) {
        return false;
    }
    if (m_edit->hasFocus()) {
        setFocus(Qt::OtherFocusReason);
    }
    m_edit->hide();
    m_value->show();
    widgets::showFault(m_fault, {});
    theme::setStyleProperty(m_edit, "hbFault", false);
    return true;
}

void AttributeRow::keep() {
    const TypedAttribute typed = typedAttribute(*m_at, m_facts.key, m_edit->text());
    if (!typed.fault.isEmpty()) {
        widgets::showFault(m_fault, typed.fault);
        theme::setStyleProperty(m_edit, "hbFault", true);
        return;
    }
    leave();
    Q_EMIT ended(m_facts.key);
    if (typed.value != m_facts.value) {
        Q_EMIT entered(m_facts.key, typed.value);
    }
}

bool AttributeRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            keep();
            return true;
        }
        if (key == Qt::Key_Escape) {
            leave();
            Q_EMIT ended(m_facts.key);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void AttributeRow::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const bool asks = key == Qt::Key_F2 || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!asks || !begin()) {
        QWidget::keyPressEvent(event);
    }
}

void AttributeRow::mouseDoubleClickEvent(QMouseEvent* /*event*/) {
    begin();
}

} // namespace hb::pages
