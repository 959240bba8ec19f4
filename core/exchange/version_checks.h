// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/fault_list.h"
#include "core/model/scorecard.h"

namespace hb::exchange {

/// All of a version but its number and its day. The rules that it froze are checked where they are not the
/// current ones.
void checkVersion(const TemplateVersion& version,
                  const std::vector<Metric>& metrics,
                  const JsonPath& path,
                  FaultList& faults);
/// That a rule names a series which a metric with `key` can read. `find` gives the rule of a key, or null.
template <typename Find>
void checkSeries(const std::string& key,
                 const MetricRule& rule,
                 const Find& find,
                 const JsonPath& path,
                 FaultList& faults);

template <typename Find>
void checkSeries(const std::string& key,
                 const MetricRule& rule,
                 const Find& find,
                 const JsonPath& path,
                 FaultList& faults) {
    if (rule.series.empty()) {
        return;
    }
    const JsonPath place = path / "series";
    const MetricRule* series = find(rule.series);
    if (rule.kind == MetricKind::Level) {
        faults.wrong(place, "is for number metrics alone");
    } else if (rule.series == key) {
        faults.wrong(place, "must be another metric");
    } else if (!series) {
        faults.wrong(place, "there is no metric \"" + rule.series + '"');
    } else if (series->kind == MetricKind::Level) {
        faults.wrong(place, "must be a number metric");
    } else if (!series->series.empty()) {
        faults.wrong(place, "must be a metric without series");
    }
}

} // namespace hb::exchange
