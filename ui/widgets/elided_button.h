// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace hb::widgets {

/// A button whose words end in an ellipsis where there is no room, and then stand whole in its tooltip. An
/// "&" in them is one.
class ElidedButton : public QPushButton {
    Q_OBJECT

public:
    explicit ElidedButton(QWidget* parent = nullptr) : QPushButton(parent) {}
    void setWords(const QString& words);
    [[nodiscard]] const QString& words() const { return m_words; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int around() const;
    void fit();
    QString m_words;
};

} // namespace hb::widgets
