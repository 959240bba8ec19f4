// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/named.h"

#include "core/wording/words.h"

#include <algorithm>

namespace hb::wording {

using scoring::AccountDetail;
using scoring::Scorer;

namespace {

const TemplateVersion& modelVersion(const Scorer& scorer, const AccountDetail& detail) {
    return scorer.snapshot().scorecard->templates[detail.templateIndex].versions[detail.versionIndex];
}

} // namespace

const scoring::CompiledVersion& versionOf(const Scorer& scorer, const AccountDetail& detail) {
    return scorer.version(detail.templateIndex, detail.versionIndex);
}

const Metric& metricOf(const Scorer& scorer, const AccountDetail& detail, std::size_t metric) {
    return scorer.snapshot().scorecard->metrics[versionOf(scorer, detail).metrics[metric].metric];
}

QString templateName(const Scorer& scorer, const AccountDetail& detail) {
    return fromUtf8(scorer.snapshot().scorecard->templates[detail.templateIndex].name);
}

const ScoreException* exceptionOf(const Scorer& scorer, const AccountDetail& detail) {
    return detail.exception < 0
               ? nullptr
               : &modelVersion(scorer, detail).exceptions[static_cast<std::size_t>(detail.exception)];
}

const Override* overrideOf(const Scorer& scorer, AccountIndex account, OverrideId id) {
    const auto all = scorer.snapshot().overridesOf(account);
    const auto found = std::ranges::find(all, id, &Override::id);
    return found == all.end() ? nullptr : &*found;
}

const Override* groupOverrideOf(const Scorer& scorer, const AccountDetail& detail, std::size_t group) {
    scoring::LiveOverrides live;
    findLiveOverrides({scorer.snapshot(), versionOf(scorer, detail), detail.account, detail.day}, live);
    return live.ofGroup(group);
}

std::optional<std::size_t> positionOf(const Scorer& scorer, const AccountDetail& detail, MetricIndex metric) {
    const auto& metrics = versionOf(scorer, detail).metrics;
    const auto found = std::ranges::find(metrics, metric, &scoring::CompiledMetric::metric);
    return found == metrics.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - metrics.begin()));
}

QString quoted(const QString& text) {
    return Words::tr("\"%1\"").arg(text);
}

} // namespace hb::wording
