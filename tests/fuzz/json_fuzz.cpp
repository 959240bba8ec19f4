// SPDX-License-Identifier: GPL-3.0-or-later
// The libFuzzer program (HB_FUZZ=ON, Clang). tests/core/exchange/scorecard_mutation_test.cpp runs the same on
// fixed seeds.
#include "tests/fuzz/json_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    hb::test::fuzzScorecard(data, size);
    return 0;
}
