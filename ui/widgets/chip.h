// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/theme/theme.h"

#include <QPushButton>

#include <variant>

namespace hb::widgets {

using ChipSign = std::variant<std::monostate, theme::Icon, Band>;

/// A reason above the tiles: sign, words, and on while its filter holds. Checkable; the page connects
/// `clicked`.
class Chip : public QPushButton {
    Q_OBJECT

public:
    Chip(const theme::Theme& theme, ChipSign sign, const QString& text, QWidget* parent = nullptr);
    void setSign(ChipSign sign);

private:
    void dress();
    const theme::Theme& m_theme;
    ChipSign m_sign;
};

/// A filter that a click, Delete or Backspace takes away: `removed`.
class Pill : public QPushButton {
    Q_OBJECT

public:
    Pill(const theme::Theme& theme, const QString& text, QWidget* parent = nullptr);

Q_SIGNALS:
    void removed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void dress();
    const theme::Theme& m_theme;
};

} // namespace hb::widgets
