// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/file_preview.h"

#include "core/ingest/account_source.h"
#include "core/ingest/field_parser.h"
#include "core/ingest/metric_forms.h"
#include "core/ingest/preview.h"

#include <algorithm>

namespace hb::book {

namespace {

constexpr std::size_t previewRows = 4;

using ingest::ColumnMeaning;
using ingest::PreviewColumn;
using ingest::TableKind;
using ingest::TablePreview;

bool isField(const PreviewColumn& column, QStringView field) {
    return column.meaning == ColumnMeaning::Field && column.target == field;
}

/// A column a metric, also where no column has a day.
bool isWide(const TablePreview& table, Undated undated) {
    return table.kind == TableKind::WideMeasurements ||
           (table.kind == TableKind::Accounts && undated == Undated::Measurements);
}

ColumnUse useOf(const PreviewColumn& column, bool wide) {
    if (wide && ingest::isKnownAttribute(ingest::attributeKey(column.name))) {
        return ColumnUse::NotUsed; // what is known of accounts is no measure
    }
    switch (column.meaning) {
    case ColumnMeaning::Key:
        return ColumnUse::Account;
    case ColumnMeaning::LeftOut:
        return ColumnUse::NotUsed;
    case ColumnMeaning::Field:
        return ColumnUse::Field;
    case ColumnMeaning::Attribute:
        return wide ? ColumnUse::Metric : ColumnUse::Attribute;
    case ColumnMeaning::Metric:
    case ColumnMeaning::UnknownMetric:
        break;
    }
    return ColumnUse::Metric;
}

ImportKind kindOf(const TablePreview& table, Undated undated) {
    if (table.kind == TableKind::Outcomes) {
        return ImportKind::Outcomes;
    }
    return table.kind == TableKind::LongMeasurements || isWide(table, undated) ? ImportKind::Measurements
                                                                               : ImportKind::Accounts;
}

/// Of the columns beside those that Healthbook knows there is one, and all hold numbers in the first rows.
bool holdsNumbersAlone(const FilePreview& preview) {
    bool any = false;
    for (std::size_t i = 0; i < preview.columns.size(); ++i) {
        const ColumnUse use = preview.columns[i].use;
        if (use != ColumnUse::Attribute && use != ColumnUse::Metric) {
            continue;
        }
        any = true;
        for (const QStringList& row : preview.rows) {
            const std::string cell = row.value(static_cast<qsizetype>(i)).toStdString();
            if (!cell.empty() && !ingest::parseNumber(cell)) {
                return false;
            }
        }
    }
    return any;
}

/// A file of which no import can take a row.
Result<void> checkUsable(const TablePreview& table, const QString& path) {
    const auto isDate = [](const PreviewColumn& column) { return isField(column, u"date"); };
    std::string expected;
    if (table.kind == TableKind::Unknown) {
        expected = "a column account_id that says which account a row is of";
    } else if (table.kind == TableKind::LongMeasurements && std::ranges::none_of(table.columns, isDate)) {
        expected = "a column date beside metric and value";
    } else {
        return {};
    }
    QStringList names;
    for (const PreviewColumn& column : table.columns) {
        names.append(column.name);
    }
    constexpr qsizetype mostNames = 6;
    const bool all = names.size() <= mostNames;
    const QString found = names.mid(0, mostNames).join(QStringLiteral(", "));
    return failure({.code = ErrorCode::InvalidInput,
                    .what = "Could not tell what the file is",
                    .found = "the columns " + found.toStdString() +
                             (all ? "" : " and " + std::to_string(names.size() - mostNames) + " more"),
                    .expected = expected,
                    .hint = "Rename the column in the file",
                    .place = path.toStdString()});
}

} // namespace

Result<FilePreview> previewFile(const QString& path, Undated undated, const Job& job) {
    HB_TRY(const TablePreview table, ingest::previewTable(path, {}, {}, previewRows, job));
    HB_CHECK(checkUsable(table, path));
    const bool wide = isWide(table, undated);
    FilePreview preview{.kind = kindOf(table, undated),
                        .columns = {},
                        .rows = table.rows,
                        .rowCount = table.rowTotal,
                        .metrics = table.metricNames,
                        .firstDay = table.firstDay,
                        .lastDay = table.lastDay,
                        .hasDays = false,
                        .mayBeMetrics = false};
    for (const PreviewColumn& column : table.columns) {
        const ColumnUse use = useOf(column, wide);
        preview.columns.push_back({.name = column.name, .use = use, .field = column.target});
        preview.hasDays = preview.hasDays || isField(column, u"date");
        if (wide && use == ColumnUse::Metric) {
            preview.metrics.append(column.name);
        }
    }
    preview.mayBeMetrics = table.kind == TableKind::Accounts && holdsNumbersAlone(preview);
    return preview;
}

std::string metricKeyOf(const QString& name) {
    return ingest::foldedMetricKey(name.toStdString());
}

} // namespace hb::book
