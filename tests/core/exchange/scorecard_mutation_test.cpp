// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/scorecard_json.h"
#include "tests/core/exchange/scorecard_samples.h"
#include "tests/fuzz/json_fuzz.h"
#include "tests/support/catch.h"

#include <random>

using namespace hb;

namespace {

/// One random change that keeps most of the text: a byte, a piece gone or doubled, or a token put elsewhere.
void mutate(QByteArray& json, std::mt19937& random) {
    static const std::vector<QByteArray> tokens{"null",
                                                "-1",
                                                "1e308",
                                                "0.0000001",
                                                "\"\"",
                                                "[]",
                                                "{}",
                                                "true",
                                                "\"default\": true,",
                                                "\\ud800",
                                                "\xff",
                                                "\xe2\x82\xac",
                                                "\"versions\": [],",
                                                "]",
                                                "}",
                                                ",",
                                                "99999999999"};
    const auto below = [&](qsizetype end) {
        return static_cast<qsizetype>(random() % static_cast<std::uint64_t>(end));
    };
    const qsizetype at = below(json.size());
    const qsizetype length = std::min<qsizetype>(below(40) + 1, json.size() - at);
    switch (below(5)) {
    case 0:
        json[at] = static_cast<char>(random() % 256);
        break;
    case 1:
        json.remove(at, length);
        break;
    case 2:
        json.insert(at, json.mid(below(json.size()), length));
        break;
    case 3:
        json.insert(at, tokens[random() % tokens.size()]);
        break;
    default:
        json.replace(at, std::min<qsizetype>(length, 4), tokens[random() % tokens.size()]);
        break;
    }
    if (json.isEmpty()) {
        json = "{";
    }
}

} // namespace

TEST_CASE("Scorecard files that were damaged never crash and never half succeed") {
    const auto seed = GENERATE(range(1U, 9U));
    CAPTURE(seed);
    std::mt19937 random(seed);
    const std::vector<QByteArray> originals{
        test::wholeScorecard(),
        exchange::toJson(*exchange::parseScorecard(test::wholeScorecard(), QStringLiteral("f"), {}),
                         exchange::Versions::All)};
    int taken = 0;
    constexpr int rounds = 250;
    for (int round = 0; round < rounds; ++round) {
        QByteArray json = originals[random() % originals.size()];
        for (std::uint64_t changes = 1 + random() % 3; changes > 0; --changes) {
            mutate(json, random);
        }
        taken += test::fuzzScorecard(reinterpret_cast<const std::uint8_t*>(json.constData()),
                                     static_cast<std::size_t>(json.size()));
    }
    CHECK((taken > 0 && taken < rounds)); // both ways are run
}
