// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/headline_sentence.h"
#include "ui/models/names.h"
#include "ui/models/sorting.h"
#include "ui/session/book_session.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace hb::models {

/// How the Book page arranges accounts.
struct Arrangement {
    session::Filter filter = {};
    QString groupBy = {}; ///< an attribute's key; empty: by need; `noGroups`: one section
    Sorting sort = {};
    QString person = {};                                            ///< whose reviews and scope count
    QString scopeBy = QString::fromLatin1(attribute::owner.data()); ///< where the scope finds the person
};
inline const QString noGroups = QStringLiteral("-");

struct Section {
    QString id;
    QString title;
    std::vector<AccountIndex> accounts;
};

/// Accounts and their ARR, each currency by itself: amounts of several are never added.
struct Tally {
    std::size_t accounts = 0;
    std::vector<std::int64_t> cents; ///< as BookSummary::currencies
};

/// The figures above the sections: of the scope, before any other filter.
struct BookSummary {
    Tally all;
    std::array<Tally, 4> bands;                      ///< by Band
    std::array<Tally, scoring::reasonCount> reasons; ///< open ones: not yet reviewed
    std::size_t needYou = 0;
    std::size_t shown = 0;            ///< after all filters
    std::vector<std::int64_t> atRisk; ///< of those who need you, what renews soon
    std::optional<AccountIndex> nextRenewal;
    QStringList currencies; ///< that of most accounts first; none without ARR
};

/// The book as the page shows it on one day.
struct BookLayout {
    std::vector<Section> sections; ///< none is empty
    BookSummary summary;
    std::vector<scoring::Reasons> open; ///< by account: what holds and was not reviewed
};

/// Pure; O(accounts log accounts).
[[nodiscard]] BookLayout
layOut(const session::Moment& moment, const Arrangement& arrangement, const Names& names);
[[nodiscard]] std::optional<Day> renewalDay(const Snapshot& snapshot, AccountIndex account, Day day);
/// The reasons that hold and that the person has not reviewed by then, of every account.
[[nodiscard]] std::vector<scoring::Reasons> openReasons(const session::Moment& moment, const QString& person);
/// "$410k", "$410k and €90k"; empty for nothing.
[[nodiscard]] QString moneyOf(const BookSummary& summary, const std::vector<std::int64_t>& cents);
[[nodiscard]] wording::BookHeadline
headlineOf(const session::Moment& moment, const BookSummary& summary, const Names& names);
/// The custom and known attributes by which accounts can be grouped and filtered: few values, not one an
/// account.
[[nodiscard]] std::vector<QString> groupingAttributes(const Snapshot& snapshot);
/// The values an attribute has on a day, most frequent first; "" where one is absent.
[[nodiscard]] QStringList attributeValues(const Snapshot& snapshot, const QString& key, Day day);
/// "Owner", "Service level"; a custom key with its underscores taken out.
[[nodiscard]] QString attributeTitle(const QString& key);
/// What the accounts with a value are called together: the value, "No owner" without one.
[[nodiscard]] QString groupTitle(const QString& key, const QString& value);

} // namespace hb::models
