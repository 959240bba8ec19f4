// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/demo_company.h"
#include "core/book/demo_files.h"
#include "core/book/demo_hand_edits.h"
#include "core/book/upkeep.h"
#include "core/exchange/scorecard_json.h"
#include "core/store/database.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace hb::book {

namespace {

/// One path for all data: the demo comes in through the same door as everybody's files.
Result<void> importFile(Book& book, const QString& folder, const DemoFile& file) {
    const QString path = folder + u'/' + file.name;
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(file.text) != file.text.size()) {
        return failure({.what = "Could not write a file of the demo",
                        .found = out.errorString().toStdString(),
                        .hint = "Free some space, then try again.",
                        .place = path.toStdString()});
    }
    out.close();
    ImportRequest request;
    request.kind = file.kind;
    request.files = {path};
    request.date = file.date;
    request.dateGiven = true;
    request.source = file.source;
    HB_TRY(const ImportReport report,
           importIntoBook(book, request, {.name = u"Healthbook demo"_s, .login = u"demo"_s}));
    if (report.rejected > 0) {
        const Reject& first = report.rejects.front();
        return failure({.code = ErrorCode::InvalidInput,
                        .what = "A row of the demo was left out",
                        .found = first.found.toStdString(),
                        .expected = first.expected.toStdString(),
                        .place = file.name.toStdString() + ", line " + std::to_string(first.line)});
    }
    return {};
}

Result<void> fillDemoBook(Book& book, Day today, const Job& job) {
    const QTemporaryDir folder;
    if (!folder.isValid()) {
        return failure({.what = "Could not make a folder for the demo's files",
                        .found = folder.errorString().toStdString(),
                        .hint = "Free some space, then try again."});
    }
    const std::vector<DemoFile> files = demoFiles(makeDemoCompany(today));
    const auto total = static_cast<std::int64_t>(files.size()) + 1;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (job.stopped()) {
            return cancelled();
        }
        job.report(static_cast<std::int64_t>(i), total, "Making the demo company");
        HB_CHECK(importFile(book, folder.path(), files[i]));
    }
    HB_CHECK(addDemoHandEdits(book, today));
    job.report(total, total, "Making the demo company");
    return {};
}

} // namespace

Result<Book> createDemoBook(const QString& path, Day today, const Job& job) {
    const Day firstScored = today - demoWeeks * 7;
    HB_TRY(Book book, Book::create(path, exchange::extendedScorecard(firstScored)));
    if (auto filled = fillDemoBook(book, today, job); !filled) {
        {
            const Book closing = std::move(book);
        }
        store::removeFiles(path); // it was made here: create refuses an existing file
        return failure(std::move(filled).error());
    }
    return book;
}

} // namespace hb::book
