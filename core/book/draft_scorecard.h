// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/book/merge_scorecard.h"
#include "core/model/snapshot.h"

#include <QByteArray>
#include <QStringList>

#include <string>
#include <vector>

// What a draft means for the book's scorecard. Publishing, what-if and the draft's own health check all ask
// scorecardWith(), so that what was shown is what is published.

namespace hb::book {

/// A draft that would publish `version` of `each` again: where one begins, and how an old version comes back.
[[nodiscard]] Draft
draftOf(const Template& each, const TemplateVersion& version, const std::vector<Metric>& metrics);

/// A draft of a template that the book does not have yet, like `from` under another key and name. It applies
/// to no account until somebody says to which.
[[nodiscard]] Draft duplicateOf(const Draft& from, std::string key, std::string name);

/// A key that no template and no draft has, made from a name: "Digital touch" gives digital_touch.
[[nodiscard]] std::string freeTemplateKey(const Snapshot& snapshot, const std::string& name);

/// The book's metrics with the rules that the draft changes.
[[nodiscard]] std::vector<Metric> metricsWith(const std::vector<Metric>& metrics, const Draft& draft);

/// What keeps the draft from being published, a line each, with the place in it as a scorecard file would
/// name it ("/groups/1/weight: must be >= 0"); empty for a sound one.
[[nodiscard]] QStringList draftFaults(const Scorecard& book, const Draft& draft);

/// The scorecard as publishing the draft would leave it: a version more where it scores differently (of other
/// templates too, where it changes the rule of a metric that they use), names and charter in place. A
/// template of its own stands before the default. InvalidInput with the faults in `found`, a line each.
[[nodiscard]] Result<MergedScorecard>
scorecardWith(const Scorecard& book, const Draft& draft, const MergeOptions& options);

/// One version as a scorecard file that a book can take in: the template with it alone, the metrics with its
/// rules, and the default where that is another template.
[[nodiscard]] QByteArray
versionJson(const Scorecard& book, const Template& each, const TemplateVersion& version);

} // namespace hb::book
