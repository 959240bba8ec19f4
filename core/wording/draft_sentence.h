// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/draft.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace hb::wording {

/// What a version has other than one before it, a line a difference, in the order in which a scorecard is
/// read: "Weight of Logins 70, was 60". A rule that a version does not hold is that of `metrics`.
[[nodiscard]] QStringList versionDifferences(const TemplateVersion& before,
                                             const TemplateVersion& after,
                                             const std::vector<Metric>& metrics);

/// A line of book::draftFaults() with the names of what it is about: "/groups/1/metrics/0/curve: must have at
/// least 2 points" is "Curve of Logins: must have at least 2 points". `metrics` are those of the book.
[[nodiscard]] QString
faultSentence(const Draft& draft, const std::vector<Metric>& metrics, const QString& fault);

} // namespace hb::wording
