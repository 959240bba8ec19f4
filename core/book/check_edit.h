// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/book/edits.h"

namespace hb::store {
class Database;
}

// What makes an edit valid (scoring.md, sections 2 and 6; formats.md). Called inside the edit's transaction.

namespace hb::book {

[[nodiscard]] Result<void> checkEdit(store::Database& database, const SetMeasurement& edit);
[[nodiscard]] Result<void> checkEdit(store::Database& database, const SetAttribute& edit);
[[nodiscard]] Result<void> checkEdit(store::Database& database, const AddOverride& edit);
[[nodiscard]] Result<void> checkEdit(store::Database& database, const SetOverrideEnd& edit);
[[nodiscard]] Result<void> checkEdit(store::Database& database, const AddNote& edit);
[[nodiscard]] Result<void> checkEdit(store::Database& database, const ChangeNote& edit);
[[nodiscard]] Result<void> checkEdit(store::Database& database, const SetContact& edit);
[[nodiscard]] Result<void> checkEdit(store::Database& database, const SetAction& edit);
[[nodiscard]] Result<void> checkEdit(store::Database& database, const SetOutcome& edit);
[[nodiscard]] Result<void> checkEdit(store::Database& database, const SetReviewed& edit);
[[nodiscard]] Result<void> checkEdit(store::Database& database, const SetSettings& edit);
[[nodiscard]] Result<void> checkEdit(store::Database& database, const SetSavedView& edit);
[[nodiscard]] Result<void> checkEdit(store::Database& database, const RenameAccount& edit);
[[nodiscard]] Result<void> checkEdit(store::Database& database, const MergeAccount& edit);

/// An override may last this long.
inline constexpr int longestOverrideDays = 90;
/// What a person writes may have this many bytes of UTF-8: 1 MB, as a field of a file.
inline constexpr qsizetype longestText = 1'000'000;

} // namespace hb::book
