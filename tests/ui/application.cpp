// SPDX-License-Identifier: GPL-3.0-or-later
// The application of the tests with windows: offscreen unless told otherwise.
#include <QApplication>

#include <memory>

namespace hb::test {

extern std::unique_ptr<QCoreApplication, void (*)(QCoreApplication*)> (*makeApplication)(int&, char**);

namespace {

const bool installed = [] {
    makeApplication = [](int& argc,
                         char** argv) -> std::unique_ptr<QCoreApplication, void (*)(QCoreApplication*)> {
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
        }
        return {new QApplication(argc, argv), [](QCoreApplication* application) { delete application; }};
    };
    return true;
}();

} // namespace

} // namespace hb::test
