// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <array>

namespace hb::attribute {

/// The attributes that Healthbook itself knows, in the order in which formats.md lists their columns after
/// `account_id`.
inline constexpr std::array known = {name,
                                     owner,
                                     manager,
                                     segment,
                                     lifecycleStage,
                                     region,
                                     product,
                                     serviceLevel,
                                     arr,
                                     currency,
                                     renewalDate,
                                     parentId,
                                     status,
                                     champion};

} // namespace hb::attribute
