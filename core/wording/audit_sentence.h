// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit_entry.h"
#include "core/model/snapshot.h"

#include <QString>

namespace hb::wording {

/// What a person changed, in one line; who, when and of which account stand beside it: "Logins on 3 May
/// changed from 10 to 12", "Contact removed: Eva, champion".
[[nodiscard]] QString auditSentence(const Snapshot& snapshot, const AuditEntry& entry, Day today);

} // namespace hb::wording
