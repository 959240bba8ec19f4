// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/file_columns.h"

#include "core/ingest/field_parser.h"
#include "core/model/known_attributes.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hb::ingest {

namespace {

/// Whether a column of this name means something in any kind of file.
bool isField(const QString& name) {
    static constexpr std::array<QStringView, 8> ofFiles{
        u"account_id", u"metric", u"date", u"value", u"note", u"outcome", u"arr_change", u"reason"};
    const QString folded = foldedColumnName(name);
    return std::ranges::any_of(
               ofFiles, [&](QStringView field) { return foldedColumnName(field.toString()) == folded; }) ||
           std::ranges::any_of(attribute::known, [&](std::string_view key) {
               return foldedColumnName(QString::fromUtf8(key)) == folded;
           });
}

} // namespace

Result<std::vector<FileColumn>> fileColumns(const TableFile& table, const ColumnMapping& mapping) {
    QHash<QString, QString> mapped;
    for (const auto& [column, target] : mapping.columns) {
        mapped.insert(foldedColumnName(column), target);
    }
    std::vector<FileColumn> columns;
    QHash<QString, std::size_t> seen;
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const QString name = table.columnName(i);
        const auto found = mapped.constFind(foldedColumnName(name));
        if (!table.isRead(i) || (found != mapped.constEnd() && found->isNull())) {
            continue;
        }
        const QString target = found == mapped.constEnd() ? name : found->trimmed();
        const QString folded = foldedColumnName(target);
        if (seen.contains(folded)) {
            return failure({.code = ErrorCode::InvalidInput,
                            .what = "Could not read the file",
                            .found = "the columns \"" + clipped(table.columns()[seen.value(folded)]) +
                                     "\" and \"" + clipped(table.columns()[i]) + "\", which both mean " +
                                     target.toStdString(),
                            .expected = "one column for it",
                            .hint = "Leave one of them out in the mapping",
                            .place = table.path().toStdString()});
        }
        seen.insert(folded, i);
        columns.push_back({i, target});
    }
    if (mapping.key == ColumnMapping::Key::Name && findField(columns, u"name")) {
        const QString id = foldedColumnName(u"account_id"_s);
        std::erase_if(columns,
                      [&](const FileColumn& column) { return foldedColumnName(column.target) == id; });
    }
    return columns;
}

std::optional<std::size_t> findField(const std::vector<FileColumn>& columns, QStringView field) {
    const QString folded = foldedColumnName(field.toString());
    const auto found = std::ranges::find_if(
        columns, [&](const FileColumn& column) { return foldedColumnName(column.target) == folded; });
    return found == columns.end() ? std::nullopt : std::optional(found->index);
}

std::optional<std::size_t> findColumn(const TableFile& table, const QString& name) {
    const QString folded = foldedColumnName(name);
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        if (table.isRead(i) && foldedColumnName(table.columnName(i)) == folded) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> findAccountColumn(const std::vector<FileColumn>& columns,
                                             const ColumnMapping& mapping) {
    const auto id = findField(columns, u"account_id");
    return id || mapping.key == ColumnMapping::Key::Id ? id : findField(columns, u"name");
}

tl::unexpected<Error> lacksColumns(const TableFile& table, const std::string& expected) {
    std::string found;
    for (const std::string& column : table.columns()) {
        found += (found.empty() ? "" : ", ") + column;
    }
    return failure({.code = ErrorCode::InvalidInput,
                    .what = "Could not read the file",
                    .found = "the columns " + clipped(found),
                    .expected = expected,
                    .hint = "Check the header, or name the columns in a mapping",
                    .place = table.path().toStdString() + ", line " + std::to_string(table.headerLine())});
}

tl::unexpected<Error> lacksFields(const TableFile& table,
                                  const ReadOptions& options,
                                  const std::string& expected,
                                  const std::function<bool(const QString&)>& isKnown) {
    QStringList unknown;
    for (const auto& [column, target] : options.mapping.columns) {
        if (!target.isEmpty() && findColumn(table, column) && !isField(target) &&
            !(isKnown && isKnown(target))) {
            unknown.append(target);
        }
    }
    tl::unexpected<Error> lacks = lacksColumns(table, expected);
    if (!unknown.isEmpty()) {
        const QString mapping = options.mappingFile.isEmpty() ? QString() : u' ' + options.mappingFile;
        lacks.value().hint = u"The mapping%1 names %2, which Healthbook does not know: check the spelling"_s
                                 .arg(mapping, unknown.join(u", "_s))
                                 .toStdString();
    }
    return lacks;
}

} // namespace hb::ingest
