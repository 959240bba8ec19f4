// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/shell/history.h"
#include "ui/shell/page.h"

#include <QHash>
#include <QMainWindow>

#include <vector>

class QFrame;
class QLabel;
class QMenu;
class QStackedWidget;

namespace hb::widgets {
class Toast;
}

namespace hb::shell {

class ActionRegistry;
class CommandPalette;
class JobBar;
class NavigationRail;
class TimeBar;
class SavedViews;
class TopBar;
class ViewsPopup;

/// A window on the book: rail, top bar, pages, foot. Windows share session, settings and undo.
class MainWindow : public QMainWindow, public Navigator {
    Q_OBJECT
public:
    explicit MainWindow(const Context& context, QWidget* parent = nullptr);
    ~MainWindow() override;

    void go(const session::ViewState& where) override;
    [[nodiscard]] bool hasPage(const QString& id) const override;
    void goBack() override;
    void refine(const session::ViewState& where) override { m_history.refine(m_where = where); }
    void goForward();
    void openWindow(const session::ViewState& where) override;
    void openViews(QWidget* button) override;
    void toast(const QString& text) override;
    void showError(const Error& error);

    [[nodiscard]] const session::ViewState& where() const { return m_where; }
    [[nodiscard]] ActionRegistry& actions() { return *m_actions; }
    /// The page of an id, made where it is not yet there; null for an unknown one.
    [[nodiscard]] Page* page(const QString& id);
    [[nodiscard]] const std::vector<PageInfo>& pages() const { return m_pages; }

    void escape();
    void moveRegion(int step);
    void choosePerson();
    void copyAsText();
    void copyAsTable();
    void copyAsPicture();
    [[nodiscard]] bool hasTable();
    /// Brings files to the import page.
    void importFiles(const QStringList& files);
    void openPalette();
    [[nodiscard]] SavedViews& views() { return *m_views; }
    void keepView();
    [[nodiscard]] TopBar& topBar() { return *m_topBar; }
    [[nodiscard]] Page* currentPage();

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void follow();
    void showPlace(const session::ViewState& where);
    void showPath();
    void bookOpened();
    void bookClosed();
    [[nodiscard]] widgets::ExportOf exportOf();

    Context m_context;
    std::vector<PageInfo> m_pages;
    QHash<QString, Page*> m_made;
    session::ViewState m_where;
    History m_history;
    ActionRegistry* m_actions;
    QMenu* m_menu;
    NavigationRail* m_rail = nullptr;
    TopBar* m_topBar = nullptr;
    TimeBar* m_timeBar = nullptr;
    QFrame* m_banner = nullptr;
    QLabel* m_bannerText = nullptr;
    QStackedWidget* m_stack = nullptr;
    JobBar* m_jobBar = nullptr;
    SavedViews* m_views = nullptr;
    ViewsPopup* m_viewsPopup = nullptr;
    CommandPalette* m_palette = nullptr;
    widgets::Toast* m_toast = nullptr;
};

} // namespace hb::shell
