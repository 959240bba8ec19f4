// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPushButton;
class QWidget;

namespace hb::widgets {

/// A button in one of the kinds of the style sheet (Theme): "link", "flat", "primary"; "": an ordinary one.
[[nodiscard]] QPushButton* makeButton(const char* kind, const QString& text, QWidget* parent);
/// One of several choices side by side: it stays pressed.
[[nodiscard]] QPushButton* makeSegment(const QString& text, QWidget* parent);

} // namespace hb::widgets
