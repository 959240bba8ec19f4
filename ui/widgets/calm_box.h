// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace hb::widgets {

/// A box that leaves the wheel to the page: scrolling past it changes nothing.
class CalmBox : public QComboBox {
public:
    CalmBox(const QString& name, const QString& spoken, QWidget* parent = nullptr) : QComboBox(parent) {
        setObjectName(name);
        setAccessibleName(spoken);
        setFocusPolicy(Qt::StrongFocus);
    }

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

} // namespace hb::widgets
