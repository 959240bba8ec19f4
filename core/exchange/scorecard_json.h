// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/model/scorecard.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace hb::exchange {

/// Reads and validates a scorecard file (healthbook-scorecard/1). Refused whole with any fault: the Error's
/// `found` holds them all, a line each ("/templates/0/groups/1/weight: must be >= 0"). A template without
/// effective_from takes `today`.
[[nodiscard]] Result<Scorecard> parseScorecard(const QByteArray& json, const QString& fileName, Day today);

/// The faults of a scorecard that is already in memory, by the same rules; empty for a sound one.
[[nodiscard]] QStringList scorecardFaults(const Scorecard& scorecard);

enum class Versions { Newest, All };
/// Canonical: fixed key order, defaults written, values to match sorted. Newest leaves out retired templates.
/// All keeps them, with the day as `retired_on`, and gives each template besides its newest version
/// `versions`: [{number, effective_from, reason, what a template says of scoring, metrics: [{key, and of each
/// metric that scores what scores}]}]. Precondition: sound.
[[nodiscard]] QByteArray toJson(const Scorecard& scorecard, Versions versions);

/// The scorecards that come with Healthbook: five metrics, and the extended one of twelve.
[[nodiscard]] Scorecard starterScorecard(Day effectiveFrom);
[[nodiscard]] Scorecard extendedScorecard(Day effectiveFrom);

} // namespace hb::exchange
