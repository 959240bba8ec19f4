// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/file_preview.h"

#include "core/ingest/metric_forms.h"
#include "core/ingest/preview.h"

#include <QCoreApplication>

namespace hb::book {

namespace {

constexpr std::size_t previewRows = 5;

QString tr(const char* text) {
    return QCoreApplication::translate("FilePreview", text);
}

QString meaningOf(const ingest::PreviewColumn& column) {
    switch (column.meaning) {
    case ingest::ColumnMeaning::Key:
        return tr("account");
    case ingest::ColumnMeaning::Field:
        return column.target;
    case ingest::ColumnMeaning::Attribute:
        return tr("attribute");
    case ingest::ColumnMeaning::Metric:
        return tr("metric %1").arg(column.target);
    case ingest::ColumnMeaning::UnknownMetric:
        return tr("metric, new");
    case ingest::ColumnMeaning::LeftOut:
        break;
    }
    return tr("not used");
}

FileKind kindOf(ingest::TableKind kind) {
    switch (kind) {
    case ingest::TableKind::Accounts:
        return FileKind::Accounts;
    case ingest::TableKind::LongMeasurements:
    case ingest::TableKind::WideMeasurements:
        return FileKind::Measurements;
    case ingest::TableKind::Outcomes:
        return FileKind::Outcomes;
    case ingest::TableKind::Unknown:
        break;
    }
    return FileKind::Unknown;
}

bool isMetric(ingest::ColumnMeaning meaning) {
    return meaning == ingest::ColumnMeaning::Metric || meaning == ingest::ColumnMeaning::UnknownMetric;
}

} // namespace

Result<FilePreview> previewFile(const QString& path, const Scorecard& scorecard) {
    HB_TRY(const ingest::TablePreview table, ingest::previewTable(path, {}, scorecard.metrics, previewRows));
    FilePreview preview{
        .kind = kindOf(table.kind), .columns = {}, .rows = table.rows, .metrics = table.metricNames};
    for (const ingest::PreviewColumn& column : table.columns) {
        preview.columns.push_back({.name = column.name,
                                   .meaning = meaningOf(column),
                                   .isUsed = column.meaning != ingest::ColumnMeaning::LeftOut});
        if (table.kind == ingest::TableKind::WideMeasurements && isMetric(column.meaning)) {
            preview.metrics.append(column.name);
        }
    }
    return preview;
}

std::string metricKeyOf(const QString& name) {
    return ingest::foldedMetricKey(name.toStdString());
}

} // namespace hb::book
