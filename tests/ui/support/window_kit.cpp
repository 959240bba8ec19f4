// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/window_kit.h"

#include "ui/widgets/exporter.h"

#include <QApplication>

namespace hb::test {

WindowKit::WindowKit(jobs::Running running)
    : jobs(running), settings(std::make_unique<settings::MemoryStore>()),
      theme(*qobject_cast<QApplication*>(QCoreApplication::instance())),
      session(jobs, settings, day(smallBookToday)),
      context{.session = session, .jobs = jobs, .settings = settings, .prompts = prompts, .theme = theme} {}

WindowKit::~WindowKit() = default;

void WindowKit::settle() const {
    do {
        QCoreApplication::processEvents();
    } while (!jobs.isIdle());
}

void WindowKit::makeExporter(QWidget& window) {
    new widgets::Exporter(jobs, prompts, &window);
}

} // namespace hb::test
