// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QStringList>

namespace hb::session {

/// Who may own an action: owners and managers of accounts, the teams of metrics, those who did before; each
/// once and by name. Walks whole columns.
[[nodiscard]] QStringList peopleOf(const Snapshot& snapshot);

} // namespace hb::session
