// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;
class QPlainTextEdit;

namespace hb::widgets {

/// Lets the keys of undo and redo reach the window while the field has nothing of its own to undo or redo:
/// after a note is kept, Ctrl+Z takes the note back.
void shareUndo(QLineEdit* field);
void shareUndo(QPlainTextEdit* field);

} // namespace hb::widgets
