// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/filter_words.h"

#include "ui/pages/book/list_columns.h"
#include "ui/theme/texts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace hb::pages {

namespace {
/// It looks at an attribute that no account has on any day.
bool isGone(const models::Sorting& sort, const Snapshot& snapshot) {
    return sort.by == models::SortBy::Attribute && !snapshot.findAttribute(sort.key.toStdString());
}

} // namespace

QString testWords(const session::AttributeTest& test) {
    QStringList values;
    for (const QString& value : test.values) {
        values.append(value.isEmpty() ? Texts::tr("none") : value);
    }
    return Texts::tr("%1: %2").arg(models::attributeTitle(test.key), values.join(Texts::tr(" or ")));
}

QString sortWords(const models::Sorting& sort) {
    const bool reversed = sort.reversed;
    switch (sort.by) {
    case models::SortBy::Attention:
        return Texts::tr("attention");
    case models::SortBy::Name:
        return reversed ? Texts::tr("name, Z to A") : Texts::tr("name");
    case models::SortBy::LowestScore:
        return reversed ? Texts::tr("highest score") : Texts::tr("lowest score");
    case models::SortBy::LargestFall:
        return reversed ? Texts::tr("largest rise") : Texts::tr("largest fall");
    case models::SortBy::LargestArr:
        return reversed ? Texts::tr("smallest ARR") : Texts::tr("largest ARR");
    case models::SortBy::NextRenewal:
        return reversed ? Texts::tr("latest renewal") : Texts::tr("next renewal");
    case models::SortBy::AccountId:
        return reversed ? Texts::tr("account id, Z to A") : Texts::tr("account id");
    case models::SortBy::Attribute:
        break;
    }
    const QString title = models::attributeTitle(sort.key).toLower();
    return reversed ? Texts::tr("%1, Z to A").arg(title) : title;
}

void addTest(session::Filter& filter, const QString& key, const QString& value) {
    const auto found = std::ranges::find(filter.attributes, key, &session::AttributeTest::key);
    if (found == filter.attributes.end()) {
        filter.attributes.push_back({.key = key, .values = {value}});
    } else if (!found->values.contains(value)) {
        found->values.append(value);
    }
}

int filterCount(const session::Filter& filter) {
    return static_cast<int>(filter.bands.size() + filter.attributes.size()) + (filter.reason ? 1 : 0) +
           (filter.text.isEmpty() ? 0 : 1) + (filter.churned ? 1 : 0);
}

QJsonObject toJson(const SavedArrangement& saved) {
    QJsonObject root;
    root.insert(QStringLiteral("mine"), saved.filter.mine);
    root.insert(QStringLiteral("churned"), saved.filter.churned);
    if (saved.filter.reason) {
        root.insert(QStringLiteral("reason"), QString::fromLatin1(scoring::toText(*saved.filter.reason)));
    }
    QJsonArray bands;
    for (const Band band : saved.filter.bands) {
        bands.append(static_cast<int>(band));
    }
    root.insert(QStringLiteral("bands"), bands);
    QJsonArray attributes;
    for (const session::AttributeTest& test : saved.filter.attributes) {
        attributes.append(QJsonObject{{QStringLiteral("key"), test.key},
                                      {QStringLiteral("values"), QJsonArray::fromStringList(test.values)}});
    }
    root.insert(QStringLiteral("attributes"), attributes);
    root.insert(QStringLiteral("text"), saved.filter.text);
    root.insert(QStringLiteral("group"), saved.groupBy);
    root.insert(QStringLiteral("sort"), models::toText(saved.sort));
    if (saved.isList) {
        root.insert(QStringLiteral("list"), *saved.isList);
    }
    if (saved.size) {
        root.insert(QStringLiteral("size"), *saved.size);
    }
    if (saved.columns) {
        root.insert(QStringLiteral("columns"), QJsonDocument::fromJson(*saved.columns).array());
    }
    return root;
}

SavedArrangement arrangementFrom(const QJsonObject& root) {
    SavedArrangement saved;
    saved.filter.mine = root.value(QStringLiteral("mine")).toBool();
    saved.filter.churned = root.value(QStringLiteral("churned")).toBool();
    const QString reason = root.value(QStringLiteral("reason")).toString();
    for (std::size_t at = 0; at < scoring::reasonCount; ++at) {
        const auto candidate = static_cast<scoring::Reason>(at);
        if (reason == QString::fromLatin1(scoring::toText(candidate))) {
            saved.filter.reason = candidate;
        }
    }
    for (const QJsonValue band : root.value(QStringLiteral("bands")).toArray()) {
        saved.filter.bands.push_back(static_cast<Band>(std::clamp(band.toInt(), 0, 3)));
    }
    for (const QJsonValue entry : root.value(QStringLiteral("attributes")).toArray()) {
        session::AttributeTest test{.key = entry.toObject().value(QStringLiteral("key")).toString(),
                                    .values = {}};
        for (const QJsonValue value : entry.toObject().value(QStringLiteral("values")).toArray()) {
            test.values.append(value.toString());
        }
        saved.filter.attributes.push_back(std::move(test));
    }
    saved.filter.text = root.value(QStringLiteral("text")).toString();
    saved.groupBy = root.value(QStringLiteral("group")).toString();
    saved.sort = models::sortingFromText(root.value(QStringLiteral("sort")).toString());
    if (const QJsonValue isList = root.value(QStringLiteral("list")); isList.isBool()) {
        saved.isList = isList.toBool();
    }
    if (const QJsonValue size = root.value(QStringLiteral("size")); size.isDouble()) {
        saved.size = std::clamp(size.toInt(), 0, 2);
    }
    if (const QJsonValue columns = root.value(QStringLiteral("columns")); columns.isArray()) {
        const QJsonArray array = columns.toArray();
        saved.columns = array.isEmpty() ? QByteArray() : QJsonDocument(array).toJson(QJsonDocument::Compact);
    }
    return saved;
}

QString goneSentence(const SavedArrangement& saved, const Snapshot& snapshot, Day day) {
    QStringList gone;
    for (const session::AttributeTest& test : saved.filter.attributes) {
        const QStringList values = models::attributeValues(snapshot, test.key, day);
        for (const QString& value : test.values) {
            if (!values.contains(value)) {
                gone.append(testWords({.key = test.key, .values = {value}}));
            }
        }
    }
    QStringList sentences;
    if (!gone.isEmpty()) {
        sentences.append(Texts::tr("No account has %1 any more.").arg(gone.join(Texts::tr(" or "))));
    }
    const auto keys = models::groupingAttributes(snapshot);
    const QString& by = saved.groupBy;
    if (!by.isEmpty() && by != models::noGroups && std::ranges::find(keys, by) == keys.end()) {
        sentences.append(
            Texts::tr("Nothing can be grouped by %1 any more.").arg(models::attributeTitle(by).toLower()));
    }
    if (isGone(saved.sort, snapshot)) {
        sentences.append(Texts::tr("Nothing can be sorted by %1 any more.")
                             .arg(models::attributeTitle(saved.sort.key).toLower()));
    }
    QStringList columns;
    for (const ListColumn& column : listColumnsFrom(saved.columns.value_or(QByteArray()))) {
        const models::Sorting sort = models::sortingOf(column.id);
        if (column.shown && column.id != models::overrideColumn && isGone(sort, snapshot)) {
            columns.append(models::attributeTitle(sort.key));
        }
    }
    if (!columns.isEmpty()) {
        sentences.append(
            Texts::tr("The list has no column %1 any more.").arg(columns.join(Texts::tr(" or "))));
    }
    return sentences.join(u' ');
}

} // namespace hb::pages
