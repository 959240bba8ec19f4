// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/scorecard.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace hb::book {

enum class FileKind { Unknown, Accounts, Measurements, Outcomes };

struct FileColumn {
    QString name;    ///< as written
    QString meaning; ///< in a few words: "account", "attribute", "metric logins", "not used"
    bool isUsed = false;
};

/// What a table is, before anything of it is imported.
struct FilePreview {
    FileKind kind = FileKind::Unknown;
    std::vector<FileColumn> columns;
    std::vector<QStringList> rows; ///< the first few that are whole
    QStringList metrics;           ///< the names of the metrics that it measures, as written
};

/// Reads the beginning of a file and says what it is, beside a scorecard's metrics. Errors as an import's.
[[nodiscard]] Result<FilePreview> previewFile(const QString& path, const Scorecard& scorecard);

/// The key that a metric's name in a file becomes when the metric is made; empty where nothing of it can
/// stand in a key.
[[nodiscard]] std::string metricKeyOf(const QString& name);

} // namespace hb::book
