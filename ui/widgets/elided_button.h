// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace hb::widgets {

/// A button whose words end in an ellipsis where there is no room, and then stand whole in its tooltip. An
/// "&" in them is one.
class ElidedButton : public QPushButton {
    Q_OBJECT

public:
    explicit ElidedButton(QWidget* parent = nullptr);
    void setWords(const QString& words);
    /// What a click does, where the words do not say it: in the tooltip, and for screen readers.
    void setHint(const QString& hint);
    [[nodiscard]] const QString& words() const { return m_words; }
    /// What there is room for.
    [[nodiscard]] QString shown() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int around() const;
    void fit();
    QString m_words;
    QString m_hint;
};

} // namespace hb::widgets
