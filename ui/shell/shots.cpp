// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shots.h"

#include "ui/jobs/job_runner.h"
#include "ui/models/accounts_model.h"
#include "ui/pages/book/book_copy.h"
#include "ui/pages/compare/compare_tabs.h"
#include "ui/pages/templates/templates_page.h"
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <vector>

namespace hb::shell {

namespace {

constexpr int settleMs = 60;

/// Lets layouts, animations and background work come to rest.
void settle(const Context& context) {
    QEventLoop loop;
    QTimer timer;
    bool wasIdle = false; // what the last answer changed is laid out only after it
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (wasIdle && context.jobs.isIdle()) {
            loop.quit();
        }
        wasIdle = context.jobs.isIdle();
    });
    timer.start(settleMs);
    loop.exec();
}

struct Shot {
    QString name;
    std::function<void()> prepare;
};

/// Keys of accounts worth a picture: the first that needs a person, and the first that is on track.
QStringList accountsToShow(const session::BookSession& session) {
    QStringList keys;
    for (const Band wanted : {Band::Red, Band::Green}) {
        for (const AccountIndex account : session.list()) {
            if (session.onDay().scores[account].shown.band == wanted) {
                keys.append(QString::fromStdString((*session.snapshot().accounts)[account].key));
                break;
            }
        }
    }
    return keys;
}

void selectFirstAccount(const MainWindow& window) {
    auto* wall = window.findChild<QAbstractItemView*>(QStringLiteral("wall"));
    for (int row = 0; wall && row < wall->model()->rowCount(); ++row) {
        const QModelIndex index = wall->model()->index(row, 0);
        if (index.flags().testFlag(Qt::ItemIsSelectable)) {
            wall->setCurrentIndex(index);
            return;
        }
    }
}

/// The import page, filled, is longer than a window: all of it.
void showFilledImport(MainWindow& window, const QStringList& tables) {
    window.importFiles(tables);
    constexpr int tall = 2000;
    window.resize(window.width(), tall);
}

/// The Templates page as it is read, then each tab of a draft in which a weight and a bound have moved.
void addTemplateShots(MainWindow& window, std::vector<Shot>& shots) {
    const auto page = [&window] {
        window.go({.page = session::page::templates});
        return dynamic_cast<pages::TemplatesPage*>(window.page(session::page::templates));
    };
    shots.push_back(
        {QStringLiteral("templates-version"), [page] { page()->showTab(QStringLiteral("scorecard")); }});
    for (const char* tab :
         {"scorecard", "exceptions", "scheme", "applies", "metrics", "history", "charter", "goals"}) {
        shots.push_back({QStringLiteral("templates-%1").arg(QLatin1StringView(tab)), [page, tab] {
                             page()->tryOut();
                             page()->escape(); // what an earlier picture opened
                             page()->showTab(QString::fromLatin1(tab));
                         }});
    }
    shots.push_back({QStringLiteral("templates-publish"), [page] {
                         page()->tryOut();
                         page()->showTab(QStringLiteral("scorecard"));
                         page()->beginPublish();
                     }});
}

/// Each tab of the Compare page over this quarter, and the Overview with a group that is open.
void addCompareShots(MainWindow& window, std::vector<Shot>& shots) {
    for (const pages::CompareTab& tab : pages::compareTabs()) {
        shots.push_back({QStringLiteral("compare-%1").arg(tab.name), [&window, name = tab.name] {
                             window.go({.page = session::page::compare,
                                        .compare = session::CompareState{
                                            .tab = name, .kind = analytics::PeriodKind::ThisQuarter}});
                         }});
    }
    shots.push_back({QStringLiteral("compare-open"), [&window] {
                         window.go({.page = session::page::compare, .compare = session::CompareState{}});
                         auto* groups = window.findChild<QAbstractItemView*>(QStringLiteral("compareGroups"));
                         if (groups && groups->model()->rowCount() > 0) {
                             groups->setCurrentIndex(groups->model()->index(0, 0));
                             QKeyEvent open(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier); // and stays so
                             QApplication::sendEvent(groups, &open);
                         }
                     }});
}

