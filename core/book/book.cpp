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
    HB_TRY(std::optional<SharedCopy> copy, store::readSharedCopy(*database));
    bool hasLog = true;
    if (isWritable && !copy) {
        HB_TRY(hasLog, database->useWriteAheadLog());
    } else if (isWritable) {
        database->close(); // nothing was written, unless an older Healthbook made it
        HB_TRY(Database reopened, Database::open(path, OpenMode::ReadOnly));
        *database = std::move(reopened);
    }
    Book book(path, isWritable && !copy ? Access::ReadWrite : Access::ReadOnly, std::move(database));
    book.m_hasLog = hasLog;
    book.m_sharedCopy = std::move(copy);
    return book;
}

Result<void> Book::checkWritable() const {
    if (m_access == Access::ReadWrite) {
        return {};
    }
    Error error{.code = ErrorCode::InvalidInput,
                .what = "Could not change the book",
                .found = "It is open for reading only",
                .hint = "Make a copy of it, and work on that",
                .place = m_path.toStdString()};
    if (m_sharedCopy) {
        error.found = "It is a copy of " + toIsoText(m_sharedCopy->day) + ", to read";
        error.hint = m_sharedCopy->by.empty() ? "Change the book that it was made of"
                                              : "Change the book that " + m_sharedCopy->by + " made it of";
    }
    return failure(std::move(error));
}

} // namespace hb::book
