// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace hb::shell {

struct Context;

/// Asks where the last change would be lost, as another program is still writing to the book. True: a person
/// may leave.
[[nodiscard]] bool mayLeave(const Context& context, QWidget* window);

} // namespace hb::shell
