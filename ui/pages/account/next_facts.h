// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

// What is planned for an account, in words; only translates what the core says.

namespace hb::pages {

struct AccountAt;

struct NextAction {
    ActionId id;
    book::ActionFacts facts;
    QString due;    ///< "in 3 d", "since 3 Mar"; empty: some day
    QString metric; ///< its name, may be empty
    bool isOverdue = false;
    QString closed; ///< "done 12 Mar": what became of it after the day that is looked at
};

/// What helps against the driver that costs most, while nobody has promised anything for it.
struct Proposal {
    book::ActionFacts facts;
    QString text; ///< "Agree an escalation date (Support)"
};

struct MetricChoice {
    QString key, name;
};

struct NextFacts {
    Day day; ///< that is looked at
    std::vector<NextAction> actions;
    std::optional<Proposal> proposal;
    std::vector<MetricChoice> metrics;   ///< of the account's version
    std::function<QStringList()> people; ///< who may own an action: owners, teams, those who did before
    QString renewal;                     ///< "Renews 3 May, in 34 d, $120k"; empty without a day
    std::optional<Day> renewalDay;
    QString outcome; ///< the last one by then: "Renewed 28 Mar"
    QString currency;
    bool isChurned = false;
    QString me;          ///< who does what is planned here, unless somebody else is named
    QString whyNotWrite; ///< empty: something can be planned and recorded
};
/// Overdue actions first, then by due day, those without one last.
[[nodiscard]] NextFacts nextFacts(const AccountAt& at);

/// A title as it fits into a menu or a toast.
[[nodiscard]] QString shortTitle(const QString& title);

} // namespace hb::pages
