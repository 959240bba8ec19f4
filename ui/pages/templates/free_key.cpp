// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/free_key.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int longestMade = 60; // leaves room for a number
}

std::string freeKey(const std::vector<std::string>& taken, const QString& name, const QString& otherwise) {
    static const QRegularExpression others(u"[^a-z0-9.-]+"_s), ends(u"^_+|_+$"_s);
    QString base = name.toLower().replace(others, u"_"_s).left(longestMade).remove(ends);
    if (base.isEmpty()) {
        base = otherwise;
    }
    std::string key = base.toStdString();
    for (int number = 2; std::ranges::find(taken, key) != taken.end(); ++number) {
        key = base.toStdString() + "_" + std::to_string(number);
    }
    return key;
}

} // namespace hb::pages
