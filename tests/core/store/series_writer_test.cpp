// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/series_codec.h"
#include "core/store/series_undo.h"
#include "core/store/series_writer.h"
#include "core/store/transaction.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <map>
#include <random>
#include <tuple>

using namespace hb;
using namespace hb::store;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t accountCount = 3;
constexpr std::int64_t metricCount = 2;

/// The tables of measurements, with a person, runs, accounts and metrics to refer to.
Database makeTables(const QString& path) {
    auto opened = Database::open(path, OpenMode::Create);
    REQUIRE(opened);
    Database database = std::move(*opened);
    QFile schema(QStringLiteral(HB_SOURCE_DIR "/resources/schema/0001_initial.sql"));
    REQUIRE(schema.open(QIODevice::ReadOnly));
    for (const QString& statement : QString::fromUtf8(schema.readAll()).split(u"\n-- next\n"_s)) {
        REQUIRE(database.execute(statement));
    }
    REQUIRE(database.execute(u"INSERT INTO person (name, login) VALUES ('P', 'p')"_s));
    REQUIRE(database.execute(u"PRAGMA synchronous = OFF"_s));
    REQUIRE(database.execute(u"PRAGMA foreign_keys = OFF"_s)); // runs and metrics are numbers here
    return database;
}

using PointKey = std::tuple<std::int64_t, std::int64_t, std::int32_t>; // account, metric, day

/// What the rows of one file say.
struct Said {
    double first = 0;
    double value = 0;
    std::string note;
};
struct FilePart {
    bool notes = false;
    std::map<PointKey, Said> days;
};
using RunParts = std::vector<FilePart>;

RowCounts write(Database& database, std::int64_t run, const RunParts& parts) {
    auto transaction = Transaction::begin(database);
    REQUIRE(transaction);
    auto writer = SeriesWriter::prepare(database, RunId{run});
    REQUIRE(writer);
    for (const FilePart& part : parts) {
        REQUIRE(writer->beginPart());
        for (auto at = part.days.begin(); at != part.days.end();) {
            const auto [account, metric, unused] = at->first;
            std::vector<DayStated> days;
            std::vector<NoteStated> notes;
            for (; at != part.days.end() && std::get<0>(at->first) == account &&
                   std::get<1>(at->first) == metric;
                 ++at) {
                days.push_back(
                    {.day = std::get<2>(at->first), .first = at->second.first, .value = at->second.value});
                if (part.notes) {
                    notes.push_back({std::get<2>(at->first), at->second.note, at->second.note});
                }
            }
            REQUIRE(writer->state(AccountId{account}, MetricId{metric}, days, notes));
        }
        REQUIRE(writer->endPart());
    }
    REQUIRE(transaction->commit());
    return writer->counts();
}

void undo(Database& database, std::int64_t run) {
    auto transaction = Transaction::begin(database);
    REQUIRE(transaction);
    REQUIRE(undoSeries(database, RunId{run}, {}));
    REQUIRE(transaction->commit());
}

struct Contents {
    std::map<PointKey, double> values;
    std::map<PointKey, std::string> notes; ///< in force
    friend bool operator==(const Contents&, const Contents&) = default;
};

Contents contentsOf(Database& database) {
    Contents contents;
    auto chunks = database.query(u"SELECT account_id, metric_id, first_day, points FROM series_chunk"_s);
    REQUIRE(chunks);
    std::vector<SeriesPoint> points;
    while (chunks->next()) {
        const auto blob = chunks->get<QByteArray>(3);
        const Bytes bytes(blob.begin(), blob.end());
        REQUIRE(decodeChunk(bytes, chunks->get<std::int32_t>(2), points));
        for (const SeriesPoint& point : points) {
            const PointKey key{chunks->get<std::int64_t>(0), chunks->get<std::int64_t>(1), point.day};
            REQUIRE(contents.values.emplace(key, point.value).second);
        }
    }
    auto notes =
        database.query(u"SELECT account_id, metric_id, day, note FROM measurement_note ORDER BY run_id"_s);
    REQUIRE(notes);
    while (notes->next()) {
        const PointKey key{
            notes->get<std::int64_t>(0), notes->get<std::int64_t>(1), notes->get<std::int32_t>(2)};
        contents.notes[key] = notes->get<std::string>(3);
    }
    std::erase_if(contents.notes, [](const auto& note) { return note.second.empty(); });
    return contents;
}

std::int64_t journalRows(Database& database) {
    auto rows = database.query(u"SELECT count(*) FROM series_journal"_s);
    REQUIRE((rows && rows->next()));
    return rows->get<std::int64_t>(0);
}

RunParts randomRun(std::mt19937_64& random) {
    RunParts parts(1 + random() % 2);
    const auto start = static_cast<std::int32_t>(random() % 300);
    const bool dense = random() % 3 == 0; // many days, so that chunks split
    for (FilePart& part : parts) {
        part.notes = random() % 3 == 0;
        for (std::uint64_t rows = dense ? 150 : random() % 12; rows > 0; --rows) {
            const PointKey key{1 + random() % accountCount,
                               1 + random() % metricCount,
                               start + static_cast<std::int32_t>(random() % (dense ? 120 : 20))};
            const auto value = static_cast<double>(random() % 3);
            part.days[key] = {value, value, random() % 2 == 0 ? std::string() : std::to_string(random() % 3)};
        }
    }
    return parts;
}

} // namespace

