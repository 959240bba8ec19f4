// SPDX-License-Identifier: GPL-3.0-or-later
// Files that come to the window.
#include "ui/session/book_session.h"
#include "ui/shell/dropped_files.h"
#include "ui/shell/main_window.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>

namespace hb::shell {

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedFiles(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    const DroppedFiles files = droppedFiles(*event->mimeData());
    if (!files.book.isEmpty()) {
        m_context.session.open(files.book);
    } else {
        importFiles(files.tables);
    }
}

void MainWindow::importFiles(const QStringList& files) {
    if (Page* importer = page(session::page::import)) {
        go({.page = session::page::import});
        importer->takeFiles(files);
    }
}

} // namespace hb::shell
