// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace hb::ingest {

enum class SameDay { Last, Sum, Count, Mean, Max };

/// metric = left op right, over file columns of one row of a wide file.
struct DerivedMetric {
    QString metric;
    QString left;
    QChar op; ///< + - * /
    QString right;

    friend bool operator==(const DerivedMetric&, const DerivedMetric&) = default;
};

/// A mapping file (healthbook-mapping/1, formats.md): how the columns and forms of one source read.
struct ColumnMapping {
    /// File column (as written) -> field or metric key; a null QString leaves the column out.
    std::vector<std::pair<QString, QString>> columns;
    QString dateFormat; ///< of dd, MM, yyyy and separators; empty: YYYY-MM-DD
    QChar decimal = u'.';
    QChar thousands; ///< null: none
    QStringList percent;
    QStringList currency; ///< signs to drop
    QHash<QString, SameDay> sameDay;
    std::vector<DerivedMetric> derive;
    QHash<QString, QHash<QString, int>> levels; ///< metric -> text -> level
    enum class Key { Id, Name } key = Key::Id;

    friend bool operator==(const ColumnMapping&, const ColumnMapping&) = default;
};

/// Reads a mapping file; faults name their JSON path, all of them in `found`, a line each.
[[nodiscard]] Result<ColumnMapping> parseMapping(const QByteArray& json, const QString& fileName);
[[nodiscard]] QByteArray toJson(const ColumnMapping& mapping);

/// A column name as it is compared: without case, blanks, underscores and hyphens.
[[nodiscard]] QString foldedColumnName(const QString& name);

} // namespace hb::ingest
