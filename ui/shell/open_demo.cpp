// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/open_demo.h"

#include "core/book/upkeep.h"
#include "ui/jobs/job_runner.h"
#include "ui/session/book_session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace hb::shell {

namespace {

QDir demoFolder() {
    return {QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)};
}

} // namespace

QString demoPath(Day today) {
    const QDir folder = demoFolder();
    const QString month = QString::fromStdString(toIsoText(today)).left(7);
    return folder.filePath(QStringLiteral("Demo company %1.healthbook").arg(month));
}

bool isDemo(const QString& path) {
    const QFileInfo file(path);
    return file.absoluteDir() == demoFolder() && file.fileName().startsWith(u"Demo company ");
}

void openDemo(const Context& context, QObject* owner) {
    session::BookSession& session = context.session;
    const QString path = demoPath(session.today());
    if (QFileInfo::exists(path)) {
        session.open(path);
        return;
    }
    context.jobs.run<int>(
        QCoreApplication::translate("Demo", "Making the demo company"),
        [path, today = session.today()](const Job& job) -> Result<int> {
            const QString folder = QFileInfo(path).absolutePath();
            QDir().mkpath(folder);
            // Made aside and moved when it is whole: neither a crash nor a second click finds half of one.
            const QTemporaryDir aside(folder + QStringLiteral("/demo-XXXXXX"));
            const QString made = aside.filePath(QStringLiteral("demo.healthbook"));
            HB_CHECK(book::createDemoBook(made, today, job));
            if (!QFile::rename(made, path) && !QFileInfo::exists(path)) {
                return failure({.code = ErrorCode::Io,
                                .what = "Could not keep the demo company",
                                .found = path.toStdString(),
                                .hint = "Free some space, then try again"});
            }
            return 0;
        },
        owner,
        [&session, path](const Result<int>& made) {
            if (made) {
                session.open(path);
            } else if (made.error().code != ErrorCode::Cancelled) {
                Q_EMIT session.failed(made.error());
            }
        });
}

} // namespace hb::shell
