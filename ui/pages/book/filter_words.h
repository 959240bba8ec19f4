// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/book_layout.h"
#include "ui/session/view_state.h"

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

/// A view as it is saved in the book: JSON. Reading gives none for what is not one.
struct SavedArrangement {
    session::Filter filter;
    QString groupBy;
    models::Sorting sort = {};
};
[[nodiscard]] QString toJson(const SavedArrangement& saved);
[[nodiscard]] std::optional<SavedArrangement> fromJson(const QString& json);

} // namespace hb::pages
