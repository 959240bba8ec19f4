// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/book/import_into_book.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hb::book {

enum class ColumnUse { Account, Field, Attribute, Metric, NotUsed };

struct FileColumn {
    QString name; ///< as written
    ColumnUse use = ColumnUse::NotUsed;
    QString field; ///< of Field: as Healthbook calls it: "owner", "date"
};

/// What a table is, before anything of it is imported.
struct FilePreview {
    ImportKind kind = ImportKind::Accounts;
    std::vector<FileColumn> columns;
    std::vector<QStringList> rows;    ///< the first few that are whole
    std::int64_t rowCount = 0;        ///< of the whole file
    QStringList metrics;              ///< the names of the metrics that it measures, as written
    std::optional<Day> firstDay = {}; ///< of its date column
    std::optional<Day> lastDay = {};
    bool hasDays = false; ///< it has a date column
    bool mayBeMetrics =
        false; ///< without days, but its columns hold numbers: attributes, or metrics of one day
};

/// What a file without a date column is: nothing in it tells accounts and their attributes from a column a
/// metric, all of one day.
enum class Undated { Accounts, Measurements };

/// Reads a file through and says what it is. InvalidInput where columns that every kind of file needs are not
/// there; else errors as an import's.
[[nodiscard]] Result<FilePreview>
previewFile(const QString& path, Undated undated = Undated::Accounts, const Job& job = {});

/// The key that a metric's name in a file becomes when the metric is made; empty where nothing of it can
/// stand in a key.
[[nodiscard]] std::string metricKeyOf(const QString& name);

} // namespace hb::book
