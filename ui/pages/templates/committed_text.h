// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace hb::pages {

/// A text of several lines that is taken when it is left, or on Ctrl+Enter; Esc goes back to the truth.
class CommittedText : public QPlainTextEdit {
    Q_OBJECT
public:
    CommittedText(const QString& name, const QString& spoken, QWidget* parent = nullptr);
    /// Shows what holds, unless something half-typed stands in it.
    void setTruth(const QString& text);
    /// Drops what is half typed.
    void reset(const QString& text);
    void commit();

Q_SIGNALS:
    void taken(const QString& text);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString m_truth;
};

} // namespace hb::pages
