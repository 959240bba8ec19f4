// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/period.h"
#include "core/base/day.h"
#include "core/model/scheme.h"
#include "core/scoring/reasons.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace hb::session {

/// Accounts whose attribute has one of the values on the as-of day; "" is an absent one.
struct AttributeTest {
    QString key;
    QStringList values;

    friend bool operator==(const AttributeTest&, const AttributeTest&) = default;
};

/// Which accounts a page shows: a value, one removable pill a part.
struct Filter {
    bool mine = false;    ///< the scope *My accounts*
    bool churned = false; ///< those that left, too
    std::optional<scoring::Reason> reason = {};
    std::vector<Band> bands = {}; ///< any of them; empty: all
    std::vector<AttributeTest> attributes = {};
    QString text = {}; ///< found in name or key

    /// Nothing but the scope is set.
    [[nodiscard]] bool isPlain() const {
        return !churned && !reason && bands.empty() && attributes.empty() && text.isEmpty();
    }
    friend bool operator==(const Filter&, const Filter&) = default;
};

namespace page {
extern const QString welcome;
extern const QString book;
extern const QString import; ///< a new book, or more data, from CSV files
extern const QString account;
extern const QString staleScores; ///< through the levels that wait for a person, one by one
extern const QString ownScores;   ///< by hand beside what is measured
extern const QString search;      ///< over all that was written
extern const QString audit;       ///< what was changed, of an account or of all
extern const QString compare;     ///< portfolios beside one another
extern const QString myTeam;      ///< what a team owns and where it is red
extern const QString templates;
extern const QString settings;
} // namespace page

/// What the Compare page was asked, and its tab in front.
struct CompareState {
    QString tab = {};
    analytics::PeriodKind kind = analytics::PeriodKind::ThisQuarter;
    std::optional<analytics::Period> days = {}; ///< only of two days: the others follow the as-of day
    QStringList by = {};                        ///< one or two attributes
    bool byArr = false;                         ///< shares are of ARR, not of accounts
    std::optional<AttributeTest> among = {}; ///< only these accounts are compared, on the period's last day
    QStringList inside = {}; ///< what the tab in front was looked into: its own words, empty at its top

    friend bool operator==(const CompareState&, const CompareState&) = default;
};

/// Where a window is: what back, forward, a new window, remembered state and `./dev shots` hand round.
struct ViewState {
    QString page = page::book;
    QString account = {};         ///< key; of the pages of an account and of what was changed
    std::optional<Day> asOf = {}; ///< none: the day that stands
    std::optional<Filter> filter = {};
    std::optional<CompareState> compare = {};      ///< none: what the book was asked last
    std::optional<analytics::Period> changed = {}; ///< the days between which an account is looked at first
    QString words = {};                            ///< that the timeline of the account is searched for

    friend bool operator==(const ViewState&, const ViewState&) = default;
};

} // namespace hb::session
