// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <functional>
#include <optional>

class QLabel;

namespace hb::widgets {

/// A number that is typed, or moved with Up and Down (Shift: ten times). Enter or leaving the field sends
/// `entered`; what cannot be stays in the field, with its edge in ink, and `faultChanged` says what is
/// expected. Esc gives back the number that holds.
class TypedNumber : public QLineEdit {
    Q_OBJECT

public:
    explicit TypedNumber(QWidget* parent = nullptr);
    /// Half-typed text stays while the number is the same.
    void setNumber(double number);
    /// Drops what is half typed.
    void reset();
    [[nodiscard]] double number() const { return m_number; }
    /// Whole numbers from `low` to `high`, or with at most 6 decimals; `expected` is said of any other.
    void setBounds(double low, double high, bool isWhole, const QString& expected);
    void setStep(double step) { m_step = step; }
    /// A further rule: the sentence of what is wrong with a number, or nothing.
    void setRule(std::function<QString(double)> rule) { m_rule = std::move(rule); }
    [[nodiscard]] const QString& fault() const { return m_fault; }

    bool event(QEvent* event) override;

Q_SIGNALS:
    void entered(double number);
    void faultChanged(const QString& sentence);
    void focused();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void showNumber();
    void commit();
    void take(double number);
    void setFault(const QString& sentence);
    [[nodiscard]] QString faultOf(double number) const;
    double m_number = 0;
    double m_low, m_high;
    double m_step = 1;
    bool m_isWhole = false;
    QString m_expected;
    QString m_fault;
    std::function<QString(double)> m_rule;
};

/// A number as people type it, with at most 6 decimals: either minus, the local separator between thousands;
/// a point where the local sign of decimals is a comma. None for anything else.
[[nodiscard]] std::optional<double> typedNumber(const QString& text);

/// A fault with its sign: a circled cross, never red.
[[nodiscard]] QString faultText(const QString& sentence);
/// Puts the sentence of a fault on its label, with the sign of faults; hides it without one.
void showFault(QLabel* label, const QString& sentence);

} // namespace hb::widgets
