// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sorting.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hb::models {

namespace {

struct Known {
    const char16_t* column;
    SortBy by;
};

constexpr std::array<Known, 7> knownColumns{{{u"why", SortBy::Attention},
                                             {u"name", SortBy::Name},
                                             {u"score", SortBy::LowestScore},
                                             {u"change", SortBy::LargestFall},
                                             {u"arr", SortBy::LargestArr},
                                             {u"renewal_date", SortBy::NextRenewal},
                                             {u"account_id", SortBy::AccountId}}};
/// No attribute of a file is called so.
const QString attributePrefix = u"attribute:"_s;

const Known* findKnown(const QString& column) {
    const auto found = std::ranges::find_if(
        knownColumns, [&](const Known& known) { return column == QStringView(known.column); });
    return found == knownColumns.end() ? nullptr : &*found;
}

} // namespace

QString columnOf(const Sorting& sorting) {
    if (sorting.by == SortBy::Attribute) {
        return attributeColumn(sorting.key);
    }
    return QString::fromUtf16(std::ranges::find(knownColumns, sorting.by, &Known::by)->column);
}

Sorting sortingOf(const QString& column) {
    if (const Known* known = findKnown(column)) {
        return {.by = known->by};
    }
    const bool prefixed = column.startsWith(attributePrefix);
    return {.by = SortBy::Attribute, .key = prefixed ? column.mid(attributePrefix.size()) : column};
}

QString attributeColumn(const QString& key) {
    return findKnown(key) ? attributePrefix + key : key;
}

QString toText(const Sorting& sorting) {
    return sorting.reversed ? u'-' + columnOf(sorting) : columnOf(sorting);
}

Sorting sortingFromText(const QString& text) {
    const bool reversed = text.startsWith(u'-');
    const QString column = reversed ? text.mid(1) : text;
    Sorting sorting = column.isEmpty() ? Sorting{} : sortingOf(column);
    sorting.reversed = reversed && sorting.by != SortBy::Attention;
    return sorting;
}

bool isDescending(const Sorting& sorting) {
    return (sorting.by == SortBy::LargestArr) != sorting.reversed;
}

} // namespace hb::models
