// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/value_checks.h"

#include "core/exchange/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hb::exchange {
namespace {

constexpr std::size_t mostDecimals = 6;

std::size_t decimalsOf(double number) {
    const NumberText text(number);
    const std::size_t point = text.view().find('.');
    return point == std::string_view::npos ? 0 : text.view().size() - point - 1;
}

bool isKey(const std::string& key) {
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
    };
    return !key.empty() && key.size() <= 64 && std::all_of(key.begin(), key.end(), isAllowed);
}

void checkLevels(const std::vector<Level>& levels, const JsonPath& path, FaultList& faults) {
    if (levels.size() < 2) {
        faults.wrong(path, "must have at least 2 levels");
    }
    std::set<int> seen;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const JsonPath place = path / i;
        if (levels[i].level < 0) {
            faults.wrong(place / "level", "must be >= 0");
        } else if (!seen.insert(levels[i].level).second) {
            faults.wrong(place / "level", "is there twice");
        }
        checkScore(levels[i].score, place / "score", faults);
    }
}

} // namespace

std::string quoted(const std::string& text) {
    return '"' + text + '"';
}

void checkNumber(double number,
                 double least,
                 double most,
                 const std::string& range,
                 const JsonPath& path,
                 FaultList& faults) {
    if (!std::isfinite(number) || number < least || number > most) {
        faults.wrong(path, range.empty() ? "must be finite" : "must be " + range);
    } else if (decimalsOf(number) > mostDecimals) {
        faults.wrong(path, "must have at most 6 decimals");
    }
}

void checkScore(double score, const JsonPath& path, FaultList& faults) {
    checkNumber(score, 0, 100, "0..100", path, faults);
}

void checkWeight(double weight, const JsonPath& path, FaultList& faults) {
    checkNumber(weight, 0, std::numeric_limits<double>::max(), ">= 0", path, faults);
}

void checkInteger(int number, int least, int most, const JsonPath& path, FaultList& faults) {
    if (number < least || number > most) {
        faults.wrong(path, "must be " + std::to_string(least) + ".." + std::to_string(most));
    }
}

void checkKey(const std::string& key, const JsonPath& path, std::set<std::string>& seen, FaultList& faults) {
    if (!isKey(key)) {
        faults.wrong(path, "must be a key: 1 to 64 of a-z 0-9 _ . -");
    } else if (!seen.insert(key).second) {
        faults.wrong(path, quoted(key) + " is there twice");
    }
}

void checkRule(const MetricRule& rule, const JsonPath& path, FaultList& faults) {
    const bool isLevel = rule.kind == MetricKind::Level;
    const bool hasWindow =
        rule.aggregation != Aggregation::Last && rule.aggregation != Aggregation::DaysSince;
    checkInteger(rule.validDays, 0, 3650, path / "valid_days", faults);
    if (isLevel && rule.aggregation != Aggregation::Last) {
        faults.wrong(path / "aggregation", "must be last for a level metric");
    } else if (hasWindow) {
        checkInteger(rule.windowDays, 1, 3650, path / "window_days", faults);
    } else if (rule.windowDays != 0) {
        faults.wrong(path / "window_days", "must be 0 for last and days_since");
    }
    if (rule.emptyIsZero && rule.aggregation != Aggregation::Sum && rule.aggregation != Aggregation::Count) {
        faults.wrong(path / "empty_is_zero", "is for sum and count alone");
    }
    if (isLevel) {
        checkLevels(rule.levels, path / "levels", faults);
    } else if (!rule.levels.empty()) {
        faults.wrong(path / "levels", "is for level metrics alone");
    }
}

} // namespace hb::exchange
