// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"

#include <QString>
#include <QStringList>

#include <vector>

// The history of the schema: numbered files in resources/schema, which are never edited once released. The
// number of the last one applied stands in the file's header (user_version), beside our application_id.

namespace hb::store {

struct MigrationStep {
    int number = 0;
    QString name; ///< of its file, for messages
    QStringList statements;
};

/// The steps that come with this program, by number from 1.
[[nodiscard]] Result<std::vector<MigrationStep>> builtInSteps();
/// Statements of one file; they are separated by lines that say `-- next`.
[[nodiscard]] QStringList splitStatements(const QString& sql);

/// Brings a new file or an older book to the last step, each step in a transaction of its own. A checked copy
/// of an older book is kept beside it first (NAME.healthbook.v1-backup). Corrupt where the file is no book;
/// TooNew, with the version that is needed, where a newer program wrote it.
[[nodiscard]] Result<void> migrate(Database& database, const std::vector<MigrationStep>& steps);

} // namespace hb::store
