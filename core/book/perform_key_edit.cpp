// SPDX-License-Identifier: GPL-3.0-or-later
// Which ids lead to which account: another id for one, and two that are one.
#include "core/book/check_edit.h"
#include "core/book/edit_checks.h"
#include "core/book/perform_edit.h"
#include "core/ingest/field_parser.h"
#include "core/store/account_keys.h"
#include "core/store/account_store.h"
#include "core/store/snapshot_store.h"

#include <algorithm>
#include <map>
#include <set>

namespace hb::book {

using namespace Qt::StringLiterals;
using store::ChangeKind;
using store::Database;
using store::PersonId;

namespace {

/// As an import takes it.
QString trimmedKey(const QString& key) {
    const std::string utf8 = key.toStdString();
    const std::string_view trimmed = ingest::trimmed(utf8);
    return QString::fromUtf8(trimmed.data(), static_cast<qsizetype>(trimmed.size()));
}

Result<QString> keyOf(Database& database, AccountId account) {
    HB_TRY(const auto row, store::findAccount(database, account));
    return row ? QString::fromStdString(row->key) : QString();
}

/// Who is above an account from which day on: none where the book has no such account.
using Parents = std::map<Day, std::optional<AccountId>>;

Result<Parents> parentsOf(Database& database, AccountId account) {
    HB_TRY(const store::AttributeHistory history, store::attributeHistory(database, account, u"parent_id"_s));
    Parents parents;
    for (const auto& [from, key] : history) {
        HB_TRY(std::optional<AccountId> parent, store::accountOfKey(database, key));
        if (parent) {
            HB_TRY(parent, store::shownAccount(database, *parent));
        }
        parents.emplace(from, parent);
    }
    return parents;
}

/// The parents of an account and of all that are above it on any day; who is above `last` is not asked.
Result<std::map<AccountId, Parents>>
parentsFrom(Database& database, AccountId account, std::optional<AccountId> last = {}) {
    std::map<AccountId, Parents> above;
    std::vector<AccountId> open{account};
    while (!open.empty()) {
        const AccountId at = open.back();
        open.pop_back();
        if (at == last || above.contains(at)) {
            continue;
        }
        HB_TRY(const Parents parents, parentsOf(database, at));
        for (const auto& [from, parent] : parents) {
            if (parent) {
                open.push_back(*parent);
            }
        }
        above.emplace(at, parents);
    }
    return above;
}

/// Whether an account is below another through a third one, on any day: then it would be above itself.
Result<bool> isFarBelow(Database& database, AccountId account, AccountId above) {
    HB_TRY(const auto all, parentsFrom(database, account, above));
    return std::ranges::any_of(all, [&](const auto& each) {
        return each.first != account &&
               std::ranges::any_of(each.second, [above](const auto& from) { return from.second == above; });
    });
}

std::optional<AccountId> parentOn(const Parents& parents, Day day) {
    const auto after = parents.upper_bound(day);
    return parents.empty()            ? std::nullopt
           : after == parents.begin() ? after->second
                                      : std::prev(after)->second;
}

/// What was said of accounts while they were one may put one of them above itself once they are apart.
Result<void> checkNotAboveItself(Database& database, AccountId account) {
    HB_TRY(const auto above, parentsFrom(database, account));
    std::set<Day> days;
    for (const auto& [each, parents] : above) {
        for (const auto& [from, parent] : parents) {
            days.insert(from);
        }
    }
    for (const Day day : days) {
        std::set<AccountId> met;
        std::optional<AccountId> at = account;
        while (at && met.insert(*at).second) {
            at = parentOn(above.at(*at), day);
        }
        if (at == account) {
            HB_TRY(const QString key, keyOf(database, account));
            return failure(
                {.code = ErrorCode::Conflict,
                 .what = "Could not take the accounts apart",
                 .found = key.toStdString() + " would be below itself on " + toIsoText(day),
                 .expected = "accounts none of which is below itself",
                 .hint = "Change who is above the account, or the file that said it of both as one"});
        }
    }
    return {};
}

tl::unexpected<Error> mergedAlready(const char* what, const QString& key, const QString& into) {
    return failure({.code = ErrorCode::Conflict,
                    .what = what,
                    .found = (key + u", which was merged into "_s + into).toStdString(),
                    .expected = "an account that stands for itself"});
}

Result<void> checkStandsForItself(Database& database, const char* what, AccountId account) {
    HB_TRY(const auto into, store::mergedInto(database, account));
    if (!into) {
        return {};
    }
    HB_TRY(const QString key, keyOf(database, account));
    HB_TRY(const QString other, keyOf(database, *into));
    return mergedAlready(what, key, other);
}

} // namespace

Result<void> checkEdit(Database& database, const RenameAccount& edit) {
    constexpr auto what = "Could not change the id";
    HB_CHECK(checkAccount(database, what, edit.account));
    const QString key = trimmedKey(edit.key);
    if (key.isEmpty()) {
        return invalid(what, edit.key, "an id");
    }
    if (ingest::beginsWithNoCharacter(key.toStdString())) {
        return invalid(what, edit.key, "a text that does not begin with U+FFFE, which is no character");
    }
    HB_CHECK(checkLength(what, key));
    HB_TRY(const auto taken, store::accountOfKey(database, key));
    HB_TRY(const QString own, keyOf(database, edit.account));
    if (taken && (*taken != edit.account || own == key)) {
        return failure({.code = ErrorCode::Conflict,
                        .what = what,
                        .found = key.toStdString() + ", which leads to an account already",
                        .expected = "an id that no account has or had"});
    }
    return {};
}

Result<void> checkEdit(Database& database, const MergeAccount& edit) {
    constexpr auto what = "Could not merge the accounts";
    HB_CHECK(checkAccount(database, what, edit.account));
    if (!edit.into) {
        return {};
    }
    HB_CHECK(checkAccount(database, what, *edit.into));
    HB_CHECK(checkStandsForItself(database, what, edit.account));
    HB_TRY(const AccountId shown, store::shownAccount(database, *edit.into));
    HB_TRY(const QString into, keyOf(database, *edit.into));
    if (edit.account == shown) {
        return invalid(what, into, "another account");
    }
    HB_TRY(const bool isFar, isFarBelow(database, shown, edit.account));
    if (isFar) {
        return invalid(what, into, "an account that is not below the merged one by way of a third");
    }
    return {};
}

Result<Done> perform(Database& database, const RenameAccount& edit, PersonId /*acting*/) {
    HB_CHECK(checkEdit(database, edit));
    const QString key = trimmedKey(edit.key);
    HB_TRY(const QString before, keyOf(database, edit.account));
    HB_TRY(const auto had, store::accountOfKey(database, key));
    HB_CHECK(store::removeFormerKey(database, key));
    HB_CHECK(store::setAccountKey(database, edit.account, key));
    if (edit.keepsFormer) {
        HB_CHECK(store::addFormerKey(database, edit.account, before));
    }
    return Done{.inverse =
                    RenameAccount{.account = edit.account, .key = before, .keepsFormer = had.has_value()},
                .kind = ChangeKind::Everything,
                .account = edit.account,
                .what = u"rename_account"_s,
                .before = {{u"id"_s, before}},
                .after = {{u"id"_s, key}}};
}

Result<Done> perform(Database& database, const MergeAccount& edit, PersonId /*acting*/) {
    HB_CHECK(checkEdit(database, edit));
    HB_TRY(const auto before, store::mergedInto(database, edit.account));
    if (!before && !edit.into) {
        return notFound("Could not take the accounts apart", "It was merged into none");
    }
    HB_CHECK(store::setMergedInto(database, edit.account, edit.into));
    if (!edit.into) {
        HB_CHECK(checkNotAboveItself(database, edit.account));
    }
    HB_TRY(const QString key, keyOf(database, edit.account));
    HB_TRY(const QString into, keyOf(database, before ? *before : *edit.into));
    const QJsonObject together{{u"merged"_s, key}, {u"into"_s, into}};
    return Done{.inverse = MergeAccount{.account = edit.account, .into = before},
                .kind = ChangeKind::Everything,
                .account = edit.account,
                .what = u"merge_account"_s,
                .before = before ? together : QJsonObject(),
                .after = before ? QJsonObject() : together};
}

} // namespace hb::book
