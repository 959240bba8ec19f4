// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/account_payload.h"
#include "core/store/account_store.h"
#include "core/store/journal.h"
#include "core/store/migrations.h"
#include "core/store/run_store.h"
#include "core/store/transaction.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

#include <array>
#include <random>

using namespace hb;
using namespace hb::store;
using namespace Qt::StringLiterals;

namespace {

class Accounts {
public:
    Accounts() : m_database(newBook(m_folder.filePath(u"a.healthbook"_s))) {
        const auto person = personId(m_database, u"P"_s, u"p"_s);
        REQUIRE(person);
        m_person = *person;
    }

    Database& database() { return m_database; }

    RunId run(RunKind kind = RunKind::Accounts) {
        const auto run = insertRun(
            m_database, {.kind = kind, .person = m_person, .source = {}, .file = {}, .effectiveDay = {}});
        REQUIRE(run);
        return *run;
    }

    AccountWriter writer() {
        auto writer = AccountWriter::prepare(m_database);
        REQUIRE(writer);
        return std::move(*writer);
    }

    AccountId account(const QString& key) {
        const auto account = writer().insert(key, run());
        REQUIRE(account);
        return *account;
    }

    /// What is in force, as "key from=value" lines.
    QStringList inForce(AccountId account) {
        auto rows = m_database.query(uR"(SELECT key, from_day, value FROM attribute
            JOIN attribute_key ON id = key_id WHERE account_id = ? ORDER BY key, from_day)"_s,
                                     account);
        REQUIRE(rows);
        QStringList lines;
        while (rows->next()) {
            lines.push_back(
                u"%1 %2=%3"_s.arg(rows->get<QString>(0), rows->get<QString>(1), rows->get<QString>(2)));
        }
        return lines;
    }

    std::int64_t count(const QString& table) {
        auto rows = m_database.query(u"SELECT count(*) FROM "_s + table);
        REQUIRE(rows);
        REQUIRE(rows->next());
        return rows->get<std::int64_t>(0);
    }

private:
    static Database newBook(const QString& path) {
        auto database = Database::open(path, OpenMode::Create);
        REQUIRE(database);
        REQUIRE(database->execute(u"PRAGMA synchronous = OFF"_s)); // these tests need not wait for the disk
        REQUIRE(migrate(*database, builtInSteps().value()));
        return std::move(*database);
    }

    QTemporaryDir m_folder;
    Database m_database;
    PersonId m_person;
};

std::array<StatedAttribute, 1> said(const QString& key, const QString& value) {
    return {StatedAttribute{.key = key, .value = value}};
}

} // namespace

TEST_CASE("stateAttribute") {
    AttributeHistory history{{Day{10}, u"a"_s}, {Day{20}, u"b"_s}};

    SECTION("what holds already is not written again") {
        CHECK_FALSE(stateAttribute(history, Day{15}, u"a"_s));
        CHECK_FALSE(stateAttribute(history, Day{99}, u"b"_s));
        CHECK(history.size() == 2);
    }
    SECTION("another value holds from its day to the next one stated") {
        CHECK(stateAttribute(history, Day{15}, u"c"_s));
        CHECK(history == AttributeHistory{{Day{10}, u"a"_s}, {Day{15}, u"c"_s}, {Day{20}, u"b"_s}});
    }
    SECTION("on the same day it replaces") {
        CHECK(stateAttribute(history, Day{10}, u"c"_s));
        CHECK(history == AttributeHistory{{Day{10}, u"c"_s}, {Day{20}, u"b"_s}});
    }
    SECTION("empty clears, and is a value of its own") {
        CHECK(stateAttribute(history, Day{30}, {}));
        CHECK_FALSE(stateAttribute(history, Day{31}, u""_s));
        CHECK(history.size() == 3);
    }
    SECTION(
        "clearing what never was changes nothing, and keeps what is stated later from reaching down to it") {
        AttributeHistory empty;
        CHECK_FALSE(stateAttribute(empty, Day{5}, u""_s));
        CHECK(empty == AttributeHistory{{Day{5}, u""_s}});
    }
    SECTION("before all others it is kept, though the earliest value counted there already") {
        CHECK_FALSE(stateAttribute(history, Day{5}, u"a"_s));
        CHECK(stateAttribute(history, Day{1}, u"z"_s));
        CHECK(history.at(Day{5}) ==
              u"a"_s); // the value of day 1 does not reach up to what was stated of day 5
    }
}

