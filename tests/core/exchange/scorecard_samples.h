// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace hb::test {

/// A scorecard that uses every part of the format once.
inline QByteArray wholeScorecard() {
    return R"({"format": "healthbook-scorecard/1",
 "goals": [{"key": "nrr", "name": "Net revenue retention", "parent": null},
           {"key": "adopt", "name": "Adoption", "parent": "nrr"}],
 "metrics": [
  {"key": "logins", "name": "Weekly logins", "unit": "logins", "valid_days": 30, "goal": "adopt", "help": "Who signed in."},
  {"key": "login_change", "name": "Login change", "series": "logins", "aggregation": "change_pct", "window_days": 28},
  {"key": "tickets", "name": "Escalations", "better": "lower", "aggregation": "sum", "window_days": 90, "empty_is_zero": true},
  {"key": "exec", "name": "Executive relationship", "kind": "level", "valid_days": 90,
   "levels": [{"level": 1, "label": "None", "score": 0, "help": "Nobody."}, {"level": 2, "label": "Sponsor", "score": 100}]}],
 "templates": [
  {"key": "enterprise", "name": "Enterprise", "applies_to": {"segment": ["", "Enterprise"]}, "rollup": "min",
   "scheme": {"kind": "letters", "ranges": [{"from": 0, "label": "F", "colour": "red"}, {"from": 70.5, "label": "C", "colour": "yellow"},
              {"from": 90, "label": "A", "colour": "green", "help": "Fine."}]},
   "min_coverage": 0.25, "trend": {"days": 14, "threshold": 2.5}, "effective_from": "2026-01-01",
   "charter": {"purpose": "To know", "owner": "CS", "review_months": 6, "readiness": "r", "effort": "e", "notes": "n"},
   "groups": [{"key": "usage", "name": "Product usage", "weight": 60, "rollup": "min",
     "metrics": [{"metric": "logins", "weight": 70, "curve": [[0,0],[5,50],[20.125,75]], "when_stale": "keep", "when_missing": {"score": 40}},
                 {"metric": "exec", "weight": 30, "levels": {"1": 10}, "when_stale": {"decay_to": 50}}]},
    {"key": "care", "name": "Care", "weight": 40, "metrics": [{"metric": "tickets", "weight": 0, "curve": [[-1,100],[9,0]]}]}],
   "exceptions": [
    {"name": "Storm", "when": [{"metric": "tickets", "score_at_most": 20}, {"group": "usage", "absent": true}], "cap_at": 55},
    {"name": "Loved", "when": [{"metric": "*", "score_at_least": 80}, {"overall": true, "score_at_least": 70},
                               {"attribute": "champion", "in": ["", "loyal"]}], "raise_to": 80}]},
  {"key": "default", "name": "Everyone else", "default": true,
   "groups": [{"key": "change", "name": "Change", "weight": 1, "metrics": [{"metric": "login_change", "weight": 1, "curve": [[-50,0],[0,100]]}]}]}]})";
}

} // namespace hb::test
