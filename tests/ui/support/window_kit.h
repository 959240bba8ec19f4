// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/small_book.h"
#include "ui/jobs/job_runner.h"
#include "ui/prompts/prompts.h"
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"
#include "ui/shell/page.h"
#include "ui/theme/theme.h"

namespace hb::test {

/// Everything a window or page is made of, with work run inline unless asked otherwise and answers given
/// beforehand.
struct WindowKit {
    explicit WindowKit(jobs::Running running = jobs::Running::Inline);
    ~WindowKit();
    /// Lets all answers in; with threads none comes before it.
    void settle() const;
    /// The menus of what stands on the widget copy and export tables, as they do on a window.
    void makeExporter(QWidget& window);

    jobs::JobRunner jobs;
    settings::Settings settings;
    prompts::ScriptedPrompts prompts;
    theme::Theme theme;
    session::BookSession session;
    shell::Context context;
};

} // namespace hb::test
