// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/measurement_columns.h"

#include "core/ingest/field_parser.h"
#include "core/ingest/file_columns.h"

#include <algorithm>
#include <set>

namespace hb::ingest {

namespace {

bool isPercent(const TableFile& table, const ColumnMapping& mapping, std::size_t column) {
    const QString folded = foldedColumnName(table.columnName(column));
    return std::ranges::any_of(mapping.percent,
                               [&](const QString& name) { return foldedColumnName(name) == folded; });
}

/// Of one wide file, while its columns are looked at.
struct WideReader {
    const TableFile& table;
    const ReadOptions& options;
    MetricForms& forms;
    MeasurementColumns& columns;
    std::set<std::uint32_t> taken = {};

    std::uint32_t metricOf(const QString& name, std::size_t column) {
        std::uint32_t metric = forms.findColumn(name);
        if (metric == MetricForms::none && options.createMetrics) {
            metric = makeMetric(name.toStdString(), forms, columns.newMetrics);
        }
        if (metric != MetricForms::none && forms.isMeasured(metric)) {
            return metric;
        }
        columns.findings.push_back({.line = table.headerLine(),
                                    .column = column,
                                    .found = clipped(name.toStdString()),
                                    .expected = expectedMetric(forms, metric)});
        return MetricForms::none;
    }

    Result<void> add(const FileColumn& column) {
        const std::uint32_t metric = metricOf(column.target, column.index);
        if (metric == MetricForms::none) {
            return {};
        }
        if (!taken.insert(metric).second) {
            return lacksColumns(table, "one column for the metric " + forms.key(metric));
        }
        columns.metrics.push_back({column.index, metric, isPercent(table, options.mapping, column.index)});
        return {};
    }

    Result<void> add(const DerivedMetric& derived) {
        const auto left = findColumn(table, derived.left);
        const auto right = findColumn(table, derived.right);
        if (!left && !right) {
            return {}; // the mapping serves several files of its source
        }
        if (!left || !right) {
            return lacksColumns(table,
                                "the column " + (left ? derived.right : derived.left).toStdString() +
                                    ", from which " + derived.metric.toStdString() + " derives");
        }
        const std::uint32_t metric = metricOf(derived.metric, RejectedRow::noColumn);
        if (metric != MetricForms::none) {
            columns.derived.push_back({*left,
                                       *right,
                                       metric,
                                       derived.op.toLatin1(),
                                       isPercent(table, options.mapping, *left),
                                       isPercent(table, options.mapping, *right)});
        }
        return {};
    }
};

Result<void> readWide(WideReader wide, const std::vector<FileColumn>& all) {
    MeasurementColumns& columns = wide.columns;
    columns.isWide = true;
    if (!columns.date && !wide.options.date) {
        return lacksColumns(wide.table, "a column date (or the date of the whole file)");
    }
    for (const FileColumn& column : all) {
        if (column.index != columns.account && column.index != columns.date) {
            HB_CHECK(wide.add(column));
        }
    }
    for (const DerivedMetric& derived : wide.options.mapping.derive) {
        HB_CHECK(wide.add(derived));
    }
    return {};
}

} // namespace

Result<MeasurementColumns>
measurementColumns(const TableFile& table, const ReadOptions& options, MetricForms& forms) {
    HB_TRY(const std::vector<FileColumn> all, fileColumns(table, options.mapping));
    const auto account = findAccountColumn(all, options.mapping);
    const auto metric = findField(all, u"metric");
    const auto value = findField(all, u"value");
    const std::string needed = metric && value
                                   ? "the columns account_id, metric, date and value"
                                   : "the columns account_id, metric, date and value; or account_id, date "
                                     "and a column for each metric";
    const auto isMetric = [&forms](const QString& name) {
        return forms.findColumn(name) != MetricForms::none;
    };
    if (!account) {
        return lacksFields(table, options, needed, isMetric);
    }
    MeasurementColumns columns;
    columns.account = *account;
    columns.date = findField(all, u"date");
    if (!metric || !value) {
        HB_CHECK(readWide({table, options, forms, columns}, all));
        return columns;
    }
    if (!columns.date) {
        return lacksFields(table, options, needed, isMetric);
    }
    columns.metric = *metric;
    columns.value = *value;
    columns.valuePercent = isPercent(table, options.mapping, *value);
    columns.note = findField(all, u"note");
    return columns;
}

std::uint32_t makeMetric(std::string_view name, MetricForms& forms, std::vector<NewMetric>& made) {
    const std::string key = foldedMetricKey(name);
    if (key.empty() || beginsWithNoCharacter(name)) {
        return MetricForms::none;
    }
    std::uint32_t metric = forms.find(key);
    if (metric == MetricForms::none) {
        metric = forms.add(key);
        made.push_back({key, std::string(name)});
    }
    if (key != name) {
        forms.alias(name, metric);
    }
    return metric;
}

std::string expectedMetric(const MetricForms& forms, std::uint32_t metric) {
    if (metric == MetricForms::none) {
        return std::string(unknownMetricExpected);
    }
    return "a metric with measurements of its own (it reads those of " + forms.seriesOf(metric) + ')';
}

} // namespace hb::ingest
