// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// What somebody wrote, as it fits on one line.

namespace hb::wording {

/// The first line that says something, cut where it is long.
[[nodiscard]] QString firstLine(const QString& text);
/// The same of a note: its Markdown without the marks. "## Call with **Eva**" is "Call with Eva", a link its
/// text; marks that mark nothing stay, as in "2 * 3" or "snake_case".
[[nodiscard]] QString firstNoteLine(const QString& markdown);

} // namespace hb::wording
