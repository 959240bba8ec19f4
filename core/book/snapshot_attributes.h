// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/book/snapshot_series.h"
#include "core/model/snapshot.h"
#include "core/store/database.h"

#include <memory>
#include <vector>

namespace hb::book {

/// The attributes of a snapshot and the texts that they name.
struct AttributeColumns {
    std::shared_ptr<const std::vector<AttributeColumn>> columns;
    std::shared_ptr<const std::vector<std::string>> texts;
};

[[nodiscard]] Result<AttributeColumns> loadAttributes(store::Database& database, const Places& places);
/// Reads the attributes of some accounts again.
[[nodiscard]] Result<AttributeColumns> patchAttributes(store::Database& database,
                                                       const Places& places,
                                                       const AttributeColumns& before,
                                                       const std::vector<AccountId>& accounts);

} // namespace hb::book
