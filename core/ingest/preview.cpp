// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/preview.h"

#include "core/ingest/account_source.h"
#include "core/ingest/field_parser.h"
#include "core/ingest/file_columns.h"
#include "core/ingest/metric_forms.h"

#include <algorithm>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace hb::ingest {

namespace {

constexpr std::size_t rowsLookedAt = 100'000;

TableKind
kindOf(const std::vector<FileColumn>& columns, const ReadOptions& options, const MetricForms& forms) {
    const auto account = findAccountColumn(columns, options.mapping);
    const auto date = findField(columns, u"date");
    if (!account) {
        return TableKind::Unknown;
    }
    if (date && findField(columns, u"outcome")) {
        return TableKind::Outcomes;
    }
    if (findField(columns, u"metric") && findField(columns, u"value")) {
        return TableKind::LongMeasurements;
    }
    const bool hasMetric = std::ranges::any_of(columns, [&forms](const FileColumn& column) {
        return forms.findColumn(column.target) != MetricForms::none;
    });
    if (date || (options.date && hasMetric)) {
        return TableKind::WideMeasurements;
    }
    return TableKind::Accounts;
}

QStringList fieldsOf(TableKind kind) {
    switch (kind) {
    case TableKind::LongMeasurements:
        return {u"metric"_s, u"date"_s, u"value"_s, u"note"_s};
    case TableKind::WideMeasurements:
        return {u"date"_s};
    case TableKind::Outcomes:
        return {u"date"_s, u"outcome"_s, u"arr_change"_s, u"reason"_s};
    default:
        return {};
    }
}

PreviewColumn
meaningOf(TableKind kind, const QString& name, const QString& target, const MetricForms& forms) {
    if (kind == TableKind::Accounts) {
        const QString key = QString::fromStdString(attributeKey(target));
        return {
            name, key, isKnownAttribute(key.toStdString()) ? ColumnMeaning::Field : ColumnMeaning::Attribute};
    }
    for (const QString& field : fieldsOf(kind)) {
        if (foldedColumnName(field) == foldedColumnName(target)) {
            return {name, field, ColumnMeaning::Field};
        }
    }
    if (kind != TableKind::WideMeasurements) {
        return {name, QString(), ColumnMeaning::LeftOut};
    }
    const std::uint32_t metric = forms.findColumn(target);
    if (metric == MetricForms::none) {
        return {name, target, ColumnMeaning::UnknownMetric};
    }
    return {name, QString::fromStdString(forms.key(metric)), ColumnMeaning::Metric};
}

void readRows(const TableFile& table,
              std::optional<std::size_t> metric,
              std::size_t rowCount,
              TablePreview& preview) {
    std::unordered_set<std::string> seen;
    RowReader reader = table.rows();
    for (std::size_t i = 0; i < rowsLookedAt && (metric || preview.rows.size() < rowCount) && reader.next();
         ++i) {
        if (reader.fault() != RowFault::None) {
            continue;
        }
        if (preview.rows.size() < rowCount) {
            QStringList& row = preview.rows.emplace_back();
            for (const std::string_view field : reader.fields()) {
                row.append(QString::fromUtf8(trimmed(field)));
            }
        }
        if (metric) {
            std::string name(trimmed(reader.fields()[*metric]));
            if (seen.insert(name).second) {
                preview.metricNames.append(QString::fromStdString(name));
            }
        }
        reader.releaseFields();
    }
}

} // namespace

Result<TablePreview> previewTable(const QString& path,
                                  const ReadOptions& options,
                                  std::span<const Metric> metrics,
                                  std::size_t rowCount) {
    const MetricForms forms(metrics, options.mapping);
    HB_TRY(const TableFile table, TableFile::open(path, options.encoding));
    HB_TRY(const std::vector<FileColumn> columns, fileColumns(table, options.mapping));
    TablePreview preview{.dialect = table.dialect(), .kind = kindOf(columns, options, forms)};
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        preview.columns.push_back({table.columnName(i), QString(), ColumnMeaning::LeftOut});
    }
    const auto account = findAccountColumn(columns, options.mapping);
    for (const FileColumn& column : columns) {
        preview.columns[column.index] =
            column.index == account
                ? PreviewColumn{table.columnName(column.index), u"account_id"_s, ColumnMeaning::Key}
                : meaningOf(preview.kind, table.columnName(column.index), column.target, forms);
    }
    const bool isLong = preview.kind == TableKind::LongMeasurements;
    readRows(table, isLong ? findField(columns, u"metric") : std::nullopt, rowCount, preview);
    return preview;
}

} // namespace hb::ingest
