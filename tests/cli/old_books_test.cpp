// SPDX-License-Identifier: GPL-3.0-or-later
// Books as older versions of Healthbook wrote them: each opens and scores as it did then.
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

using namespace hb::test;
using namespace Qt::StringLiterals;

TEST_CASE("a book of every older schema opens and scores as it did") {
    const QDir folder(QStringLiteral(HB_SOURCE_DIR "/tests/data/books"));
    const QStringList books = folder.entryList({u"*.healthbook"_s}, QDir::Files);
    REQUIRE_FALSE(books.isEmpty());
    for (const QString& book : books) {
        CAPTURE(book.toStdString());
        QFile expected(folder.filePath(QFileInfo(book).baseName() + u".scores.csv"_s));
        REQUIRE(expected.open(QIODevice::ReadOnly));
        Cli cli;
        const QString copy = QString::fromStdString(cli.path("b.healthbook"));
        REQUIRE(QFile::copy(folder.filePath(book), copy));
        REQUIRE(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
        CHECK(cli.must({"score", "--as-of", "2026-03-30", "--format", "csv"}) ==
              expected.readAll().toStdString());
        CHECK(cli.must({"check"}).empty());
        CHECK(cli.run({"restore", folder.filePath(book).toStdString(), "--book", "c.healthbook"}).status ==
              0);
        CHECK(cli.run({"score", "--book", "c.healthbook", "--as-of", "2026-03-30", "--format", "csv"}).out ==
              cli.must({"score", "--as-of", "2026-03-30", "--format", "csv"}));
    }
}
