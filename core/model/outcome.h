// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>

namespace hb {

enum class OutcomeKind : std::uint8_t { Renewed, Churned, Expanded, Downgraded };

/// What became of an account on a day.
struct Outcome {
    AccountIndex account = 0;
    Day day;
    OutcomeKind kind = OutcomeKind::Renewed;
    std::optional<std::int64_t> arrChangeCents;
    std::string reason;

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

} // namespace hb
