// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/movement.h"
#include "core/analytics/robustness.h"
#include "core/scoring/explain_change.h"

#include <QString>
#include <QStringList>

namespace hb::wording {

/// "$540k" and "€20k", each currency apart; none where nothing has an ARR.
[[nodiscard]] QStringList tallyAmounts(const analytics::Tally& tally);
/// "$540k", or "$540k and €20k"; empty where nothing has an ARR.
[[nodiscard]] QString tallyMoney(const analytics::Tally& tally);
/// What a draft would change: "6 accounts change band, $540k."
[[nodiscard]] QString movementHeadline(const analytics::Movement& movement);
/// "82% of the score is fresh on average, 79% before."; empty where it stays as it is.
[[nodiscard]] QString coverageSentence(const analytics::Movement& movement);
/// "With all weights moved by up to 20%, 12 of 159 accounts are in another band in some of 200 trials. Least
/// sure: Contoso (48%), Fabrikam (31%)." Names are those of the day.
[[nodiscard]] QString
robustnessSentence(const Snapshot& snapshot, Day day, const analytics::Robustness& robustness, double jitter);
/// Why an account would move: "mostly Open tickets (−9.2)", "all of it Logins (+4.0)"; empty where there is
/// no score on both sides. `change` is explainDifference(), `after` the draft's scorer. What is named is what
/// bears most of where the score went.
[[nodiscard]] QString moverReason(const scoring::Scorer& after, const scoring::ChangeExplanation& change);
/// Why an account has moved between two days, in its first line: "Open tickets went from 4 to 10: −9.2.",
/// "The bound of green moved."; where a day has no score, which. `change` is explainChange().
[[nodiscard]] QString
moveSentence(const scoring::Scorer& scorer, const scoring::ChangeExplanation& change, Day today);

} // namespace hb::wording
