// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/given_books.h"

#include "core/book/import_into_book.h"
#include "core/exchange/scorecard_json.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QFile>

namespace hb::test {

std::optional<QDir> folderOf(const GivenBook& book) {
    QDir at(QStringLiteral(HB_SOURCE_DIR));
    for (int up = 0; up < 3 && at.cdUp(); ++up) {
        const QDir data(at.filePath(QStringLiteral("shared/data/%1/book").arg(QLatin1StringView(book.name))));
        if (data.exists()) {
            return data;
        }
    }
    return {};
}

void makeGivenBook(const QDir& data, const char* lastDay, const QString& path) {
    QFile scorecard(data.filePath(QStringLiteral("scorecard.json")));
    REQUIRE(scorecard.open(QIODevice::ReadOnly));
    const auto parsed = exchange::parseScorecard(scorecard.readAll(), scorecard.fileName(), day(lastDay));
    REQUIRE(parsed);
    auto made = book::Book::create(path, *parsed);
    REQUIRE(made);
    for (const auto& [kind, file] : {std::pair(book::ImportKind::Accounts, "accounts.csv"),
                                     std::pair(book::ImportKind::Measurements, "measurements.csv"),
                                     std::pair(book::ImportKind::Outcomes, "outcomes.csv")}) {
        book::ImportRequest request;
        request.kind = kind;
        request.files = {data.filePath(QString::fromLatin1(file))};
        request.date = day(lastDay);
        request.createMetrics = true;
        request.rejectsFile = path + QStringLiteral(".rejects.csv");
        const auto report = book::importIntoBook(
            *made, request, {.name = QStringLiteral("Ana Lopez"), .login = QStringLiteral("ana")});
        REQUIRE(report);
        CHECK(report->rejected == 0);
    }
}

} // namespace hb::test
