// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/settings.h"
#include "core/store/database.h"

#include <QString>

#include <optional>
#include <vector>

namespace hb::store {

[[nodiscard]] Result<BookSettings> readSettings(Database& database);
[[nodiscard]] Result<void> writeSettings(Database& database, const BookSettings& settings);
/// The settings as the JSON text that is stored.
[[nodiscard]] QString toText(const BookSettings& settings);

/// None: the book itself, which may be written.
[[nodiscard]] Result<std::optional<SharedCopy>> readSharedCopy(Database& database);
[[nodiscard]] Result<void> writeSharedCopy(Database& database, const SharedCopy& copy);

/// Views that a person saved in the book: content as the window makes it, none where there is no such view.
struct SavedView {
    QString name;
    QString content;
};
[[nodiscard]] Result<std::vector<SavedView>> savedViews(Database& database);
[[nodiscard]] Result<std::optional<QString>> savedView(Database& database, const QString& name);
/// An empty content removes the view.
[[nodiscard]] Result<void> writeSavedView(Database& database, const QString& name, const QString& content);

} // namespace hb::store
