// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/words.h"
#include "ui/models/book_layout.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace hb::models {

namespace {

/// More values than this make no groups that anyone reads.
constexpr std::size_t mostGroups = 200;

bool isFreeText(std::string_view key) {
    return key == attribute::name || key == attribute::arr || key == attribute::renewalDate ||
           key == attribute::parentId || key == attribute::currency;
}

} // namespace

std::vector<QString> groupingAttributes(const Snapshot& snapshot) {
    std::vector<QString> keys;
    for (const AttributeColumn& column : *snapshot.attributes) {
        if (isFreeText(column.key)) {
            continue;
        }
        std::set<TextIndex> values;
        for (const TextIndex value : column.values) {
            values.insert(value);
            if (values.size() > mostGroups) {
                break;
            }
        }
        const bool oneEach = values.size() > 12 && values.size() * 2 > snapshot.accountCount();
        if (!values.empty() && values.size() <= mostGroups && !oneEach) {
            keys.push_back(wording::fromUtf8(column.key));
        }
    }
    return keys;
}

QStringList attributeValues(const Snapshot& snapshot, const QString& key, Day day) {
    const AttributeColumn* column = snapshot.findAttribute(key.toStdString());
    if (!column) {
        return {};
    }
    std::unordered_map<TextIndex, std::size_t> counts;
    for (AccountIndex account = 0; account < snapshot.accountCount(); ++account) {
        ++counts[column->on(account, day)];
    }
    std::vector<std::pair<TextIndex, std::size_t>> byCount(counts.begin(), counts.end());
    std::ranges::sort(byCount, [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    QStringList values;
    for (const auto& [text, count] : byCount) {
        values.append(wording::fromUtf8((*snapshot.texts)[text]));
    }
    return values;
}

QString attributeTitle(const QString& key) {
    QString title = key;
    title.replace(u'_', u' ');
    if (!title.isEmpty()) {
        title[0] = title[0].toUpper();
    }
    return title == u"Arr" ? QCoreApplication::translate("Attributes", "ARR") : title;
}

QString groupTitle(const QString& key, const QString& value) {
    return value.isEmpty()
               ? QCoreApplication::translate("Attributes", "No %1").arg(attributeTitle(key).toLower())
               : value;
}

} // namespace hb::models
