// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/contract.h"
#include "core/exchange/scorecard_json.h"

#include <cstddef>
#include <cstdint>

namespace hb::test {

/// Reads any bytes as a scorecard file: refused with a reason, or what is written of it reads back the same.
/// True if it was read.
inline bool fuzzScorecard(const std::uint8_t* data, std::size_t size) {
    const QByteArray json(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto scorecard = exchange::parseScorecard(json, QStringLiteral("fuzz"), {});
    if (!scorecard) {
        HB_ENSURES(!scorecard.error().found.empty() && !scorecard.error().place.empty());
        return false;
    }
    HB_ENSURES(exchange::scorecardFaults(*scorecard).isEmpty());
    const QByteArray written = exchange::toJson(*scorecard, exchange::Versions::All);
    const auto again = exchange::parseScorecard(written, QStringLiteral("again"), {});
    HB_ENSURES(again.has_value() && exchange::toJson(*again, exchange::Versions::All) == written);
    return true;
}

} // namespace hb::test
