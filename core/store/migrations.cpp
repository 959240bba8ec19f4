// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/base/job.h"
#include "core/store/backup.h"
#include "core/store/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

Result<int> pragma(Database& database, const QString& name) {
    HB_TRY(Query rows, database.query(u"PRAGMA "_s + name));
    const int value = rows.next() ? rows.get<int>(0) : 0;
    HB_CHECK(rows.finished());
    return value;
}

Error openError(ErrorCode code, const Database& database) {
    return {.code = code, .what = "Could not open the book", .place = database.path().toStdString()};
}

Result<bool> isEmptyFile(Database& database) {
    HB_TRY(Query rows, database.query(u"SELECT count(*) FROM sqlite_master"_s));
    const bool isEmpty = rows.next() && rows.get<int>(0) == 0;
    HB_CHECK(rows.finished());
    return isEmpty;
}

/// The program that a newer schema asks for, as it says itself.
std::string versionNeeded(Database& database) {
    auto rows = database.query(u"SELECT value FROM setting WHERE key = 'schema_needs'"_s);
    return rows && rows->next() ? rows->get<std::string>(0) : std::string();
}

Result<void> refuseNewer(Database& database, int found, int newest) {
    Error error = openError(ErrorCode::TooNew, database);
    const std::string needed = versionNeeded(database);
    error.found = "format " + std::to_string(found) + ", of a newer Healthbook";
    error.expected = "format " + std::to_string(newest) + " or older";
    error.hint = needed.empty() ? "Open it with a newer Healthbook"
                                : "Open it with Healthbook " + needed + " or newer";
    return failure(std::move(error));
}

Result<void> checkForeignKeys(Database& database) {
    HB_TRY(Query rows, database.query(u"PRAGMA foreign_key_check"_s));
    if (rows.next()) {
        Error error = openError(ErrorCode::Corrupt, database);
        error.found = "A row of " + rows.get<std::string>(0) + " refers to one that is gone";
        return failure(std::move(error));
    }
    return rows.finished();
}

Result<void> applyStep(Database& database, const MigrationStep& step) {
    HB_TRY(Transaction transaction, Transaction::begin(database));
    HB_TRY(const int before, pragma(database, u"user_version"_s));
    if (before >= step.number) {
        return {}; // another program was faster
    }
    for (const QString& statement : step.statements) {
        HB_CHECK(database.execute(statement));
    }
    HB_CHECK(database.query(uR"(INSERT INTO setting (key, value) VALUES ('schema_needs', ?)
                                ON CONFLICT DO UPDATE SET value = excluded.value)"_s,
                            QStringLiteral(HB_VERSION)));
    HB_CHECK(checkForeignKeys(database));
    HB_CHECK(database.execute(u"PRAGMA application_id = %1"_s.arg(applicationId)));
    HB_CHECK(database.execute(u"PRAGMA user_version = %1"_s.arg(step.number)));
    return transaction.commit();
}

Result<void> applySteps(Database& database, const std::vector<MigrationStep>& steps, int from) {
    for (const MigrationStep& step : steps) {
        if (step.number > from) {
            if (auto done = applyStep(database, step); !done) {
                done.error().what =
                    "Could not bring the book up to date (step " + step.name.toStdString() + ")";
                return failure(std::move(done).error());
            }
        }
    }
    return {};
}

/// NAME.healthbook.v1-backup, or with a number where that exists.
QString backupPath(const QString& book, int version) {
    const QString base = u"%1.v%2-backup"_s.arg(book).arg(version);
    QString path = base;
    for (int number = 2; QFileInfo::exists(path); ++number) {
        path = u"%1-%2"_s.arg(base).arg(number);
    }
    return path;
}

} // namespace

QStringList splitStatements(const QString& sql) {
    QStringList statements;
    QString statement;
    const auto finish = [&] {
        if (!statement.trimmed().isEmpty()) {
            statements.push_back(statement.trimmed());
        }
        statement.clear();
    };
    for (const QString& line : sql.split(u'\n')) {
        if (line.trimmed() == "-- next"_L1) {
            finish();
        } else {
            statement += line + u'\n';
        }
    }
    finish();
    return statements;
}

Result<std::vector<MigrationStep>> builtInSteps() {
    std::vector<MigrationStep> steps;
    const QDir folder(u":/schema"_s);
    for (const QString& name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            return failure({.code = ErrorCode::Io,
                            .what = "Could not read a part of the program",
                            .place = name.toStdString()});
        }
        steps.push_back({.number = name.section(u'_', 0, 0).toInt(),
                         .name = name,
                         .statements = splitStatements(QString::fromUtf8(file.readAll()))});
    }
    return steps;
}

Result<void> migrate(Database& database, const std::vector<MigrationStep>& steps) {
    const int newest = steps.empty() ? 0 : steps.back().number;
    HB_TRY(const int application, pragma(database, u"application_id"_s));
    HB_TRY(const int version, pragma(database, u"user_version"_s));
    HB_TRY(const bool isEmpty, isEmptyFile(database));
    if (isEmpty && application == 0 && database.mode() == OpenMode::Create) {
        return applySteps(database, steps, 0);
    }
    if (application != applicationId || version < 1) {
        Error error = openError(ErrorCode::Corrupt, database);
        error.found = "It is not a Healthbook file";
        error.hint = "Choose a file that Healthbook made; tables of your own come in by Import";
        return failure(std::move(error));
    }
    if (version > newest) {
        return refuseNewer(database, version, newest);
    }
    if (version == newest) {
        return {};
    }
    if (database.mode() == OpenMode::ReadOnly) {
        Error error = openError(ErrorCode::Io, database);
        error.found = "An older Healthbook wrote it, and it may not be written to";
        error.hint = "Open it once from a place where it may be written to";
        return failure(std::move(error));
    }
    HB_CHECK(copyDatabase(database, backupPath(database.path(), version), Job{}));
    HB_CHECK(database.execute(
        u"PRAGMA foreign_keys = OFF"_s)); // a step may rebuild a table; each is checked at its end
    const Result<void> done = applySteps(database, steps, version);
    HB_CHECK(database.execute(u"PRAGMA foreign_keys = ON"_s));
    return done;
}

} // namespace hb::store
