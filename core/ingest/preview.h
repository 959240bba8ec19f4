// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/table_file.h"
#include "core/model/metric.h"

#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace hb::ingest {

enum class TableKind { Unknown, Accounts, LongMeasurements, WideMeasurements, Outcomes };

enum class ColumnMeaning {
    Key,       ///< the account's id, or the name that is its key
    Field,     ///< date, metric, value, note, outcome, ...; of accounts the attributes that Healthbook knows
    Attribute, ///< a custom attribute
    Metric,    ///< a metric of the book
    UnknownMetric, ///< of a wide file, that the book lacks
    LeftOut,       ///< by the mapping, without a name, or of a rejects file
};

struct PreviewColumn {
    QString name;
    QString target; ///< the field, attribute or metric key that it means
    ColumnMeaning meaning = ColumnMeaning::LeftOut;

    friend bool operator==(const PreviewColumn&, const PreviewColumn&) = default;
};

/// What a file looks like before it is imported.
struct TablePreview {
    TableDialect dialect;
    TableKind kind = TableKind::Unknown;
    std::vector<PreviewColumn> columns = {};
    std::vector<QStringList> rows = {}; ///< the first ones that are whole
    std::int64_t rowTotal = 0;          ///< of the file, faulty ones too
    QStringList metricNames = {};       ///< of long files: the names in `metric`, in their order
    std::optional<Day> firstDay = {};   ///< of those in `date`
    std::optional<Day> lastDay = {};
};

/// Reads a file through and says what it is. `options.date` makes a file without a date column a wide one
/// where a column is a metric. The progress is in bytes.
[[nodiscard]] Result<TablePreview> previewTable(const QString& path,
                                                const ReadOptions& options,
                                                std::span<const Metric> metrics,
                                                std::size_t rowCount = 20,
                                                const Job& job = {});

} // namespace hb::ingest
