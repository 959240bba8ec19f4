// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/import_into_book.h"
#include "core/exchange/scorecard_json.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QDir>
#include <QFile>

#include <optional>

namespace hb::test {

/// A book of data that nobody here wrote, where it lies near the repository.
struct RealBook {
    const char* name;
    const char* lastDay; ///< of its data
};
inline constexpr RealBook realBooks[]{{"ravenstack", "2024-09-30"}, {"telco", "2018-09-30"}};

/// Its folder; none where the data is not there.
[[nodiscard]] inline std::optional<QDir> folderOf(const RealBook& book) {
    QDir at(QStringLiteral(HB_SOURCE_DIR));
    for (int up = 0; up < 3 && at.cdUp(); ++up) {
        const QDir data(at.filePath(QStringLiteral("shared/data/%1/book").arg(QLatin1StringView(book.name))));
        if (data.exists()) {
            return data;
        }
    }
    return {};
}

/// Makes the book at `path` from its files.
inline void makeRealBook(const QDir& data, const char* lastDay, const QString& path) {
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
