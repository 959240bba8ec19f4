// SPDX-License-Identifier: GPL-3.0-or-later
// The libFuzzer program (HB_FUZZ=ON, Clang). tests/core/ingest/csv_fuzz_test.cpp runs the same function on
// fixed seeds.
#include "tests/fuzz/csv_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    hb::test::fuzzCsv(data, size);
    return 0;
}
