// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_actions.h"

#include "ui/prompts/prompts.h"
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/help.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/shell/open_demo.h"
#include "ui/shell/read_only.h"
#include "ui/shell/saved_views.h"
#include "ui/shell/top_bar.h"
#include "ui/theme/texts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/exporter.h"

#include <QApplication>
#include <QCoreApplication>

#include <array>

namespace hb::shell {

namespace {

QKeySequence keys(const char* text) {
    return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
}

/// The page in front, as a file.
void addExports(Actions& all, const Context& context, MainWindow& window) {
    for (const widgets::FileKind kind : widgets::fileKinds) {
        all.push_back(
            {.id = QStringLiteral("file.") + widgets::exportName(kind),
             .text = widgets::exportText(kind),
             .menu = Menu::File,
             .run = [&window,
                     kind] { widgets::Exporter::of(window)->exportAs(window.currentPage()->copies(), kind); },
             .enabled =
                 [&window, &session = context.session, kind] {
                     return session.isOpen() && window.currentPage() &&
                            widgets::canExport(window.currentPage()->copies(), kind);
                 }});
    }
}

void addFile(Actions& all, const Context& context, MainWindow& window) {
    session::BookSession& session = context.session;
    if (window.hasPage(session::page::import)) {
        all.push_back({.id = QStringLiteral("file.import"),
                       .text = Texts::tr("New book from CSV files"),
                       .shortcut = keys("Ctrl+Shift+I"),
                       .menu = Menu::File,
                       .run = [&window] { window.go({.page = session::page::import}); }});
    }
    all.push_back(
        {.id = QStringLiteral("file.open"),
         .text = Texts::tr("Open a book"),
         .shortcut = keys("Ctrl+O"),
         .menu = Menu::File,
         .run = [&window, context] {
             const QStringList files = context.prompts.openFiles(
                 &window, Texts::tr("Open a book"), Texts::tr("Healthbook books (*.healthbook)"), false);
             if (!files.isEmpty()) {
                 context.session.open(files.front());
             }
         }});
    all.push_back({.id = QStringLiteral("file.demo"),
                   .text = Texts::tr("Look at the demo company"),
                   .menu = Menu::File,
                   .run = [&window, context] { openDemo(context, &window); }});
    all.push_back(
        {.id = QStringLiteral("file.share"),
         .text = Texts::tr("Share a read-only copy..."),
         .menu = Menu::File,
         .run = [&window, context] { shareCopy(context, window); },
         .enabled =
             [&session] { return session.isOpen() && !session.path().isEmpty() && !session.sharedCopy(); },
         .whyNot =
             [&session] {
                 return session.sharedCopy() ? Texts::tr("This is such a copy: send on the file as it is")
                                             : QString();
             }});
    addExports(all, context, window);
    all.push_back({.id = QStringLiteral("file.close"),
                   .text = Texts::tr("Close the book"),
                   .menu = Menu::File,
                   .run = [&session] { session.close(); },
                   .enabled = [&session] { return session.isOpen(); }});
    all.push_back({.id = QStringLiteral("file.window"),
                   .text = Texts::tr("New window"),
                   .menu = Menu::File,
                   .run = [&window] { window.openWindow(window.where()); },
                   .enabled = [&session] { return session.isOpen(); }});
    all.push_back({.id = QStringLiteral("file.closeWindow"),
                   .text = Texts::tr("Close the window"),
                   .shortcut = keys("Ctrl+W"),
                   .menu = Menu::File,
                   .run = [&window] { window.close(); }});
    all.push_back({.id = QStringLiteral("file.quit"),
                   .text = Texts::tr("Quit"),
                   .shortcut = keys("Ctrl+Q"),
                   .menu = Menu::File,
                   .run = [] { QApplication::closeAllWindows(); },
                   .isLast = true});
}

void addCopy(Actions& all, MainWindow& window) {
    all.push_back({.id = QStringLiteral("edit.copyText"),
                   .text = Texts::tr("Copy as text"),
                   .shortcut = keys("Ctrl+Shift+C"),
                   .run = [&window] { window.copyAsText(); }});
    all.push_back({.id = QStringLiteral("edit.copyTable"),
                   .text = Texts::tr("Copy as table"),
                   .shortcut = keys("Ctrl+C"),
                   .run = [&window] { window.copyAsTable(); },
                   .enabled = [&window] { return window.hasTable(); }});
    all.push_back(
        {.id = QStringLiteral("edit.copyPicture"),
         .text = Texts::tr("Copy as picture"),
         .run = [&window] { window.copyAsPicture(); },
         .enabled = [&window] { return window.currentPage() && window.currentPage()->copies().picture; }});
}

void addEdit(Actions& all, const Context& context, MainWindow& window) {
    QUndoStack& undo = context.session.undoStack();
    all.push_back({.id = QStringLiteral("edit.undo"),
                   .text = Texts::tr("Undo"),
                   .shortcut = keys("Ctrl+Z"),
                   .run =
                       [&window, &undo] {
                           const QString text = undo.undoText();
                           undo.undo();
                           window.toast(Texts::tr("Undone: %1").arg(text));
                       },
                   .enabled = [&undo] { return undo.canUndo(); }});
    all.push_back({.id = QStringLiteral("edit.redo"),
                   .text = Texts::tr("Redo"),
                   .shortcut = keys("Ctrl+Shift+Z"),
                   .run =
                       [&window, &undo] {
                           const QString text = undo.redoText();
                           undo.redo();
                           window.toast(Texts::tr("Done again: %1").arg(text));
                       },
                   .enabled = [&undo] { return undo.canRedo(); }});
    addCopy(all, window);
    all.push_back({.id = QStringLiteral("edit.find"),
                   .text = Texts::tr("Find here"),
                   .shortcut = keys("Ctrl+F"),
                   .run =
                       [&window] {
                           if (Page* page = window.currentPage()) {
                               page->find();
                           }
                       },
                   .enabled = [&window] { return window.currentPage() && window.currentPage()->canFind(); }});
    if (window.hasPage(session::page::search)) {
        all.push_back({.id = QStringLiteral("edit.findAll"),
                       .text = Texts::tr("Search all that was written"),
                       .shortcut = keys("Ctrl+Shift+F"),
                       .run = [&window] { window.go({.page = session::page::search}); },
                       .enabled = [&session = context.session] { return session.isOpen(); }});
    }
    all.push_back({.id = QStringLiteral("edit.settings"),
                   .text = Texts::tr("Settings"),
                   .shortcut = keys("Ctrl+,"),
                   .run = [&window] { window.go({.page = session::page::settings}); }});
    all.push_back({.id = QStringLiteral("edit.escape"),
                   .text = Texts::tr("Close, clear or go up"),
                   .shortcut = keys("Esc"),
                   .run = [&window] { window.escape(); }});
}

void addThemes(Actions& all, const Context& context) {
    struct Choice {
        const char* id;
        QString text;
        theme::ThemeChoice choice;
    };
    for (const Choice& made :
         std::array<Choice, 3>{{{"view.system", Texts::tr("Theme of the system"), theme::ThemeChoice::System},
                                {"view.light", Texts::tr("Light theme"), theme::ThemeChoice::Light},
                                {"view.dark", Texts::tr("Dark theme"), theme::ThemeChoice::Dark}}}) {
        all.push_back(
            {.id = QString::fromLatin1(made.id),
             .text = made.text,
             .menu = Menu::View,
             .run = [context, choice = made.choice] { chooseTheme(context, choice); },
             .checked = [&theme = context.theme, choice = made.choice] { return theme.choice() == choice; }});
    }
}

void addZoom(Actions& all, const Context& context) {
    struct Step {
        const char* id;
        QString text;
        const char* shortcut;
        double step;
    };
    for (const Step& made :
         std::array<Step, 3>{{{"view.larger", Texts::tr("Larger text"), "Ctrl++", zoomStep},
                              {"view.smaller", Texts::tr("Smaller text"), "Ctrl+-", -zoomStep},
                              {"view.textSize", Texts::tr("Usual text size"), "Ctrl+0", 0}}}) {
        all.push_back({.id = QString::fromLatin1(made.id),
                       .text = made.text,
                       .shortcut = keys(made.shortcut),
                       .menu = Menu::View,
                       .run = [context, step = made.step] {
                           chooseZoom(context, step == 0 ? 1 : context.theme.zoom() + step);
                       }});
    }
}

void addView(Actions& all, const Context& context, MainWindow& window) {
    all.push_back({.id = QStringLiteral("view.palette"),
                   .text = Texts::tr("Find or do anything"),
                   .shortcut = keys("Ctrl+K"),
                   .menu = Menu::View,
                   .run = [&window] { window.openPalette(); }});
    all.push_back({.id = QStringLiteral("view.views"),
                   .text = Texts::tr("Views of the book"),
                   .shortcut = keys("Ctrl+Shift+V"),
                   .menu = Menu::View,
                   .run = [&window] { window.openViews(nullptr); },
                   .enabled = [&session = context.session] { return session.isOpen(); }});
    all.push_back({.id = QStringLiteral("view.keep"),
                   .text = Texts::tr("Keep this view"),
                   .shortcut = keys("Ctrl+S"),
                   .menu = Menu::View,
                   .run = [&window] { window.keepView(); },
                   .enabled = [&window] { return window.views().canKeep(); },
                   .edits = true});
    addThemes(all, context);
    addZoom(all, context);
    all.push_back({.id = QStringLiteral("view.menu"),
                   .text = Texts::tr("Open the menu"),
                   .shortcut = keys("F10"),
                   .menu = Menu::View,
                   .run = [&window] { window.topBar().openMenu(); }});
    all.push_back({.id = QStringLiteral("view.menuBar"),
                   .text = Texts::tr("Menu bar"),
                   .shortcut = keys("Ctrl+M"),
                   .menu = Menu::View,
                   .run =
                       [context] {
                           context.settings.set(settings::menuBarShown,
                                                !context.settings.get(settings::menuBarShown));
                       },
                   .checked = [context] { return context.settings.get(settings::menuBarShown); }});
    all.push_back({.id = QStringLiteral("view.nextRegion"),
                   .text = Texts::tr("Next part of the window"),
                   .shortcut = keys("F6"),
                   .menu = Menu::View,
                   .run = [&window] { window.moveRegion(1); }});
    all.push_back({.id = QStringLiteral("view.lastRegion"),
                   .text = Texts::tr("Last part of the window"),
                   .shortcut = keys("Shift+F6"),
                   .menu = Menu::View,
                   .run = [&window] { window.moveRegion(-1); }});
}

/// Pages that are not in the rail and stand in the menu.
void addOtherPlaces(Actions& all, const Context& context, MainWindow& window) {
    const auto add = [&](const QString& page, const QString& text) {
        if (window.hasPage(page)) {
            all.push_back({.id = QStringLiteral("go.") + page,
                           .text = text,
                           .menu = Menu::Go,
                           .run = [&window, page] { window.go({.page = page}); },
                           .enabled = [&session = context.session] { return session.isOpen(); }});
        }
    };
    add(session::page::audit, Texts::tr("Everything that was changed"));
    add(session::page::ownScores, Texts::tr("Own scores beside the numbers"));
    add(session::page::staleScores, Texts::tr("Go through stale scores"));
}

void addPlaces(Actions& all, MainWindow& window) {
    all.push_back({.id = QStringLiteral("go.back"),
                   .text = Texts::tr("Back"),
                   .shortcut = keys("Alt+Left"),
                   .menu = Menu::Go,
                   .run = [&window] { window.goBack(); }});
    all.push_back({.id = QStringLiteral("go.forward"),
                   .text = Texts::tr("Forward"),
                   .shortcut = keys("Alt+Right"),
                   .menu = Menu::Go,
                   .run = [&window] { window.goForward(); }});
    int number = 0;
    for (const PageInfo& page : window.pages()) {
        if (page.inRail) {
            ++number;
            all.push_back({.id = QStringLiteral("go.") + page.id,
                           .text = page.title,
                           .shortcut = QKeySequence(QStringLiteral("Ctrl+%1").arg(number)),
                           .menu = Menu::Go,
                           .run = [&window, id = page.id] { window.go({.page = id}); }});
        }
    }
}

void addDays(Actions& all, const Context& context, MainWindow& window) {
    session::BookSession& session = context.session;
    const auto isOpen = [&session] { return session.isOpen(); };
    all.push_back({.id = QStringLiteral("go.day"),
                   .text = Texts::tr("Look at another day"),
                   .shortcut = keys("Ctrl+D"),
                   .menu = Menu::Go,
                   .run = [&window] { window.topBar().openDays(); },
                   .enabled = isOpen});
    all.push_back({.id = QStringLiteral("go.weekBack"),
                   .text = Texts::tr("A week back"),
                   .shortcut = keys("Ctrl+["),
                   .menu = Menu::Go,
                   .run = [&session] { session.setAsOf(session.asOf() - daysOfWeek); },
                   .enabled = isOpen});
    all.push_back({.id = QStringLiteral("go.weekOn"),
                   .text = Texts::tr("A week forward"),
                   .shortcut = keys("Ctrl+]"),
                   .menu = Menu::Go,
                   .run = [&session] { session.setAsOf(session.asOf() + daysOfWeek); },
                   .enabled = isOpen});
    all.push_back({.id = QStringLiteral("go.today"),
                   .text = Texts::tr("Today"),
                   .shortcut = keys("Ctrl+T"),
                   .menu = Menu::Go,
                   .run = [&session] { session.setAsOf(session.today()); },
                   .enabled = isOpen});
    all.push_back({.id = QStringLiteral("go.person"),
                   .text = Texts::tr("Who looks"),
                   .menu = Menu::Go,
                   .run = [&window] { window.choosePerson(); },
                   .enabled = isOpen});
}

void addHelp(Actions& all, const Context& context, MainWindow& window) {
    all.push_back({.id = QStringLiteral("help.here"),
                   .text = Texts::tr("Help on this page"),
                   .shortcut = keys("F1"),
                   .menu = Menu::Help,
                   .run = [&window, context] {
                       context.prompts.show(
                           &window, helpTitle(window.where().page), helpOn(window, window.where().page));
                   }});
    all.push_back({.id = QStringLiteral("help.keys"),
                   .text = Texts::tr("All keys"),
                   .shortcut = keys("Ctrl+/"),
                   .menu = Menu::Help,
                   .run = [&window, context] {
                       context.prompts.show(&window, Texts::tr("All keys"), allKeys(window));
                   }});
    all.push_back(
        {.id = QStringLiteral("help.about"),
         .text = Texts::tr("About Healthbook"),
         .menu = Menu::Help,
         .run = [&window, context] {
             context.prompts.show(
                 &window,
                 Texts::tr("About Healthbook"),
                 Texts::tr("<h2>Healthbook %1</h2><p>Customer health that explains and proves itself.</p>"
                           "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                     .arg(QCoreApplication::applicationVersion()));
         }});
}

} // namespace

Actions windowActions(const Context& context, MainWindow& window) {
    Actions all;
    addFile(all, context, window);
    addEdit(all, context, window);
    addView(all, context, window);
    addPlaces(all, window);
    addOtherPlaces(all, context, window);
    addDays(all, context, window);
    addHelp(all, context, window);
    return all;
}

} // namespace hb::shell
