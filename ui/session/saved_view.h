// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace hb::session {

/// A view that is kept in the book, as everyone who opens it finds it: the page that it shows, what that page
/// says of itself, and who opens the book with it.
struct SavedView {
    QString name;
    QString page = {};         ///< empty: made by a newer Healthbook, kept as it is
    QJsonObject state = {};    ///< the page's own
    QStringList opensFor = {}; ///< people; "" stands for everybody
    QJsonObject whole = {};    ///< as it stands in the book, with what is not known here
};

[[nodiscard]] SavedView savedViewFrom(const book::SavedView& view);
/// What to write: what was not known stays.
[[nodiscard]] QString toJson(const SavedView& view);
/// The one that a person opens the book with: their own, else everybody's; null where there is none.
[[nodiscard]] const SavedView* openingView(const std::vector<SavedView>& views, const QString& person);

} // namespace hb::session
