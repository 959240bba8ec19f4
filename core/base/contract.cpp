// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/contract.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace hb {

namespace {

std::atomic<ContractHandler> installedHandler{nullptr};

} // namespace

void setContractHandler(ContractHandler handler) {
    installedHandler = handler;
}

void contractBroken(const char* condition, const std::source_location& where) {
    if (const ContractHandler handler = installedHandler) {
        handler(condition, where);
    }
    std::fprintf(stderr, "%s:%u: broken contract: %s\n", where.file_name(), where.line(), condition);
    std::abort();
}

} // namespace hb
