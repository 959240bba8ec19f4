// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book.h"

#include "core/store/database.h"
#include "core/store/journal.h"
#include "core/store/migrations.h"
#include "core/store/scorecard_store.h"
#include "core/store/setting_store.h"
#include "core/store/transaction.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace hb::book {

using namespace Qt::StringLiterals;
using store::Database;
using store::OpenMode;

namespace {

/// Of the starter scorecards: how full the seats are.
constexpr std::string_view seatsMetric = "seats_active_pct";

Result<void> fillNewBook(Database& database, const Scorecard& scorecard) {
    HB_TRY(const auto steps, store::builtInSteps());
    HB_CHECK(store::migrate(database, steps));
    HB_TRY(store::Transaction transaction, store::Transaction::begin(database));
    HB_CHECK(store::writeScorecard(database, scorecard));
    BookSettings settings;
    if (std::ranges::find(scorecard.metrics, seatsMetric, &Metric::key) != scorecard.metrics.end()) {
        settings.seatsMetrics.emplace_back(seatsMetric);
    }
    HB_CHECK(store::writeSettings(database, settings));
    HB_CHECK(store::recordChange(database, store::ChangeKind::Everything));
    return transaction.commit();
}

} // namespace

Book::Book(QString path, Access access, std::unique_ptr<Database> database)
    : m_path(std::move(path)), m_access(access), m_database(std::move(database)) {}

Book::Book(Book&&) noexcept = default;
Book& Book::operator=(Book&&) noexcept = default;
Book::~Book() = default;

Result<Book> Book::create(const QString& path, const Scorecard& scorecard) {
    HB_TRY(Database opened, Database::open(path, OpenMode::Create));
    auto database = std::make_unique<Database>(std::move(opened));
    if (auto filled = fillNewBook(*database, scorecard); !filled) {
        database->close();
        QFile::remove(path); // it was ours alone: Create refuses an existing file
        return failure(std::move(filled).error());
    }
    HB_TRY(const bool hasLog, database->useWriteAheadLog());
    Book book(path, Access::ReadWrite, std::move(database));
    book.m_hasLog = hasLog;
    return book;
}

Result<Book> Book::open(const QString& path, Access access) {
    // SQLite keeps its journal beside the file, so the folder counts too.
    const QFileInfo file(path);
    const bool isWritable =
        access == Access::ReadWrite && file.isWritable() && QFileInfo(file.absolutePath()).isWritable();
    HB_TRY(Database opened, Database::open(path, isWritable ? OpenMode::ReadWrite : OpenMode::ReadOnly));
    auto database = std::make_unique<Database>(std::move(opened));
    HB_TRY(const auto steps, store::builtInSteps());
    HB_CHECK(store::migrate(*database, steps));
    bool hasLog = true;
    if (isWritable) {
        HB_TRY(hasLog, database->useWriteAheadLog());
    }
    Book book(path, isWritable ? Access::ReadWrite : Access::ReadOnly, std::move(database));
    book.m_hasLog = hasLog;
    return book;
}

Result<void> Book::checkWritable() const {
    if (m_access == Access::ReadWrite) {
        return {};
    }
    return failure({.code = ErrorCode::InvalidInput,
                    .what = "Could not change the book",
                    .found = "It is open for reading only",
                    .hint = "Make a copy of it, and work on that",
                    .place = m_path.toStdString()});
}

} // namespace hb::book
