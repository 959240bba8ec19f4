// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/draft.h"
#include "core/store/database.h"
#include "core/store/journal.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace hb::store {

struct DraftRow {
    Draft draft;
    PersonId person;
    QString author; ///< the person's name; read only
    QString at;
};

/// By key.
[[nodiscard]] Result<std::vector<DraftRow>> drafts(Database& database);
[[nodiscard]] Result<std::optional<DraftRow>> findDraft(Database& database, const std::string& key);
/// In place of the draft with that key, where there is one.
[[nodiscard]] Result<void> writeDraft(Database& database, const DraftRow& row);
[[nodiscard]] Result<void> deleteDraft(Database& database, const std::string& key);

} // namespace hb::store
