// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace hb::widgets {

/// One line that ends in an ellipsis where there is no room, and then says all in its tooltip.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    /// In one of the text roles of the style sheet.
    explicit ElidedLabel(const char* role, QWidget* parent = nullptr);
    [[nodiscard]] bool isElided() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace hb::widgets
