// SPDX-License-Identifier: GPL-3.0-or-later
// The one main of all test programs. Programs with windows make their application in a listener of their own.
#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#include "core/base/contract.h"

#include <memory>
#include <stdexcept>
#include <string>

class QCoreApplication;

namespace hb::test {
/// Set by the test programs that need an application (tests/ui): makes it before the first test.
std::unique_ptr<QCoreApplication, void (*)(QCoreApplication*)> (*makeApplication)(int&, char**) = nullptr;
} // namespace hb::test

int main(int argc, char** argv) {
    hb::setContractHandler([](const char* condition, const std::source_location& where) {
        throw std::logic_error(std::string(where.file_name()) + ": broken contract: " + condition);
    });
    std::unique_ptr<QCoreApplication, void (*)(QCoreApplication*)> application(nullptr,
                                                                               [](QCoreApplication*) {});
    if (hb::test::makeApplication) {
        application = hb::test::makeApplication(argc, argv);
    }
    return Catch::Session().run(argc, argv);
}
