// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/committed_field.h"

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/shared_undo.h"

#include <QKeyEvent>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int mostDecimals = 6;
}

CommittedField::CommittedField(QWidget* parent) : QLineEdit(parent) {
    widgets::shareUndo(this);
    connect(this, &QLineEdit::editingFinished, this, &CommittedField::commit);
}

void CommittedField::setTruth(const QString& text) {
    const bool isOther = text != m_truth;
    m_truth = text;
    if (isOther || m_committing || !isModified()) { // what is being taken is what becomes true
        setFault({});
        if (this->text() != text) {
            setText(text);
            setCursorPosition(0); // a long text shows its beginning
        }
        setModified(false);
    }
}

void CommittedField::reset() {
    setModified(false);
    setTruth(m_truth);
}

void CommittedField::commit() {
    if (!isModified() || isReadOnly() || m_committing || !m_take) {
        return;
    }
    m_committing = true;
    const QString expected = m_take(text());
    m_committing = false;
    setFault(expected);
    if (expected.isEmpty()) {
        setModified(false);
    }
}

void CommittedField::setFault(const QString& expected) {
    const bool had = m_hasFault;
    m_hasFault = !expected.isEmpty();
    theme::setStyleProperty(this, "hbFault", m_hasFault);
    setAccessibleDescription(expected);
    if (m_fault && (had || m_hasFault)) { // a label that another field speaks through is left alone
        m_fault->setText(m_hasFault ? u"\u2297 "_s + expected : QString());
        m_fault->setVisible(m_hasFault);
    }
}

bool CommittedField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isModified() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void CommittedField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && isModified()) {
        setModified(false);
        setTruth(m_truth);
        selectAll();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

QLabel* makeFaultLabel(const QString& name, QWidget* parent) {
    QLabel* label = widgets::makeLabel("caption", parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->hide();
    return label;
}

std::optional<double> typedNumber(const QString& text) {
    QString plain = text.trimmed();
    plain.replace(u'\u2212', u'-');
    bool isNumber = false;
    double number = QLocale().toDouble(plain, &isNumber);
    if (!isNumber) {
        number = QLocale::c().toDouble(plain, &isNumber);
    }
    if (!isNumber || !std::isfinite(number)) {
        return std::nullopt;
    }
    const double scaled = number * 1e6;
    if (std::abs(scaled - std::round(scaled)) > 1e-3 && std::abs(number) < 1e9) {
        return std::nullopt;
    }
    return std::round(scaled) / 1e6;
}

QString typedText(double number) {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(number, 'f', mostDecimals);
    while (text.endsWith(u'0')) {
        text.chop(1);
    }
    if (!text.isEmpty() && !text.back().isDigit()) {
        text.chop(1);
    }
    return text;
}

} // namespace hb::pages