/// Without a book.
std::vector<Shot> beginnings(MainWindow& window, const QStringList& tables) {
    std::vector<Shot> shots;
    shots.push_back({QStringLiteral("welcome"), [&] { window.go({.page = session::page::welcome}); }});
    if (window.hasPage(session::page::import)) {
        shots.push_back({QStringLiteral("import"), [&] { window.go({.page = session::page::import}); }});
    }
    if (!tables.isEmpty()) {
        shots.push_back({QStringLiteral("import-filled"), [&] { window.importFiles(tables); }});
        shots.push_back({QStringLiteral("import-whole"), [&] { showFilledImport(window, tables); }});
    }
    return shots;
}

/// The wall in each size, the list, and an account beside them.
void addBookShots(MainWindow& window, std::vector<Shot>& shots) {
    const auto run = [&window](const char* id) {
        if (const auto* action = window.actions().find(QString::fromLatin1(id))) {
            window.actions().run(*action);
        }
    };
    shots.push_back({QStringLiteral("book"), [&window] {
                         window.go({.page = session::page::book});
                         while (window.currentPage()->escape()) {
                         }
                     }});
    shots.push_back({QStringLiteral("book-small"), [run] { run("book.small"); }});
    shots.push_back({QStringLiteral("book-large"), [run] { run("book.large"); }});
    shots.push_back({QStringLiteral("book-list"), [run] { run("book.list"); }});
    shots.push_back({QStringLiteral("book-peek"), [run, &window] {
                         run("book.medium");
                         selectFirstAccount(window);
                         run("book.peek");
                     }});
}

std::vector<Shot> shotsOf(const Context& context, MainWindow& window, const QStringList& tables) {
    if (!context.session.isOpen()) {
        return beginnings(window, tables);
    }
    std::vector<Shot> shots;
    addBookShots(window, shots);
    if (window.hasPage(session::page::account)) {
        for (const QString& key : accountsToShow(context.session)) {
            shots.push_back({QStringLiteral("account-") + key, [&window, key] {
                                 window.go({.page = session::page::account, .account = key});
                             }});
        }
    }
    if (window.hasPage(session::page::compare)) {
        addCompareShots(window, shots);
    }
    if (window.hasPage(session::page::templates)) {
        addTemplateShots(window, shots);
    }
    if (window.hasPage(session::page::search)) {
        shots.push_back({QStringLiteral("search"), [&window] {
                             window.go({.page = session::page::search, .words = QStringLiteral("call")});
                         }});
    }
    for (const QString& page : {session::page::myTeam,
                                session::page::ownScores,
                                session::page::audit,
                                session::page::staleScores,
                                session::page::settings}) {
        if (window.hasPage(page)) {
            shots.push_back(
                {QString(page).replace(u'_', u'-'), [&window, page] { window.go({.page = page}); }});
        }
    }
    return shots;
}

} // namespace

QStringList
takeShots(const Context& context, MainWindow& window, const QString& folder, const QStringList& tables) {
    QDir().mkpath(folder);
    QStringList paths;
    window.show();
    for (const theme::ThemeChoice choice : {theme::ThemeChoice::Light, theme::ThemeChoice::Dark}) {
        context.theme.setChoice(choice);
        const QString suffix =
            choice == theme::ThemeChoice::Light ? QStringLiteral("light") : QStringLiteral("dark");
        window.resize(1280, 800);
        settle(context);
        for (const Shot& shot : shotsOf(context, window, tables)) {
            shot.prepare();
            settle(context);
            const QString path = QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(shot.name, suffix));
            if (window.grab().save(path)) {
                paths.append(path);
            }
        }
    }
    return paths;
}

DragTimes dragThroughDays(const Context& context, MainWindow& window, int days) {
    window.go({.page = session::page::book});
    window.show();
    settle(context);
    DragTimes times;
    for (int day = 0; day < days; ++day) {
        QElapsedTimer timer;
        timer.start();
        context.session.setAsOf(context.session.asOf() - 1);
        QApplication::sendPostedEvents();
        window.repaint();
        const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        times.meanMs += ms / days;
        times.worstMs = std::max(times.worstMs, ms);
    }
    return times;
}

QString brief(session::BookSession& session) {
    const models::AccountsModel model(session);
    return pages::bookText(session, model);
}

} // namespace hb::shell
