// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/saved_view.h"

#include "ui/session/view_state.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::session {

namespace {
const QString pageKey = u"page"_s, stateKey = u"state"_s, opensForKey = u"opens_for"_s;
} // namespace

SavedView savedViewFrom(const book::SavedView& view) {
    SavedView saved{.name = view.name,
                    .page = {},
                    .state = {},
                    .opensFor = {},
                    .whole = QJsonDocument::fromJson(view.content.toUtf8()).object()};
    // The first views were of the Book page alone, and did not say so.
    if (!saved.whole.contains(pageKey) && saved.whole.contains(u"sort"_s)) {
        saved.page = page::book;
        saved.state = std::exchange(saved.whole, {});
        return saved;
    }
    saved.page = saved.whole.value(pageKey).toString();
    saved.state = saved.whole.value(stateKey).toObject();
    for (const QJsonValue person : saved.whole.value(opensForKey).toArray()) {
        saved.opensFor.append(person.toString());
    }
    return saved;
}

QString toJson(const SavedView& view) {
    QJsonObject whole = view.whole;
    if (!view.page.isEmpty()) {
        whole.insert(pageKey, view.page);
        whole.insert(stateKey, view.state);
    }
    if (view.opensFor.isEmpty()) {
        whole.remove(opensForKey);
    } else {
        whole.insert(opensForKey, QJsonArray::fromStringList(view.opensFor));
    }
    return QString::fromUtf8(QJsonDocument(whole).toJson(QJsonDocument::Compact));
}

const SavedView* openingView(const std::vector<SavedView>& views, const QString& person) {
    for (const QString& who : {person, QString()}) {
        const auto found = std::ranges::find_if(
            views, [&who](const SavedView& view) { return view.opensFor.contains(who); });
        if (found != views.end()) {
            return &*found;
        }
    }
    return nullptr;
}

} // namespace hb::session
