// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/small_book.h"
#include "ui/jobs/job_runner.h"
#include "ui/prompts/prompts.h"
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"
#include "ui/shell/page.h"
#include "ui/theme/theme.h"

#include <QApplication>

namespace hb::test {

/// Everything a window or page is made of, with work run inline unless asked otherwise and answers given
/// beforehand.
struct WindowKit {
    WindowKit() = default;
    explicit WindowKit(jobs::Running running) : jobs(running) {}
    /// Lets all answers in; with threads none comes before it.
    void settle() const {
        do {
            QCoreApplication::processEvents();
        } while (!jobs.isIdle());
    }

    jobs::JobRunner jobs{jobs::Running::Inline};
    settings::Settings settings{std::make_unique<settings::MemoryStore>()};
    prompts::ScriptedPrompts prompts;
    theme::Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
    session::BookSession session{jobs, settings, day(smallBookToday)};
    shell::Context context{
        .session = session, .jobs = jobs, .settings = settings, .prompts = prompts, .theme = theme};
};

} // namespace hb::test