TEST_CASE("runs written to chunks and taken out in any order leave what the rest alone would have made") {
    const auto seed = GENERATE(range(1, 13));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    QTemporaryDir folder;
    Database database = makeTables(folder.filePath(u"book"_s));
    std::map<std::int64_t, RunParts> runs;
    const auto undoAny = [&] {
        const auto at = std::next(runs.begin(), static_cast<std::ptrdiff_t>(random() % runs.size()));
        undo(database, at->first);
        runs.erase(at);
    };
    for (std::int64_t run = 1; run <= 14; ++run) {
        runs[run] = randomRun(random);
        write(database, run, runs[run]);
        if (random() % 3 == 0) {
            undoAny();
        }
    }
    while (true) {
        Database fresh = makeTables(folder.filePath(u"fresh%1"_s.arg(runs.size())));
        for (const auto& [run, parts] : runs) {
            write(fresh, run, parts);
        }
        REQUIRE(contentsOf(database) == contentsOf(fresh));
        if (runs.empty()) {
            break;
        }
        undoAny();
        undoAny();
        if (runs.size() == 1) {
            undoAny();
        }
    }
    CHECK(contentsOf(database) == Contents{});
    CHECK(journalRows(database) == 0);
}

TEST_CASE("a chunk grows to 64 points; a new week rewrites the last one only") {
    QTemporaryDir folder;
    Database database = makeTables(folder.filePath(u"book"_s));
    const auto weeks = [](int first, int last) {
        FilePart part;
        for (int week = first; week < last; ++week) {
            part.days[{1, 1, 7 * week}] = {1.0, 1.0, {}};
        }
        return RunParts{part};
    };
    const auto chunks = [&] {
        std::vector<std::pair<std::int64_t, std::int64_t>> found; // first day, bytes
        auto rows =
            database.query(u"SELECT first_day, length(points) FROM series_chunk ORDER BY first_day"_s);
        REQUIRE(rows);
        while (rows->next()) {
            found.emplace_back(rows->get<std::int64_t>(0), rows->get<std::int64_t>(1));
        }
        return found;
    };
    using Chunks = std::vector<std::pair<std::int64_t, std::int64_t>>;
    CHECK(write(database, 1, weeks(0, 64)).inserted == 64);
    CHECK(chunks() == Chunks{{0, 579}});
    write(database, 2, weeks(64, 65));
    CHECK(chunks() == Chunks{{0, 579}, {448, 12}});
    write(database, 3, weeks(65, 66));
    CHECK(chunks() == Chunks{{0, 579}, {448, 23}});
    CHECK(journalRows(database) == 0);
    SECTION("a repeated history costs some twenty bytes a chunk") {
        CHECK(write(database, 4, weeks(0, 66)).unchanged == 66);
        auto rows = database.query(u"SELECT sum(length(data)) FROM series_journal"_s);
        REQUIRE((rows && rows->next()));
        CHECK(rows->get<std::int64_t>(0) <= 20);
    }
}

TEST_CASE("rows on a day with a value by hand are kept by hand, and stay underneath") {
    QTemporaryDir folder;
    Database database = makeTables(folder.filePath(u"book"_s));
    REQUIRE(database.execute(u"INSERT INTO hand_value VALUES (1, 1, 20, 9.0, '', 1, '')"_s));
    const RunParts parts{
        {.days = {{{1, 1, 10}, {1, 1, {}}}, {{1, 1, 20}, {2, 2, {}}}, {{1, 1, 30}, {3, 3, {}}}}}};
    CHECK(write(database, 1, parts) == RowCounts{2, 0, 0, 1});
    CHECK(contentsOf(database).values.at({1, 1, 20}) == 2.0);
}

TEST_CASE("notes: a changed one alone is an update, an empty one clears, an absent column leaves") {
    QTemporaryDir folder;
    Database database = makeTables(folder.filePath(u"book"_s));
    const auto noted = [](const char* note) {
        return RunParts{{.notes = true, .days = {{{1, 1, 10}, {1, 1, note}}}}};
    };
    const RunParts withoutColumn{{.days = {{{1, 1, 10}, {1, 1, {}}}}}};
    const auto note = [&] {
        const Contents contents = contentsOf(database);
        return contents.notes.empty() ? std::string() : contents.notes.begin()->second;
    };
    CHECK(write(database, 1, noted("")).inserted == 1);
    CHECK(write(database, 2, noted("calm")).updated == 1);
    CHECK(write(database, 3, noted("calm")).unchanged == 1);
    CHECK(write(database, 4, withoutColumn).unchanged == 1);
    CHECK(note() == "calm");
    CHECK(write(database, 5, noted("")).updated == 1);
    CHECK(note().empty());
    undo(database, 5);
    CHECK(note() == "calm");
    undo(database, 2);
    CHECK(note() == "calm");
    undo(database, 3);
    CHECK(note().empty());
}

TEST_CASE("a damaged chunk stops a run and an undo") {
    QTemporaryDir folder;
    Database database = makeTables(folder.filePath(u"book"_s));
    write(database, 1, RunParts{{.days = {{{1, 1, 10}, {1, 1, {}}}}}});
    REQUIRE(database.execute(u"UPDATE series_chunk SET points = x'0102'"_s));
    auto writer = SeriesWriter::prepare(database, RunId{2});
    REQUIRE((writer && writer->beginPart()));
    std::vector<DayStated> days{{.day = 11, .first = 1, .value = 1}};
    const auto stated = writer->state(AccountId{1}, MetricId{1}, days);
    REQUIRE_FALSE(stated);
    CHECK(stated.error().code == ErrorCode::Corrupt);
    CHECK_FALSE(undoSeries(database, RunId{1}, {}));
}
