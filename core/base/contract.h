// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <source_location>

namespace hb {

/// Called when one of our own promises is broken; must not return. The default writes the place to standard
/// error and aborts; tests install one that fails the test.
using ContractHandler = void (*)(const char* condition, const std::source_location& where);
void setContractHandler(ContractHandler handler);
[[noreturn]] void contractBroken(const char* condition,
                                 const std::source_location& where = std::source_location::current());

} // namespace hb

#define HB_EXPECTS(condition) ((condition) ? static_cast<void>(0) : ::hb::contractBroken(#condition))
#define HB_ENSURES(condition) ((condition) ? static_cast<void>(0) : ::hb::contractBroken(#condition))
