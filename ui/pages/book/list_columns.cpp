// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/list_columns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int narrowest = 40;
constexpr int widest = 1200;

int usualWidth(const QString& id) {
    return id == u"name"                                       ? 240
           : id == u"why"                                      ? 260
           : id == u"score" || id == u"change" || id == u"arr" ? 80
           : id == u"renewal_date" || id == u"currency"        ? 96
                                                               : 128;
}

bool contains(const ListColumns& columns, const QString& id) {
    return std::ranges::find(columns, id, &ListColumn::id) != columns.end();
}

} // namespace

QByteArray toBytes(const ListColumns& columns) {
    QJsonArray array;
    for (const ListColumn& column : columns) {
        array.append(
            QJsonObject{{u"id"_s, column.id}, {u"width"_s, column.width}, {u"shown"_s, column.shown}});
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

ListColumns listColumnsFrom(const QByteArray& bytes) {
    ListColumns columns;
    for (const QJsonValue value : QJsonDocument::fromJson(bytes).array()) {
        const QJsonObject object = value.toObject();
        const QString id = object.value(u"id"_s).toString();
        if (!id.isEmpty() && !contains(columns, id)) {
            columns.push_back(
                {.id = id,
                 .width = std::clamp(object.value(u"width"_s).toInt(usualWidth(id)), narrowest, widest),
                 .shown = object.value(u"shown"_s).toBool(true)});
        }
    }
    return columns;
}

ListColumns columnsToShow(const ListColumns& left, const QStringList& ids) {
    ListColumns columns;
    for (const ListColumn& column : left) {
        if (ids.contains(column.id)) {
            columns.push_back(column);
        }
    }
    // A new one stands behind the one it stands behind in the book.
    for (qsizetype at = 0; at < ids.size(); ++at) {
        if (contains(columns, ids[at])) {
            continue;
        }
        auto place = columns.begin();
        if (at > 0) {
            place = std::ranges::find(columns, ids[at - 1], &ListColumn::id) + 1;
        }
        columns.insert(place, {.id = ids[at], .width = usualWidth(ids[at])});
    }
    return columns;
}

ListColumns columnsToKeep(const ListColumns& standing, const ListColumns& left) {
    ListColumns columns = standing;
    for (const ListColumn& column : left) {
        if (!contains(standing, column.id)) {
            columns.push_back(column);
        }
    }
    return columns;
}

} // namespace hb::pages
