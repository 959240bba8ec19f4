// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace hb::widgets {

/// Tab goes through these parts one after another, in each through what it holds as it did, and then to
/// `next`.
void orderTabs(const std::vector<QWidget*>& parts, QWidget* next);

/// Whether a person may be typing there: what comes by itself leaves the keys alone.
[[nodiscard]] bool isTypedInto(const QWidget* focus);

} // namespace hb::widgets
