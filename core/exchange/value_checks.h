// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/fault_list.h"
#include "core/model/metric.h"

#include <set>
#include <string>

namespace hb::exchange {

/// One number: finite, in the range, at most six decimals.
void checkScore(double score, const JsonPath& path, FaultList& faults);   ///< 0..100
void checkWeight(double weight, const JsonPath& path, FaultList& faults); ///< >= 0
void checkNumber(double number,
                 double least,
                 double most,
                 const std::string& range,
                 const JsonPath& path,
                 FaultList& faults);
void checkInteger(int number, int least, int most, const JsonPath& path, FaultList& faults);
/// A key, `[a-z0-9_.-]`, 1 to 64, that is not among `seen`; joins them.
void checkKey(const std::string& key, const JsonPath& path, std::set<std::string>& seen, FaultList& faults);
/// Window, validity, emptyIsZero and levels of a rule; not what its series refers to.
void checkRule(const MetricRule& rule, const JsonPath& path, FaultList& faults);

[[nodiscard]] std::string quoted(const std::string& text);

} // namespace hb::exchange
