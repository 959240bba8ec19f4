// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/plain_spin.h"

#include "ui/pages/templates/committed_field.h"
#include "ui/widgets/curve_scale.h"
#include "ui/widgets/shared_undo.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QWheelEvent>

namespace hb::pages {

PlainSpin::PlainSpin(const QString& name, const QString& spoken, QWidget* parent) : QDoubleSpinBox(parent) {
    setObjectName(name);
    setAccessibleName(spoken);
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
    setAlignment(Qt::AlignRight);
    widgets::shareUndo(lineEdit());
    connect(this, &QDoubleSpinBox::valueChanged, this, &PlainSpin::numberSet);
}

void PlainSpin::setTruth(double number) {
    if (value() != number) { // half-typed text has not changed the value yet, and stays
        const QSignalBlocker quiet(this);
        setValue(number);
    }
}

QString PlainSpin::textFromValue(double number) const {
    return widgets::exactText(number);
}

void PlainSpin::wheelEvent(QWheelEvent* event) {
    hasFocus() ? QDoubleSpinBox::wheelEvent(event) : event->ignore();
}

} // namespace hb::pages
