// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/wording/error_sentence.h"
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/job_bar.h"
#include "ui/shell/leave.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/read_only.h"
#include "ui/shell/regions.h"
#include "ui/shell/saved_views.h"
#include "ui/shell/team_news.h"
#include "ui/shell/time_bar.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/views_popup.h"
#include "ui/shell/who_looks.h"
#include "ui/shell/window_actions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/exporter.h"
#include "ui/widgets/toast.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hb::shell {

namespace {
constexpr int narrowBelow = 1100;
constexpr QSize smallest{1024, 640};
constexpr QSize usual{1280, 800};
} // namespace

MainWindow::MainWindow(const Context& context, QWidget* parent)
    : QMainWindow(parent), m_context(context), m_pages(pageRegistry()), m_actions(new ActionRegistry(this)),
      m_menu(new QMenu(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setMinimumSize(smallest);
    resize(usual);
    build();
    m_actions->add({}, guarded(windowActions(m_context, *this), m_context.session));
    for (std::size_t menu = 0; menu < menuCount; ++menu) {
        m_menu->addMenu(m_actions->menu(static_cast<Menu>(menu)));
        menuBar()->addMenu(m_actions->menu(static_cast<Menu>(menu)));
    }
    menuBar()->setVisible(m_context.settings.get(settings::menuBarShown));
    follow();
    restoreGeometry(m_context.settings.get(settings::windowGeometry));
    if (m_context.session.isOpen()) {
        bookOpened();
    } else {
        go({.page = session::page::welcome});
    }
}

MainWindow::~MainWindow() = default;

void MainWindow::build() {
    auto* whole = new QWidget(this);
    theme::setStyleProperty(whole, "hbSurface", QStringLiteral("canvas"));
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rail = new NavigationRail(m_context.theme, m_pages, whole);
    new TeamNews(m_context, *m_rail);
    row->addWidget(m_rail);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    m_topBar = new TopBar(m_context, m_menu, whole);
    m_timeBar = new TimeBar(m_context, whole);
    m_stack = new QStackedWidget(whole);
    m_jobBar = new JobBar(m_context, whole);
    m_banner = new QFrame(whole);
    m_banner->setObjectName(QStringLiteral("banner"));
    theme::setStyleProperty(m_banner, "hbSurface", QStringLiteral("surface"));
    auto* bannerRow = new QHBoxLayout(m_banner);
    m_bannerText = new QLabel(m_banner);
    m_bannerText->setWordWrap(true);
    m_bannerText->setObjectName(QStringLiteral("bannerText"));
    auto* dismiss = new QPushButton(tr("Dismiss"), m_banner);
    bannerRow->addWidget(m_bannerText, 1);
    bannerRow->addWidget(dismiss);
    m_banner->hide();
    connect(dismiss, &QPushButton::clicked, m_banner, &QWidget::hide);
    column->addWidget(m_topBar);
    column->addWidget(new ReadOnlyBar(m_context, whole));
    column->addWidget(m_timeBar);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    column->addWidget(m_jobBar);
    setCentralWidget(whole);
    m_views = new SavedViews(m_context, *this);
    m_viewsPopup = new ViewsPopup(m_context, *m_views, this);
    m_palette = new CommandPalette(m_context, *m_actions, *m_views, *this, this);
    m_toast = new widgets::Toast(m_context.theme, whole);
}

void MainWindow::follow() {
    session::BookSession& session = m_context.session;
    connect(&session, &session::BookSession::opened, this, &MainWindow::bookOpened);
    connect(&session, &session::BookSession::opened, m_views, &SavedViews::takeBook);
    connect(&session, &session::BookSession::closed, this, &MainWindow::bookClosed);
    connect(&session, &session::BookSession::failed, this, &MainWindow::showError);
    connect(&session, &session::BookSession::edited, this, [this](const QString& text) {
        m_toast->say(text, tr("Undo"));
    });
    connect(&session, &session::BookSession::noticed, this, &MainWindow::toast);
    connect(&m_context.settings, &settings::Settings::changed, this, [this] {
        menuBar()->setVisible(m_context.settings.get(settings::menuBarShown));
    });
    auto* exporter = new widgets::Exporter(m_context.jobs, m_context.prompts, this);
    exporter->setOf([this] { return exportOf(); });
    connect(exporter, &widgets::Exporter::did, this, &MainWindow::toast);
    connect(exporter, &widgets::Exporter::failed, this, &MainWindow::showError);
    connect(m_toast, &widgets::Toast::undoRequested, &session.undoStack(), &QUndoStack::undo);
    connect(m_rail, &NavigationRail::chosen, this, [this](const QString& id) { go({.page = id}); });
    connect(m_topBar, &TopBar::backRequested, this, &MainWindow::goBack);
    connect(m_topBar, &TopBar::forwardRequested, this, &MainWindow::goForward);
    connect(m_topBar, &TopBar::upRequested, this, [this] { go({.page = session::page::book}); });
    connect(m_topBar, &TopBar::paletteRequested, this, &MainWindow::openPalette);
    connect(m_topBar, &TopBar::personRequested, this, &MainWindow::choosePerson);
}

// --- places

Page* MainWindow::page(const QString& id) {
    if (Page* made = m_made.value(id)) {
        return made;
    }
    const auto info = std::ranges::find(m_pages, id, &PageInfo::id);
    if (info == m_pages.end()) {
        return nullptr;
    }
    Page* made = info->make(m_context, *this, m_stack);
    m_stack->addWidget(made);
    m_made.insert(id, made);
    m_actions->add(id, guarded(made->actions(), m_context.session));
    connect(made, &Page::placeChanged, this, &MainWindow::showPath);
    return made;
}

Page* MainWindow::currentPage() {
    return m_made.value(m_where.page);
}

void MainWindow::go(const session::ViewState& where) {
    m_history.visit(where);
    showPlace(where);
}

bool MainWindow::hasPage(const QString& id) const {
    return std::ranges::find(m_pages, id, &PageInfo::id) != m_pages.end();
}

void MainWindow::goBack() {
    if (m_history.canGoBack()) {
        showPlace(m_history.back());
    }
}

void MainWindow::goForward() {
    if (m_history.canGoForward()) {
        showPlace(m_history.forward());
    }
}

void MainWindow::showPlace(const session::ViewState& where) {
    Page* shown = page(where.page);
    if (!shown) {
        return;
    }
    if (where.filter) {
        m_context.session.setFilter(*where.filter);
    }
    if (where.asOf) {
        m_context.session.setAsOf(*where.asOf);
    }
    m_where = where;
    m_stack->setCurrentWidget(shown);
    m_actions->showPage(where.page);
    shown->activate(where);
    m_rail->setCurrent(where.page == session::page::account ? session::page::book : where.page);
    m_rail->setBookOpen(m_context.session.isOpen());
    m_topBar->setHistory(m_history.canGoBack(), m_history.canGoForward());
    const auto info = std::ranges::find(m_pages, where.page, &PageInfo::id);
    if (info->inRail) {
        m_context.settings.set(settings::lastPage, where.page);
    }
    showPath();
}

void MainWindow::showPath() {
    const QString book = m_context.session.name();
    const QString place = currentPage() ? currentPage()->place() : QString();
    m_topBar->setPath(m_context.session.isOpen() ? book : QString(), place);
    const QString title = place.isEmpty() ? book : place;
    setWindowTitle(title.isEmpty() ? tr("Healthbook") : tr("%1 \u2013 Healthbook").arg(title));
}

void MainWindow::openWindow(const session::ViewState& where) {
    auto* window = new MainWindow(m_context);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->go(where);
    window->show();
}

// --- the book

void MainWindow::bookOpened() {
    m_banner->hide();
    m_history.clear();
    const QString ofRole = pageOfRole(m_context.session);
    const QString first = ofRole.isEmpty() ? m_context.settings.get(settings::lastPage) : ofRole;
    go({.page = page(first) ? first : session::page::book});
    QMetaObject::invokeMethod(
        this,
        [this] { beginAsRole(m_context.session, *this, askWhoLooksOnce(m_context, this)); },
        Qt::QueuedConnection);
}

void MainWindow::bookClosed() {
    m_history.clear();
    go({.page = session::page::welcome});
}

void MainWindow::choosePerson() {
    if (m_context.session.isOpen() && isVisible()) {
        beginAsRole(m_context.session, *this, askWhoLooks(m_context, this));
    }
}

void MainWindow::showError(const Error& error) {
    m_bannerText->setText(wording::errorSentence(error));
    m_banner->show();
}

// --- small things

void MainWindow::toast(const QString& text) {
    m_toast->say(text, {});
}

void MainWindow::openViews(QWidget* button) {
    m_viewsPopup->popUpUnder(button);
}

void MainWindow::keepView() {
    m_viewsPopup->beginKeep(nullptr);
}

void MainWindow::openPalette() {
    m_palette->popUp();
}

void MainWindow::escape() {
    Page* shown = currentPage();
    if (shown && !shown->escape() && m_where.page == session::page::account) {
        goBack();
    }
}

void MainWindow::moveRegion(int step) {
    focusRegion({m_rail, m_topBar}, currentPage(), step);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    event->setAccepted(mayLeave(m_context, this));
    if (event->isAccepted()) {
        m_context.settings.set(settings::windowGeometry, saveGeometry());
    }
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    m_rail->setNarrow(width() < narrowBelow);
}

} // namespace hb::shell
