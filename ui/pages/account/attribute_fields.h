// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/account_edits.h"

#include <QStringList>

#include <optional>
#include <vector>

// The attributes of an account as they are listed and typed.

namespace hb::pages {

/// One attribute on the as-of day.
struct AttributeFacts {
    QString key;
    QString title; ///< "Renewal date"
    QString value; ///< as the book has it; empty: absent
    QString text;  ///< as people read it
};

/// Those that every account has room for, then what else this book knows, its custom ones last.
[[nodiscard]] std::vector<AttributeFacts> attributeFacts(const AccountAt& at);
/// What can be completed: the values of this attribute in the book; of a parent the ids of all accounts.
[[nodiscard]] QStringList attributeChoices(const AccountAt& at, const QString& key);

/// What was typed, as the book has it; or the sentence of what is expected.
struct TypedAttribute {
    QString value;
    QString fault;
};
[[nodiscard]] TypedAttribute typedAttribute(const AccountAt& at, const QString& key, const QString& text);
/// "Executive sponsor" is kept as "executive_sponsor", as a column of a file would be.
[[nodiscard]] QString attributeKey(const QString& typed);

/// Why none can be set; empty: they can.
[[nodiscard]] QString whyNotAttribute(const AccountAt& at);
/// From today on; an empty value clears it.
[[nodiscard]] NamedEdit attributeEdit(const AccountAt& at, const QString& key, const QString& value);

} // namespace hb::pages
