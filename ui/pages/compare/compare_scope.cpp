// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_scope.h"

#include "core/scoring/compiled_version.h"
#include "core/wording/days.h"
#include "core/wording/words.h"
#include "ui/models/book_layout.h"
#include "ui/settings/settings.h"
#include "ui/theme/texts.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace hb::pages {

namespace {

scoring::AttributeTest compiled(const Snapshot& snapshot, const session::AttributeTest& test) {
    std::vector<std::string> values;
    for (const QString& value : test.values) {
        values.push_back(value.toStdString());
    }
    return scoring::compileTest(snapshot, test.key.toStdString(), std::move(values));
}

QString titleOf(const session::AttributeTest& scope) {
    return models::attributeTitle(scope.key).toLower();
}

QString valuesOf(const session::AttributeTest& scope) {
    QStringList values = scope.values;
    std::ranges::replace(values, QString(), Texts::tr("none"));
    return values.join(Texts::tr(" or "));
}

int livingCount(const Snapshot& snapshot, Day day) {
    int count = 0;
    for (AccountIndex account = 0; account < snapshot.accountCount(); ++account) {
        count += snapshot.isChurned(account, day) ? 0 : 1;
    }
    return count;
}

} // namespace

std::vector<AccountIndex>
accountsAmong(const Snapshot& snapshot, const session::AttributeTest& test, Day day) {
    const scoring::AttributeTest accepts = compiled(snapshot, test);
    std::vector<AccountIndex> accounts;
    for (AccountIndex account = 0; account < snapshot.accountCount(); ++account) {
        if (accepts.holds(snapshot, account, day)) {
            accounts.push_back(account);
        }
    }
    return accounts;
}

bool anyAmong(const Snapshot& snapshot, const session::AttributeTest& test, Day day) {
    const scoring::AttributeTest accepts = compiled(snapshot, test);
    for (AccountIndex account = 0; account < snapshot.accountCount(); ++account) {
        if (accepts.holds(snapshot, account, day)) {
            return true;
        }
    }
    return false;
}

std::optional<session::AttributeTest> ownAccounts(const session::BookSession& session) {
    if (!session.hasOwnAccounts()) {
        return {};
    }
    return session::AttributeTest{.key = wording::fromUtf8(session.scopeAttribute()),
                                  .values = {session.person()}};
}

std::optional<session::AttributeTest> firstScope(const session::BookSession& session) {
    return session.role() == settings::Role::Manager ? ownAccounts(session) : std::nullopt;
}

QString scopeTitle(const session::BookSession& session, const std::optional<session::AttributeTest>& scope) {
    if (!scope) {
        return Texts::tr("All accounts");
    }
    if (scope == ownAccounts(session)) {
        return session.scopeAttribute() == attribute::manager ? Texts::tr("My team's accounts")
                                                              : Texts::tr("My accounts");
    }
    QStringList titles;
    for (const QString& value : scope->values) {
        titles.append(models::groupTitle(scope->key, value));
    }
    return titles.join(Texts::tr(" or "));
}

QString scopeWords(const session::AttributeTest& scope) {
    return Texts::tr("%1 is %2").arg(titleOf(scope), valuesOf(scope));
}

QString
scopeNote(const Snapshot& snapshot, const session::AttributeTest& scope, Day day, std::size_t compared) {
    const int all = livingCount(snapshot, day);
    const QString words = scopeWords(scope), some = QLocale().toString(static_cast<int>(compared));
    return all == 1 ? Texts::tr("The one account of the book is compared: %1.").arg(words)
                    : Texts::tr("%1 of %Ln accounts are compared: %2.", nullptr, all).arg(some, words);
}

QString nobodyNote(const session::AttributeTest& scope, Day day, Day today) {
    return Texts::tr("No account has the %1 %2 on %3: all are compared.")
        .arg(titleOf(scope), valuesOf(scope), wording::dayText(day, today));
}

std::vector<ScopeValue> scopeValues(const Snapshot& snapshot, const QString& key, Day day) {
    const AttributeColumn* column = snapshot.findAttribute(key.toStdString());
    std::vector<int> counts(snapshot.texts->size(), 0);
    for (AccountIndex account = 0; account < snapshot.accountCount(); ++account) {
        if (!snapshot.isChurned(account, day)) {
            ++counts[column ? column->on(account, day) : 0];
        }
    }
    std::vector<ScopeValue> values;
    for (std::size_t text = 0; text < counts.size(); ++text) {
        if (counts[text] > 0) {
            values.push_back(
                {.value = QString::fromStdString((*snapshot.texts)[text]), .accounts = counts[text]});
        }
    }
    std::ranges::sort(values, [](const ScopeValue& a, const ScopeValue& b) {
        return std::tie(b.accounts, a.value) < std::tie(a.accounts, b.value);
    });
    return values;
}

} // namespace hb::pages