TEST_CASE("AccountWriter") {
    Accounts accounts;
    const AccountId account = accounts.account(u"A1"_s);

    SECTION("says whether a value on that day is now another") {
        auto writer = accounts.writer();
        const RunId run = accounts.run();
        CHECK(writer.state(account, run, 1, Day{10}, said(u"owner"_s, u"Ann"_s)).value());
        CHECK_FALSE(writer.state(account, run, 2, Day{10}, said(u"owner"_s, u"Ann"_s)).value());
        CHECK_FALSE(writer.state(account, run, 3, Day{12}, said(u"region"_s, u""_s)).value());
        CHECK(writer.state(account, run, 4, Day{12}, said(u"owner"_s, u"Bob"_s)).value());
        CHECK(accounts.inForce(account) ==
              QStringList{u"owner 10=Ann"_s, u"owner 12=Bob"_s, u"region 12="_s});
    }

    SECTION("the same content stated again costs no second payload") {
        auto writer = accounts.writer();
        for (int week = 0; week < 5; ++week) {
            REQUIRE(writer.state(
                account, accounts.run(), 1, Day{7 * week}, said(u"owner"_s, u"Ann \"A\"\n\\ß"_s)));
        }
        CHECK(accounts.count(u"payload"_s) == 1);
        CHECK(accounts.count(u"statement"_s) == 5);
        CHECK(accounts.count(u"attribute"_s) == 1);
    }

    SECTION("a key is taken once") {
        const auto again = accounts.writer().insert(u"A1"_s, {});
        REQUIRE_FALSE(again);
        CHECK(again.error().code == ErrorCode::Conflict);
    }

    SECTION("an account with statements is referred to, and one without is not") {
        CHECK_FALSE(isAccountReferred(accounts.database(), account).value());
        REQUIRE(
            accounts.writer().stateFirst(account, accounts.run(), 1, Day{1}, said(u"parent_id"_s, u"P7"_s)));
        CHECK(isAccountReferred(accounts.database(), account).value());
        CHECK(parentKeys(accounts.database()).value() == QSet<QString>{u"P7"_s});
    }
}

TEST_CASE("any run taken out leaves what the others alone would have made") {
    const unsigned seed = GENERATE(11U, 12U, 13U, 14U, 15U);
    CAPTURE(seed);
    std::minstd_rand random(seed);
    const auto pick = [&](unsigned count) { return static_cast<int>(random() % count); };
    struct Said {
        int run = 0;
        Day from;
        QString key;
        QString value;
    };
    std::vector<Said> history;
    for (int i = 0; i < 40; ++i) {
        history.push_back({.run = i / 2,
                           .from = Day{pick(6)},
                           .key = pick(2) == 0 ? u"owner"_s : u"segment"_s,
                           .value = pick(4) == 0 ? QString() : QString(QChar(u'a' + pick(3)))});
    }
    const int out = pick(20);
    const auto play = [&](Accounts& accounts, AccountId account, bool withIt) {
        auto writer = accounts.writer();
        RunId run;
        RunId taken;
        for (std::size_t i = 0; i < history.size(); ++i) {
            run = i % 2 == 0 ? accounts.run()
                             : run; // every run gets its number, so that both books count alike
            if (history[i].run == out) {
                taken = run;
            }
            if (withIt || history[i].run != out) {
                REQUIRE(writer.state(account,
                                     run,
                                     static_cast<std::int64_t>(i),
                                     history[i].from,
                                     said(history[i].key, history[i].value)));
            }
        }
        return taken;
    };
    Accounts all;
    Accounts without;
    const AccountId account = all.account(u"A1"_s);
    REQUIRE(without.account(u"A1"_s) == account);
    const RunId taken = play(all, account, true);
    play(without, account, false);
    CHECK(accountsNotAsStated(all.database()).value().empty());
    REQUIRE(accountsStatedBy(all.database(), taken).value() == std::vector{account});

    SECTION("by deleting its statements") {
        REQUIRE(deleteStatementsOf(all.database(), taken));
        REQUIRE(all.writer().rebuild(account));
        CHECK(all.inForce(account) == without.inForce(account));
    }
    SECTION("by marking it undone, and it comes back as it was") {
        const QStringList before = all.inForce(account);
        REQUIRE(setRunUndone(all.database(), taken, PersonId{1}));
        REQUIRE(all.writer().rebuild(account));
        CHECK(all.inForce(account) == without.inForce(account));
        REQUIRE(setRunUndone(all.database(), taken, {}));
        REQUIRE(all.writer().rebuild(account));
        CHECK(all.inForce(account) == before);
    }
}

TEST_CASE("payloads") {
    const PayloadValues values{{2, u"Größe \"x\" \\ \n\t\u0001 😀"_s}, {10, {}}, {11, u"plain"_s}};
    CHECK(fromPayload(toPayload(values)) == values);
    CHECK(fromPayload(toPayload({})).empty());
    CHECK(payloadHash(u"abc"_s) ==
          static_cast<std::int64_t>(0xe71fa2190541574bU)); // FNV-1a of a published test vector
}
