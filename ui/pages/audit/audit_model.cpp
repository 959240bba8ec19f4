// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/audit_model.h"

#include "core/wording/audit_sentence.h"
#include "core/wording/words.h"
#include "ui/models/names.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

using wording::fromUtf8;

namespace {

QString valueText(const QJsonValue& value) {
    switch (value.type()) {
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Bool:
        return value.toBool() ? AuditModel::tr("yes") : AuditModel::tr("no");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    default:
        return value.toString();
    }
}

} // namespace

QString momentText(const std::string& at) {
    const QDateTime moment = QDateTime::fromString(fromUtf8(at), Qt::ISODate);
    return moment.isValid() ? QLocale().toString(moment.toLocalTime(), u"d MMM yyyy, HH:mm"_s) : fromUtf8(at);
}

QString partsText(const std::string& json) {
    if (json.empty()) {
        return {};
    }
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size())));
    if (!document.isObject()) {
        return fromUtf8(json);
    }
    QStringList lines;
    const QJsonObject parts = document.object();
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        QString name = part.key();
        lines << u"%1: %2"_s.arg(name.replace(u'_', u' '), valueText(part.value()));
    }
    return lines.join(u'\n');
}

std::vector<AuditRow> auditRows(const Snapshot& snapshot, const book::AuditPage& page, Day today) {
    std::vector<AuditRow> rows;
    rows.reserve(page.entries.size());
    for (const AuditEntry& entry : page.entries) {
        const auto account = entry.accountKey.empty() ? std::nullopt : snapshot.findAccount(entry.accountKey);
        rows.push_back(
            {.entry = entry,
             .when = momentText(entry.at),
             .account = account ? models::nameOf(snapshot, *account, today) : fromUtf8(entry.accountKey),
             .sentence = wording::auditSentence(snapshot, entry, today)});
    }
    return rows;
}

void AuditModel::show(std::vector<AuditRow> rows, bool hasMore) {
    beginResetModel();
    m_rows = std::move(rows);
    m_hasMore = hasMore;
    m_isWaiting = false;
    endResetModel();
}

void AuditModel::append(std::vector<AuditRow> rows, bool hasMore) {
    m_hasMore = hasMore;
    m_isWaiting = false;
    if (rows.empty()) {
        return;
    }
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    for (AuditRow& row : rows) {
        m_rows.push_back(std::move(row));
    }
    endInsertRows();
}

int AuditModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AuditModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant AuditModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const AuditRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case When:
        return row.when;
    case Who:
        return fromUtf8(row.entry.person);
    case Account:
        return row.account;
    default:
        return row.sentence;
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case Account:
        return tr("Account");
    default:
        return tr("What was changed");
    }
}

bool AuditModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_hasMore && !m_isWaiting;
}

void AuditModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent)) {
        m_isWaiting = true;
        Q_EMIT moreAsked();
    }
}

exchange::Table AuditModel::asTable() const {
    exchange::Table table{.name = tr("Changes"), .head = {}, .rows = {}};
    for (int column = 0; column < ColumnCount; ++column) {
        table.head.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    for (const AuditRow& row : m_rows) {
        table.rows.push_back({row.when, QString::fromStdString(row.entry.person), row.account, row.sentence});
    }
    return table;
}

} // namespace hb::pages
