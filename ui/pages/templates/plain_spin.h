// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace hb::pages {

/// A spin box that shows no needless zeros, takes what is typed on Enter or when it is left, and leaves the
/// wheel to the page until it has the focus. `numberSet` is sent for what a person does alone.
class PlainSpin : public QDoubleSpinBox {
    Q_OBJECT
public:
    PlainSpin(const QString& name, const QString& spoken, QWidget* parent = nullptr);
    void setTruth(double value);
    [[nodiscard]] QString textFromValue(double value) const override;

Q_SIGNALS:
    void numberSet(double value);

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace hb::pages
