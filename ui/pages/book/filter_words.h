// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/book_layout.h"
#include "ui/session/view_state.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace hb::pages {

/// "Segment: Enterprise or Mid"
[[nodiscard]] QString testWords(const session::AttributeTest& test);
[[nodiscard]] QString sortWords(const models::Sorting& sort);
/// Adds a value to the test of its attribute, or a test.
void addTest(session::Filter& filter, const QString& key, const QString& value);
/// How many filters beside the scope are set.
[[nodiscard]] int filterCount(const session::Filter& filter);

/// What a view of the Book page holds. What a view does not say stays as it is.
struct SavedArrangement {
    session::Filter filter;
    QString groupBy;
    models::Sorting sort = {};
    std::optional<bool> isList = {};
    std::optional<int> size = {};           ///< of the tiles
    std::optional<QByteArray> columns = {}; ///< of the list, as the settings keep them
};
[[nodiscard]] QJsonObject toJson(const SavedArrangement& saved);
[[nodiscard]] SavedArrangement arrangementFrom(const QJsonObject& content);
/// What a view names that this book does not have on that day; empty where all is there.
[[nodiscard]] QString goneSentence(const SavedArrangement& saved, const Snapshot& snapshot, Day day);

} // namespace hb::pages
