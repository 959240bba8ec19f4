// SPDX-License-Identifier: GPL-3.0-or-later
// What is copied of the page in front, and what its files are of.
#include "ui/session/book_session.h"
#include "ui/shell/main_window.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

namespace hb::shell {

void MainWindow::copyAsText() {
    if (Page* shown = currentPage()) {
        QGuiApplication::clipboard()->setText(shown->asText());
        toast(tr("Copied as text"));
    }
}

bool MainWindow::hasTable() {
    return m_context.session.isOpen() && currentPage() && currentPage()->copies().hasTable();
}

void MainWindow::copyAsTable() {
    widgets::Exporter::of(*this)->copyTable(currentPage()->copies());
}

void MainWindow::copyAsPicture() {
    QGuiApplication::clipboard()->setPixmap(currentPage()->copies().picture());
    toast(tr("Copied as picture"));
}

widgets::ExportOf MainWindow::exportOf() {
    Page* shown = currentPage();
    widgets::ExportOf of = shown ? shown->exportOf() : widgets::ExportOf();
    if (of.page.isEmpty() && shown) {
        const auto info = std::ranges::find(m_pages, m_where.page, &PageInfo::id);
        of.page = shown->place().isEmpty() ? info->title : shown->place();
    }
    if (m_context.session.isOpen()) {
        of.book = m_context.session.name();
        of.day = of.day ? of.day : m_context.session.asOf();
    }
    return of;
}

/// Ctrl+C is of the text that is selected, and where the page has no table of the part in focus.
bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<const QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        const auto* label = qobject_cast<const QLabel*>(focusWidget());
        if ((label && label->hasSelectedText()) || !hasTable()) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::event(event);
}

} // namespace hb::shell
