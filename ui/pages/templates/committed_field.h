// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QLineEdit>

#include <functional>

namespace hb::pages {

/// A field that is taken on Enter or when it is left. What cannot be taken stays as typed, with what is
/// expected in its fault label; Esc goes back to the truth.
class CommittedField : public QLineEdit {
    Q_OBJECT
public:
    /// Takes the text and says what is expected instead; empty: it was taken.
    using Taker = std::function<QString(const QString& text)>;

    explicit CommittedField(QWidget* parent = nullptr);
    void setTaker(Taker taker) { m_take = std::move(taker); }
    /// Made by makeFaultLabel(); several fields may share one.
    void setFaultLabel(QLabel* label) { m_fault = label; }
    /// Shows what holds; half-typed text stays while that is the same.
    void setTruth(const QString& text);
    /// Drops what is half typed.
    void reset();
    [[nodiscard]] bool hasFault() const { return m_hasFault; }
    void commit();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setFault(const QString& expected);
    Taker m_take;
    QLabel* m_fault = nullptr;
    QString m_truth;
    bool m_hasFault = false;
    bool m_committing = false;
};

/// The sentence under a field: hidden until there is something to say.
[[nodiscard]] QLabel* makeFaultLabel(const QString& name, QWidget* parent);

} // namespace hb::pages
