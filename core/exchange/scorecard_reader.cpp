// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/scorecard_reader.h"

#include "core/exchange/metric_reader.h"
#include "core/exchange/object_reader.h"
#include "core/exchange/scorecard_words.h"
#include "core/exchange/version_reader.h"

namespace hb::exchange {
namespace {

using Kind = JsonValue::Kind;

Goal readGoal(const JsonValue& json, const JsonPath& path, FaultList& faults) {
    Goal goal;
    ObjectReader reader(json, path, faults);
    reader.text("key", goal.key, Need::Required);
    reader.text("name", goal.name, Need::Required);
    reader.textOrNull("parent", goal.parent);
    reader.finish();
    return goal;
}

Charter readCharter(const JsonValue& json, const JsonPath& path, FaultList& faults) {
    Charter charter;
    ObjectReader reader(json, path, faults);
    reader.text("purpose", charter.purpose, Need::Optional);
    reader.text("owner", charter.owner, Need::Optional);
    reader.integer("review_months", charter.reviewMonths, Need::Optional);
    reader.text("readiness", charter.readiness, Need::Optional);
    reader.text("effort", charter.effort, Need::Optional);
    reader.text("notes", charter.notes, Need::Optional);
    reader.finish();
    return charter;
}

void readVersions(ObjectReader& reader,
                  Template& into,
                  const TemplateVersion& newest,
                  bool newestGiven,
                  const std::vector<Metric>& metrics) {
    const JsonValue* array = reader.member("versions", Kind::Array, Need::Optional);
    if (!array) {
        into.versions = {newest};
        return;
    }
    const JsonPath path = reader.path() / "versions";
    for (std::size_t i = 0; i < array->items.size(); ++i) {
        into.versions.push_back(readNumberedVersion(array->items[i], path / i, metrics, reader.faults()));
    }
    if (array->items.empty()) {
        reader.faults().misread(path, "must have at least 1 version");
    } else if (newestGiven && !reader.faults().hasUnder(reader.path())) {
        TemplateVersion last = into.versions.back();
        last.number = newest.number;
        last.reason = newest.reason;
        last.metrics = newest.metrics;
        if (!reader.has("effective_from")) {
            last.effectiveFrom = newest.effectiveFrom;
        }
        if (last != newest) {
            reader.faults().misread(path, "the last must say what the template says");
        }
    }
}

Template readTemplate(const JsonValue& json,
                      const JsonPath& path,
                      Day today,
                      const std::vector<Metric>& metrics,
                      FaultList& faults) {
    Template read;
    ObjectReader reader(json, path, faults);
    reader.text("key", read.key, Need::Required);
    reader.text("name", read.name, Need::Required);
    reader.truth("default", read.isDefault);
    if (const JsonValue* retired = reader.member("retired_on", Kind::String, Need::Optional)) {
        read.retiredOn = readDay(*retired, path / "retired_on", faults);
    }
    if (const JsonValue* charter = reader.member("charter", Need::Optional)) {
        read.charter = readCharter(*charter, path / "charter", faults);
    }
    // With `versions` the newest one may be left out at the template itself.
    const bool newestGiven = !reader.has("versions") || hasVersionKey(reader);
    TemplateVersion newest;
    newest.effectiveFrom = today;
    if (newestGiven) {
        readVersion(reader, newest);
        newest.metrics = frozenRules(newest, metrics);
    }
    readVersions(reader, read, newest, newestGiven, metrics);
    reader.finish();
    return read;
}

} // namespace

Scorecard readScorecardJson(const JsonValue& json, Day today, FaultList& faults) {
    Scorecard scorecard;
    const JsonPath root;
    ObjectReader reader(json, root, faults);
    std::string format;
    reader.text("format", format, Need::Required);
    if (format != scorecardFormat) {
        faults.misread(root / "format", "must be \"" + std::string(scorecardFormat) + "\"");
    }
    if (const JsonValue* goals = reader.member("goals", Kind::Array, Need::Optional)) {
        for (std::size_t i = 0; i < goals->items.size(); ++i) {
            scorecard.goals.push_back(readGoal(goals->items[i], root / "goals" / i, faults));
        }
    }
    if (const JsonValue* metrics = reader.member("metrics", Kind::Array, Need::Required)) {
        for (std::size_t i = 0; i < metrics->items.size(); ++i) {
            scorecard.metrics.push_back(readMetric(metrics->items[i], root / "metrics" / i, faults));
        }
    }
    if (const JsonValue* templates = reader.member("templates", Kind::Array, Need::Required)) {
        for (std::size_t i = 0; i < templates->items.size(); ++i) {
            scorecard.templates.push_back(
                readTemplate(templates->items[i], root / "templates" / i, today, scorecard.metrics, faults));
        }
    }
    reader.finish();
    return scorecard;
}

} // namespace hb::exchange
