// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QMimeData>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace hb::shell {

/// What was dragged onto the window: one book, or tables to import.
struct DroppedFiles {
    QString book;
    QStringList tables;
    [[nodiscard]] bool isEmpty() const { return book.isEmpty() && tables.isEmpty(); }
};

[[nodiscard]] inline DroppedFiles droppedFiles(const QMimeData& data) {
    DroppedFiles files;
    for (const QUrl& url : data.urls()) {
        const QString path = url.toLocalFile();
        const QString ending = QFileInfo(path).suffix().toLower();
        if (ending == u"healthbook") {
            files.book = path;
        } else if (ending == u"csv" || ending == u"tsv" || ending == u"txt") {
            files.tables.append(path);
        }
    }
    return files;
}

} // namespace hb::shell
