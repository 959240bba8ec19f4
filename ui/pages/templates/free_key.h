// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace hb::pages {

/// A key that is not taken, made from a name: "Weekly logins" gives weekly_logins. Where nothing of the name
/// can stand in a key, it is made from `otherwise`.
[[nodiscard]] std::string
freeKey(const std::vector<std::string>& taken, const QString& name, const QString& otherwise);

} // namespace hb::pages
