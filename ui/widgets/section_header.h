// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

namespace hb::widgets {

/// "v Needs you 7": folds and unfolds by click, Space, Left and Right.
class SectionHeader : public QPushButton {
    Q_OBJECT

public:
    SectionHeader(const theme::Theme& theme, const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title, int count);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_open; }

Q_SIGNALS:
    void openChanged(bool open);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void dress();
    const theme::Theme& m_theme;
    bool m_open = true;
};

} // namespace hb::widgets
