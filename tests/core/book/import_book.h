// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/import_into_book.h"
#include "core/book/import_into_book_parts.h"
#include "core/store/database.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QFile>
#include <QTemporaryDir>

namespace hb::test {

inline const book::Person ann{QStringLiteral("Ann"), QStringLiteral("ann")};

/// Metrics of each kind: a number, events, a level, and a change that reads the first.
Scorecard importScorecard();

/// Fails with the words of the error.
template <typename T>
void requireOk(const Result<T>& result) {
    INFO((result ? std::string() : result.error().what + ": " + result.error().found));
    REQUIRE(result.has_value());
}

/// A book in a folder of its own that is filled from texts.
class ImportBook {
public:
    ImportBook();
    ~ImportBook();

    book::Book& book() { return m_book; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& text);
    [[nodiscard]] QByteArray read(const QString& name) const;

    static book::ImportRequest request(book::ImportKind kind);
    Result<book::ImportReport>
    tryImport(book::ImportRequest request, const QList<QByteArray>& texts, const Job& job = {});
    book::ImportReport import(const book::ImportRequest& request, const QList<QByteArray>& texts);
    book::ImportReport import(book::ImportKind kind, const QByteArray& text);

    /// The book as people see it, a line a fact: accounts, attributes, measurements, notes, outcomes,
    /// metrics.
    QStringList facts();

    book::ImportLimits limits;

private:
    book::Book create();
    static void addMeasurements(const Snapshot& data, AccountIndex account, QStringList& lines);
    QStringList notes();

    QTemporaryDir m_folder;
    book::Book m_book;
};

} // namespace hb::test
