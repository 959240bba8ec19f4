// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/real_book.h"

#include "tests/support/catch.h"
#include "tests/ui/support/small_book.h"

#include <QFile>

namespace hb::test {

RealBook::RealBook() {
    auto book = book::Book::create(path(), *fiveAccounts().build()->scorecard);
    REQUIRE(book.has_value());
    import(*book,
           book::ImportKind::Accounts,
           "account_id,name,owner,segment\n"
           "fell,Name of fell,Ana Lopez,Enterprise\ngood,Name of good,Ana Lopez,Enterprise\n"
           "low,Name of low,Ben Okafor,Mid\nfine,Name of fine,Ben Okafor,Mid\nbare,bare,Ben Okafor,Mid\n");
    import(*book,
           book::ImportKind::Measurements,
           "account_id,metric,date,value\n"
           "fell,health,2025-03-30,90\nfell,health,2026-03-29,20\nlow,health,2025-03-30,60\n"
           "low,health,2026-03-29,60\ngood,health,2025-03-30,90\ngood,health,2026-03-29,90\n"
           "fine,health,2025-03-30,80\nfine,health,2026-03-29,80\n");
}

void RealBook::import(book::Book& book, book::ImportKind kind, const char* text) {
    const QString name = m_folder.filePath(QStringLiteral("import.csv"));
    QFile file(name);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    book::ImportRequest request;
    request.kind = kind;
    request.files = {name};
    request.date = day("2025-01-01");
    const auto report = book::importIntoBook(book, request, {QStringLiteral("Test"), QStringLiteral("test")});
    REQUIRE(report.has_value());
    REQUIRE(report->rejected == 0);
}

} // namespace hb::test
