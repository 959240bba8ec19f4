// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/edit_checks.h"

#include "core/book/check_edit.h"
#include "core/store/snapshot_store.h"

#include <QStringConverter>

namespace hb::book {

using namespace Qt::StringLiterals;

tl::unexpected<Error> invalid(const char* what, const QString& found, const char* expected) {
    return failure(
        {.code = ErrorCode::InvalidInput, .what = what, .found = found.toStdString(), .expected = expected});
}

Result<void> checkDay(const char* what, Day day) {
    if (day < firstDay || day > lastDay) {
        return invalid(what, QString::number(day.number), "a day from 1900 to 2199");
    }
    return {};
}

Result<void> checkAccount(store::Database& database, const char* what, AccountId account) {
    HB_TRY(const auto found, store::findAccount(database, account));
    if (!found) {
        return failure(
            {.code = ErrorCode::NotFound, .what = what, .found = "The account is gone from the book"});
    }
    return {};
}

Result<void> checkLength(const char* what, const QString& text) {
    if (text.size() <= longestText / 3) {
        return {}; // no unit of UTF-16 needs more than three bytes
    }
    const qsizetype bytes = text.toUtf8().size();
    if (bytes > longestText) {
        return invalid(what,
                       u"a text of %1 MB"_s.arg(static_cast<double>(bytes) / 1e6, 0, 'f', 2),
                       "a text of at most 1 MB");
    }
    return {};
}

} // namespace hb::book
