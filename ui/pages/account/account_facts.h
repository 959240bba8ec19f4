// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table.h"
#include "core/scoring/explain_change.h"
#include "ui/charts/waterfall_chart.h"
#include "ui/session/book_session.h"
#include "ui/widgets/cost_list.h"
#include "ui/widgets/tile_data.h"

#include <QStringList>

#include <optional>
#include <vector>

// What the account page shows of one account at one moment, in words and numbers. Only translates what the
// core says.

namespace hb::pages {

/// One account on the as-of day; holds the moment that its positions belong to.
struct AccountAt {
    std::shared_ptr<const session::Moment> moment;
    AccountIndex account = 0;
    Day today;
    scoring::AccountDetail detail;
    std::optional<SchemeKind> shownAs = {}; ///< what scores are called (BookSession::shownAs)
    QString whyNotWrite = {};               ///< why nothing of it can be changed; empty: it can

    [[nodiscard]] const scoring::Scorer& scorer() const { return *moment->scorer; }
    [[nodiscard]] AccountId id() const { return (*snapshot().accounts)[account].id; }
    [[nodiscard]] const Snapshot& snapshot() const { return *moment->snapshot; }
    [[nodiscard]] Day day() const { return moment->day; }
    [[nodiscard]] const scoring::AccountScore& score() const { return moment->book.scores[account]; }
    [[nodiscard]] const scoring::Trend& trend() const { return moment->book.trends[account]; }
    [[nodiscard]] const scoring::CompiledVersion& version() const {
        return scorer().version(detail.templateIndex, detail.versionIndex);
    }
    [[nodiscard]] bool isPast() const { return moment->day != today; }
    /// Of what is changed today alone: `past` says so on a past day.
    [[nodiscard]] QString whyNotToday(const QString& past) const {
        return !whyNotWrite.isEmpty() ? whyNotWrite : isPast() ? past : QString();
    }
};

[[nodiscard]] AccountAt
accountAt(const std::shared_ptr<const session::Moment>& moment, AccountIndex account, Day today);

[[nodiscard]] QString accountName(const AccountAt& at);
/// Why no score can be overridden; empty: it can be.
[[nodiscard]] QString whyNotOverride(const AccountAt& at);
/// "Ana Lopez · Enterprise · $120k · renews 3 May (34 d) · Enterprise v4", without what the data lacks.
[[nodiscard]] QString factsLine(const AccountAt& at);
/// One sentence that answers the page's question, and what stands beside it: missing data, overrides, caps.
[[nodiscard]] QStringList headline(const AccountAt& at);

struct ScoreFacts {
    QString score;  ///< one decimal at least; empty: no data
    QString letter; ///< where scores are shown as letters
    bool muted = false;
    Band band = Band::None;
    QString change; ///< "11.4 in 30 d"
    scoring::Direction direction = scoring::Direction::None;
    QString fresh;       ///< "82% fresh"
    QString computed;    ///< "Computed 45.0", where it differs
    QString nextBand;    ///< "5.0 to yellow"
    QString nearest;     ///< what alone would do it, the smallest step: "Logins at 17, now 12"
    QString flips;       ///< all that alone would change its band, up and down, a sentence each
    QStringList reasons; ///< why it needs a person
    QString whyNotOverride;
};
[[nodiscard]] ScoreFacts scoreFacts(const AccountAt& at);

/// A score in this account's scheme with at least one decimal.
[[nodiscard]] QString scoreText(const AccountAt& at, double score);

struct Costs {
    std::vector<widgets::CostRow> rows;
    std::vector<std::optional<std::size_t>> metrics; ///< as rows: of the version's metrics
    QString rest;                                    ///< "4 more cost 6.1"
    QString total;                                   ///< "Together 55.0: a score of 45.0"
};
/// How many rows: the five that cost most, and how much the rest does; or all.
enum class CostRows { First, All };
[[nodiscard]] Costs costs(const AccountAt& at, CostRows wanted);

struct Change {
    charts::WaterfallData waterfall;
    std::vector<std::optional<std::size_t>> metrics; ///< as the steps: of the version's metrics
};
/// The change from a day to another, its largest steps and the rest as one; without steps where a day lacks
/// data: the description says which.
[[nodiscard]] Change change(const AccountAt& at, Day since, Day until);

/// Every line of the explanation, unrounded and tab-separated: its points sum to 100 - score.
[[nodiscard]] exchange::Table costTable(const AccountAt& at);
[[nodiscard]] exchange::Table changeTable(const AccountAt& at, Day since, Day until);
/// The same in sentences.
[[nodiscard]] QString costText(const AccountAt& at);
[[nodiscard]] QString changeText(const AccountAt& at, Day since, Day until);
[[nodiscard]] QString accountText(const AccountAt& at);

} // namespace hb::pages
