// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/scoring/explain_change.h"
#include "core/scoring/explain_score.h"
#include "core/scoring/reasons.h"

#include <QString>
#include <QStringList>

// Typed results to translated text: one place for window, report and command line (look.md, Words).

namespace hb::wording {

/// Digits truncated as scoring.md 7 says: 74.96 with 0 decimals is "74"; minus is U+2212.
[[nodiscard]] QString scoreText(double score, int decimals);
/// The decimals that the bounds of a scheme have (usually none).
[[nodiscard]] int schemeDecimals(const std::vector<Range>& ranges);
/// Rounded to 0.1: "32.0".
[[nodiscard]] QString pointsText(double points);
/// With its sign: "+1.8", "−9.2".
[[nodiscard]] QString signedPointsText(double points);
/// $120k, $1.2M; the currency's sign where it has a well-known one, else its code.
[[nodiscard]] QString shortMoney(std::int64_t cents, QStringView currency);
[[nodiscard]] QString fullMoney(std::int64_t cents, QStringView currency);
/// "3 May", with the year where it is not that of `today`: "3 May 2025".
[[nodiscard]] QString dayText(Day day, Day today);
[[nodiscard]] QString longDayText(Day day); ///< "Mon 30 Mar 2026"
[[nodiscard]] QString bandName(Band band);  ///< "red", "no data"

/// 1: "Open tickets cost 32.0 points." or "Nothing costs points."
[[nodiscard]] QString driverSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail);
/// The same in a few words for a tile: "Open tickets cost 32".
[[nodiscard]] QString driverShort(const scoring::Scorer& scorer, const scoring::AccountDetail& detail);
/// The name of a cost line: the metric's, or "Exception: Champion left", "Group overrides", "Override".
[[nodiscard]] QString costLineName(const scoring::Scorer& scorer, const scoring::AccountDetail& detail,
                                   const scoring::CostLine& line);
/// 2: "Down 11.4 since 1 Mar: Open tickets −9.2, Logins −4.0, 2 others +1.8."
[[nodiscard]] QString changeSentence(const scoring::Scorer& scorer, const scoring::ChangeExplanation& change, Day today);
/// A line of a change, in words: 3 for absences, "Open tickets went from 4 to 10: −9.2." for values.
[[nodiscard]] QString changeLineSentence(const scoring::Scorer& scorer, const scoring::ChangeExplanation& change,
                                         const scoring::ChangeLine& line, Day today);
/// 4: "Not enough data: 35% of this score is fresh, 50% is needed. Missing: NPS, Logins (Product analytics)."
[[nodiscard]] QString coverageSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail);
/// 5, 6: overridden and capped or raised; empty where neither.
[[nodiscard]] QString overrideSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail, Day today);
[[nodiscard]] QString exceptionSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail);
/// 7: of a metric that is stale; empty otherwise.
[[nodiscard]] QString staleSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail,
                                    std::size_t metric);
/// 11: the words of a reason for one account on `day`: "Turned red on Thu", "Renews in 34 d, not green".
[[nodiscard]] QString reasonText(const scoring::Scorer& scorer, AccountIndex account, Day day, scoring::Reason reason);
/// The reason without an account: "newly red", for chips and filters.
[[nodiscard]] QString reasonName(scoring::Reason reason);
/// "What helps: agree an escalation date (Support)."; empty where the costliest metric has no action.
[[nodiscard]] QString helpSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail);

/// 10: what failed, what was found and expected, what to do.
[[nodiscard]] QString errorSentence(const Error& error);

/// The headline of the Book page and of `./dev run` without a display: who needs you on that day.
struct BookHeadline {
    std::size_t accounts = 0;
    std::size_t needYou = 0;
    std::size_t newlyRed = 0;
    std::size_t onTrack = 0;
    QString atRisk;      ///< "$410k", empty without ARR
    QString nextRenewal; ///< "Contoso in 12 days", empty without one
};
[[nodiscard]] QString headlineSentence(const BookHeadline& headline);

} // namespace hb::wording
