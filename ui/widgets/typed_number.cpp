// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/typed_number.h"

#include "ui/theme/theme.h"
#include "ui/widgets/curve_scale.h"
#include "ui/widgets/shared_undo.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hb::widgets {

namespace {

constexpr double most = std::numeric_limits<double>::max();

} // namespace

TypedNumber::TypedNumber(QWidget* parent) : QLineEdit(parent), m_low(-most), m_high(most) {
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    shareUndo(this);
    connect(this, &QLineEdit::editingFinished, this, &TypedNumber::commit);
    connect(this, &QLineEdit::textEdited, this, [this] { setFault({}); });
    showNumber();
}

void TypedNumber::setBounds(double low, double high, bool isWhole, const QString& expected) {
    m_low = low;
    m_high = high;
    m_isWhole = isWhole;
    m_expected = expected;
}

void TypedNumber::setNumber(double number) {
    const bool isOther = number != m_number;
    m_number = number;
    if (isOther) {
        setFault({});
    }
    if (isOther || !isModified()) {
        showNumber();
    }
}

void TypedNumber::reset() {
    setFault({});
    showNumber();
}

void TypedNumber::showNumber() {
    const QString number = exactText(m_number);
    if (text() != number || isModified()) {
        const bool isAllSelected = hasFocus() && hasSelectedText() && selectedText() == text();
        setText(number);
        if (isAllSelected) {
            selectAll();
        } else if (!hasFocus()) {
            setCursorPosition(0); // a long number shows its beginning
        }
    }
}

QString TypedNumber::faultOf(double number) const {
    const bool fits = number >= m_low && number <= m_high && (!m_isWhole || number == std::floor(number));
    if (!fits) {
        return m_expected;
    }
    return m_rule ? m_rule(number) : QString();
}

void TypedNumber::commit() {
    if (!isModified()) {
        return;
    }
    const auto typed = typedNumber(text());
    const QString fault = typed ? faultOf(*typed) : m_expected;
    if (!fault.isEmpty()) {
        setFault(fault);
        return;
    }
    take(*typed);
}

void TypedNumber::take(double number) {
    const bool isOther = number != m_number;
    m_number = number;
    reset();
    if (isOther) {
        Q_EMIT entered(number);
    }
}

void TypedNumber::setFault(const QString& sentence) {
    if (sentence != m_fault) {
        m_fault = sentence;
        theme::setStyleProperty(this, "hbFault", !sentence.isEmpty());
        setAccessibleDescription(sentence);
        Q_EMIT faultChanged(sentence);
    }
}

bool TypedNumber::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isModified() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept(); // Esc gives the number back before it leaves the page
        return true;
    }
    return QLineEdit::event(event);
}

void TypedNumber::keyPressEvent(QKeyEvent* event) {
    const bool isUp = event->key() == Qt::Key_Up, isDown = event->key() == Qt::Key_Down;
    const bool isPlain =
        (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
    if (event->key() == Qt::Key_Escape && isModified()) {
        reset();
        selectAll();
    } else if ((isUp || isDown) && isPlain && !isReadOnly()) {
        const double times = (event->modifiers() & Qt::ShiftModifier) != 0 ? 10 : 1;
        const double from = typedNumber(text()).value_or(m_number);
        const double to = snapped(std::clamp(from + (isUp ? m_step : -m_step) * times, m_low, m_high), 1e-6);
        if (faultOf(to).isEmpty()) {
            take(to);
            selectAll();
        }
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void TypedNumber::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    Q_EMIT focused();
}

std::optional<double> typedNumber(const QString& text) {
    const QString plain = text.trimmed().replace(QChar(u'\u2212'), QChar(u'-'));
    bool isNumber = false;
    double number = QLocale().toDouble(plain, &isNumber);
    if (!isNumber) {
        number = QLocale::c().toDouble(plain, &isNumber);
    }
    if (!isNumber || !std::isfinite(number)) {
        return {};
    }
    const double kept = snapped(number, 1e-6);
    return std::abs(number) >= 1e9 || std::abs(number - kept) < 1e-9 ? std::optional(kept) : std::nullopt;
}

QString faultText(const QString& sentence) {
    return QStringLiteral("\u2297 %1").arg(sentence);
}

void showFault(QLabel* label, const QString& sentence) {
    label->setText(sentence.isEmpty() ? QString() : faultText(sentence));
    label->setVisible(!sentence.isEmpty());
}

} // namespace hb::widgets
