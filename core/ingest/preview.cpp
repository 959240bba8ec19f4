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

constexpr std::int64_t rowsBetweenReports = 65'536;

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

/// The columns that are read of every row.
struct ReadColumns {
    std::optional<std::size_t> metric;
    std::optional<std::size_t> date;
};

/// Looks at every row: the names of the metrics and the days, most of which stand many times on end.
class RowScan {
public:
    RowScan(ReadColumns columns, DayForm days, TablePreview& preview)
        : m_columns(columns), m_days(std::move(days)), m_preview(preview) {}

    void take(std::span<const std::string_view> fields) {
        if (m_columns.metric) {
            takeMetric(trimmed(fields[*m_columns.metric]));
        }
        if (m_columns.date) {
            takeDay(trimmed(fields[*m_columns.date]));
        }
    }

private:
    void takeMetric(std::string_view name) {
        if (!m_seen.empty() && name == m_lastName) {
            return;
        }
        m_lastName = name;
        if (m_seen.insert(m_lastName).second) {
            m_preview.metricNames.append(QString::fromStdString(m_lastName));
        }
    }

    void takeDay(std::string_view text) {
        if (text == m_lastDay) {
            return;
        }
        m_lastDay = text;
        if (const std::optional<Day> day = m_days.parse(text)) {
            m_preview.firstDay = std::min(m_preview.firstDay.value_or(*day), *day);
            m_preview.lastDay = std::max(m_preview.lastDay.value_or(*day), *day);
        }
    }

    ReadColumns m_columns;
    DayForm m_days;
    TablePreview& m_preview;
    std::unordered_set<std::string> m_seen;
    std::string m_lastName;
    std::string m_lastDay;
};

Result<void>
readRows(const TableFile& table, RowScan scan, std::size_t rowCount, TablePreview& preview, const Job& job) {
    RowReader reader = table.rows();
    while (reader.next()) {
        if (++preview.rowTotal % rowsBetweenReports == 0) {
            if (job.stopped()) {
                return cancelled();
            }
            job.report(static_cast<std::int64_t>(reader.position()),
                       static_cast<std::int64_t>(table.textSize()),
                       "reading");
        }
        if (reader.fault() == RowFault::None) {
            if (preview.rows.size() < rowCount) {
                QStringList& row = preview.rows.emplace_back();
                for (const std::string_view field : reader.fields()) {
                    const std::string_view text = trimmed(field);
                    row.append(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
                }
            }
            scan.take(reader.fields());
        }
        reader.releaseFields();
    }
    return {};
}

} // namespace

Result<TablePreview> previewTable(const QString& path,
                                  const ReadOptions& options,
                                  std::span<const Metric> metrics,
                                  std::size_t rowCount,
                                  const Job& job) {
    const MetricForms forms(metrics, options.mapping);
    HB_TRY(const TableFile table, TableFile::open(path, options.encoding, job));
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
    HB_TRY(DayForm days, dayForm(options.mapping));
    const bool isLong = preview.kind == TableKind::LongMeasurements;
    const bool hasDays = preview.kind != TableKind::Accounts && preview.kind != TableKind::Unknown;
    const ReadColumns read{.metric = isLong ? findField(columns, u"metric") : std::nullopt,
                           .date = hasDays ? findField(columns, u"date") : std::nullopt};
    HB_CHECK(readRows(table, RowScan(read, std::move(days), preview), rowCount, preview, job));
    return preview;
}

} // namespace hb::ingest
