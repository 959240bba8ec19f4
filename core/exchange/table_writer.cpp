// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table_writer.h"

#include "core/exchange/csv_writer.h"
#include "core/exchange/number_text.h"
#include "core/exchange/plain_cell.h"
#include "core/model/snapshot.h"

#include <QSaveFile>

#include <cmath>
#include <set>

namespace hb::exchange {

namespace {

/// A column of text: of the table's, or the currencies of the amounts before it.
struct TextColumn {
    std::size_t of = 0;
    bool isCurrency = false;
    QString head;
};

QString numberText(double value) {
    return std::isfinite(value) ? QString::fromLatin1(NumberText(value).view()) : QString();
}

struct CellText {
    QString operator()(std::monostate /*nothing*/) const { return {}; }
    QString operator()(const QString& text) const { return plainCell(text); }
    QString operator()(Number number) const { return numberText(number.value); }
    QString operator()(Percent percent) const { return numberText(percent.share); }
    QString operator()(Day day) const { return QString::fromStdString(toIsoText(day)); }
    QString operator()(const Money& money) const { return QString::fromStdString(centsToText(money.cents)); }
};

std::vector<TextColumn> columnsOf(const Table& table) {
    std::vector<TextColumn> columns;
    for (std::size_t at = 0; at < static_cast<std::size_t>(table.head.size()); ++at) {
        std::set<QString> currencies;
        for (const std::vector<Cell>& row : table.rows) {
            if (const Money* money = at < row.size() ? std::get_if<Money>(&row[at]) : nullptr) {
                currencies.insert(money->currency);
            }
        }
        const QString head = plainCell(table.head[static_cast<qsizetype>(at)]);
        const bool isOne = currencies.size() == 1 && !currencies.begin()->isEmpty();
        columns.push_back({.of = at,
                           .isCurrency = false,
                           .head = isOne ? QStringLiteral("%1 (%2)").arg(head, *currencies.begin()) : head});
        if (currencies.size() > 1) {
            columns.push_back(
                {.of = at, .isCurrency = true, .head = QStringLiteral("%1: currency").arg(head)});
        }
    }
    return columns;
}

QString textOf(const std::vector<Cell>& row, const TextColumn& column) {
    if (column.of >= row.size()) {
        return {};
    }
    const Cell& cell = row[column.of];
    if (column.isCurrency) {
        const Money* money = std::get_if<Money>(&cell);
        return money ? plainCell(money->currency) : QString();
    }
    return std::visit(CellText{}, cell);
}

Error couldNotWrite(const QSaveFile& file) {
    return {.code = ErrorCode::Io,
            .what = "Could not write " + file.fileName().toStdString(),
            .found = file.errorString().toStdString(),
            .hint = "Nothing was changed there; choose another place"};
}

} // namespace

QString toTabs(const Table& table) {
    const std::vector<TextColumn> columns = columnsOf(table);
    QString text;
    const auto addRow = [&](const auto& cell) {
        for (const TextColumn& column : columns) {
            QString one = cell(column);
            for (QChar& letter : one) {
                letter = letter == u'\t' || letter == u'\n' || letter == u'\r' ? u' ' : letter;
            }
            text += (&column == &columns.front() ? QString() : QString(u'\t')) + one;
        }
        text += u'\n';
    };
    addRow([](const TextColumn& column) { return column.head; });
    for (const std::vector<Cell>& row : table.rows) {
        addRow([&row](const TextColumn& column) { return textOf(row, column); });
    }
    return text;
}

QString toHtml(const Table& table) {
    const std::vector<TextColumn> columns = columnsOf(table);
    QString html = QStringLiteral("<table>");
    const auto addRow = [&](QStringView tag, const auto& cell) {
        html += QStringLiteral("<tr>");
        for (const TextColumn& column : columns) {
            html += QStringLiteral("<%1>%2</%1>").arg(tag, cell(column).toHtmlEscaped());
        }
        html += QStringLiteral("</tr>");
    };
    addRow(u"th", [](const TextColumn& column) { return column.head; });
    for (const std::vector<Cell>& row : table.rows) {
        addRow(u"td", [&row](const TextColumn& column) { return textOf(row, column); });
    }
    return html + QStringLiteral("</table>");
}

Result<void> writeCsv(const Table& table, const QString& path, const Job& job) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return failure(couldNotWrite(file));
    }
    const std::vector<TextColumn> columns = columnsOf(table);
    CsvWriter csv(file);
    for (const TextColumn& column : columns) {
        csv.field(column.head);
    }
    csv.endRow();
    for (std::size_t at = 0; at < table.rows.size() && csv.isGood(); ++at) {
        if (at % rowsBetweenLooks == 0 && job.stopped()) {
            return cancelled();
        }
        for (const TextColumn& column : columns) {
            csv.field(textOf(table.rows[at], column));
        }
        csv.endRow();
    }
    HB_CHECK(csv.finish());
    return file.commit() ? Result<void>() : failure(couldNotWrite(file));
}

} // namespace hb::exchange
