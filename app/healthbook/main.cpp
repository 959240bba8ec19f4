// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/healthbook/options.h"
#include "ui/jobs/job_runner.h"
#include "ui/prompts/prompts.h"
#include "ui/session/book_session.h"
#include "ui/session/days.h"
#include "ui/settings/settings.h"
#include "ui/shell/main_window.h"
#include "ui/shell/open_demo.h"
#include "ui/shell/shots.h"
#include "ui/theme/theme.h"
#include "ui/widgets/focus_ring.h"

#include <QApplication>
#include <QDate>
#include <QEventLoop>
#include <QFileInfo>
#include <QTextStream>
#include <QTimer>

#include <chrono>
#include <memory>

namespace {

using namespace hb;

void openBook(const app::Options& options, const shell::Context& context, QObject* owner) {
    const QString last = context.settings.get(settings::lastBook);
    if (options.asOf) {
        QObject::connect(&context.session,
                         &session::BookSession::opened,
                         owner,
                         [&session = context.session, day = *options.asOf] { session.setAsOf(day); });
    }
    if (options.demo) {
        shell::openDemo(context, owner);
    } else if (!options.book.isEmpty()) {
        context.session.open(QFileInfo(options.book).absoluteFilePath());
    } else if (options.tables.isEmpty() && !options.noBook && !options.isBatch() && QFileInfo::exists(last)) {
        context.session.open(last);
    }
}

/// Prints and renders instead of waiting for a person.
int runBatch(const app::Options& options, const shell::Context& context, shell::MainWindow& window) {
    QTextStream out(stdout);
    if (options.demo || !options.book.isEmpty()) {
        QEventLoop waiting;
        int status = 0;
        QObject::connect(&context.session, &session::BookSession::opened, &waiting, &QEventLoop::quit);
        QObject::connect(&context.session, &session::BookSession::failed, &waiting, [&](const Error& error) {
            QTextStream(stderr) << QString::fromStdString(error.what + ": " + error.found) << Qt::endl;
            status = 1;
            waiting.quit();
        });
        openBook(options, context, &window);
        waiting.exec();
        if (status != 0) {
            return status;
        }
    }
    if (options.brief && context.session.isOpen()) {
        out << shell::brief(context.session) << Qt::endl;
    }
    if (options.dragDays > 0 && context.session.isOpen()) {
        const shell::DragTimes times = shell::dragThroughDays(context, window, options.dragDays);
        out << QStringLiteral("a day of dragging: mean %1 ms, worst %2 ms")
                   .arg(times.meanMs, 0, 'f', 1)
                   .arg(times.worstMs, 0, 'f', 1)
            << Qt::endl;
    }
    if (!options.shots.isEmpty()) {
        for (const QString& path : shell::takeShots(context, window, options.shots, options.tables)) {
            out << path << Qt::endl;
        }
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const bool hasDisplay =
        qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (app::needsNoDisplay(argc, argv) && !hasDisplay && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Healthbook"));
    QApplication::setApplicationVersion(QStringLiteral(HB_VERSION));
    const std::optional<app::Options> options = app::readOptions(application);
    if (!options) {
        return 2;
    }
    // Pictures show a fresh program, whatever this computer remembers.
    settings::Settings settings(options->isBatch() ? std::make_unique<settings::MemoryStore>()
                                                   : settings::makeIniStore(settings::defaultIniPath()));
    theme::Theme theme(application);
    theme.setChoice(static_cast<theme::ThemeChoice>(settings.get(settings::themeChoice)));
    theme.setZoom(settings.get(settings::textZoom));
    const widgets::FocusRing ring(theme);
    const auto prompts =
        options->isBatch() ? std::make_unique<prompts::ScriptedPrompts>() : prompts::makeDialogPrompts();
    jobs::JobRunner jobs;
    session::BookSession session(jobs, settings, session::toDay(QDate::currentDate()));
    const shell::Context context{
        .session = session, .jobs = jobs, .settings = settings, .prompts = *prompts, .theme = theme};
    shell::MainWindow window(context);
    if (options->isBatch()) {
        return runBatch(*options, context, window);
    }
    QTimer midnight;
    QObject::connect(&midnight, &QTimer::timeout, &session, [&session] {
        session.setToday(session::toDay(QDate::currentDate()));
    });
    midnight.start(std::chrono::minutes(1));
    window.show();
    openBook(*options, context, &window);
    if (!options->tables.isEmpty()) {
        window.importFiles(options->tables);
    }
    return QApplication::exec();
}
