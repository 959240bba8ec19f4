// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace hb::shell {

/// What was dragged onto the window: one book, or files to import. Whatever is no book goes to the import
/// page, which says of each what it is or why it cannot be read.
struct DroppedFiles {
    QString book;
    QStringList tables;
    [[nodiscard]] bool isEmpty() const { return book.isEmpty() && tables.isEmpty(); }
};

/// A folder stands for the tables and scorecards in it, but not for the rejects of earlier imports.
[[nodiscard]] inline QStringList filesIn(const QString& folder) {
    const QDir dir(folder);
    QStringList files;
    for (const QString& name : dir.entryList({QStringLiteral("*.csv"),
                                              QStringLiteral("*.tsv"),
                                              QStringLiteral("*.txt"),
                                              QStringLiteral("*.json")},
                                             QDir::Files | QDir::Readable,
                                             QDir::Name)) {
        if (!name.endsWith(u".rejects.csv", Qt::CaseInsensitive)) {
            files.append(dir.filePath(name));
        }
    }
    return files;
}

[[nodiscard]] inline DroppedFiles droppedFiles(const QMimeData& data) {
    DroppedFiles files;
    for (const QUrl& url : data.urls()) {
        const QString path = url.toLocalFile();
        if (path.isEmpty()) {
            continue; // not of this computer
        }
        if (QFileInfo(path).isDir()) {
            const QStringList inside = filesIn(path);
            files.tables.append(inside.isEmpty() ? QStringList{path} : inside);
        } else if (QFileInfo(path).suffix().compare(u"healthbook", Qt::CaseInsensitive) == 0) {
            files.book = path;
        } else {
            files.tables.append(path);
        }
    }
    return files;
}

} // namespace hb::shell
