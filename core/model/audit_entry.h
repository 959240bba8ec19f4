// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>

namespace hb {

/// One change by a person, as the journal keeps it.
struct AuditEntry {
    std::int64_t id = 0;
    std::string at; ///< UTC, ISO 8601
    std::string person;
    std::string what; ///< "set_measurement"
    std::optional<AccountId> account = {};
    std::string accountKey = {}; ///< empty where it is of no account, or of one that is gone
    std::string before = {};     ///< a JSON object; empty where there was nothing
    std::string after = {};

    friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

} // namespace hb
