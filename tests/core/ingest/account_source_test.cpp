// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/account_source.h"
#include "core/ingest/outcome_source.h"
#include "tests/core/ingest/table_on_disk.h"
#include "tests/support/catch.h"

using namespace hb;
using namespace hb::ingest;
using namespace Qt::StringLiterals;

namespace {

using Texts = std::vector<std::string>;

struct Taken {
    Texts keys;
    std::vector<Texts> rows; ///< key, then values
    Texts rejects;
};

Taken take(const QString& path, const ReadOptions& options = {}) {
    Result<AccountSource> source = AccountSource::open(path, options);
    if (!source) {
        FAIL(source.error().found << " / " << source.error().expected);
    }
    Taken taken{{source->attributes().begin(), source->attributes().end()}, {}, {}};
    AccountBatch batch;
    while (source->next(batch)) {
        for (const AccountRow& row : batch.rows) {
            Texts& texts = taken.rows.emplace_back(1, std::string(row.account));
            for (std::size_t i = 0; i < taken.keys.size(); ++i) {
                texts.emplace_back(batch.values[row.firstValue + i]);
            }
        }
        for (const RejectedRow& reject : batch.rejects) {
            taken.rejects.push_back(std::to_string(reject.line) + ' ' +
                                    source->file().columnName(reject.column).toStdString() + " [" +
                                    reject.found + "] " + reject.expected);
        }
    }
    return taken;
}

} // namespace

TEST_CASE("AccountSource") {
    test::TablesOnDisk disk;
    SECTION("known columns in any spelling, custom ones as written, the rest of a rejects file left out") {
        const Taken taken = take(disk.file(
            "Account ID,NAME,Renewal-Date,Industry,reject_line,\nA1, Acme ,2024-05-01,EdTech,7,\n"));
        CHECK(taken.keys == Texts{"name", "renewal_date", "Industry"});
        CHECK(taken.rows == std::vector<Texts>{{"A1", "Acme", "2024-05-01", "EdTech"}});
        CHECK(taken.rejects.empty());
    }
    SECTION("values in their canonical form; an empty cell stays empty, which clears") {
        const Taken taken = take(
            disk.file("account_id,arr,currency,renewal_date,owner\nA,120000.50,usd,2024-05-01T00:00:00Z,\n"
                      "B,,,,Ann\nC,1e3,EUR,,\n"));
        CHECK(taken.rows == std::vector<Texts>{{"A", "120000.5", "USD", "2024-05-01", ""},
                                               {"B", "", "", "", "Ann"},
                                               {"C", "1000", "EUR", "", ""}});
    }
    SECTION("bad values reject the row, with the column") {
        const Taken taken = take(
            disk.file("account_id,arr,currency,renewal_date\n,1,,\nA,-5,,\nB,1.005,,\nC,1,US,\nD,1,U$D,\n"
                      "E,1,USD,soon\nF,1,USD,2024-05-01,more\nG,1,USD,2024-05-01\n"));
        CHECK(taken.rows == std::vector<Texts>{{"G", "1", "USD", "2024-05-01"}});
        CHECK(taken.rejects == Texts{"2 account_id [] an account_id",
                                     "3 arr [-5] an amount from 0 on with at most two decimals",
                                     "4 arr [1.005] an amount from 0 on with at most two decimals",
                                     "5 currency [US] a currency of three letters, such as USD",
                                     "6 currency [U$D] a currency of three letters, such as USD",
                                     "7 renewal_date [soon] a day as YYYY-MM-DD, 1900 to 2199",
                                     "8  [5 fields] 4 fields, as in the header"});
    }
    SECTION("the mapping renames, leaves out and gives the forms") {
        ReadOptions options;
        options.mapping.columns = {
            {u"Kunde"_s, u"account_id"_s}, {u"Umsatz"_s, u"ARR"_s}, {u"x"_s, QString()}};
        options.mapping.decimal = u',';
        options.mapping.thousands = u'.';
        const Taken taken = take(disk.file("Kunde;Umsatz;X;Branche\nA;1.200,5;junk;Bau\n"), options);
        CHECK(taken.keys == Texts{"arr", "Branche"});
        CHECK(taken.rows == std::vector<Texts>{{"A", "1200.5", "Bau"}});
    }
    SECTION("the trimmed name is the key where the mapping says so") {
        ReadOptions options;
        options.mapping.key = ColumnMapping::Key::Name;
        const Taken taken = take(disk.file("name,owner\n Acme ,Ann\n"), options);
        CHECK(taken.keys == Texts{"name", "owner"});
        CHECK(taken.rows == std::vector<Texts>{{"Acme", "Acme", "Ann"}});
    }
    SECTION("... also where there is an account_id; without a name, that is the key") {
        ReadOptions options;
        options.mapping.key = ColumnMapping::Key::Name;
        const Taken taken = take(disk.file("account_id,name,owner\n7,Acme,Ann\n"), options);
        CHECK(taken.keys == Texts{"name", "owner"});
        CHECK(taken.rows == std::vector<Texts>{{"Acme", "Acme", "Ann"}});
        CHECK(take(disk.file("account_id,owner\n7,Ann\n"), options).rows == std::vector<Texts>{{"7", "Ann"}});
    }
    SECTION("custom attributes are spelt as they were before, and the rows can be read again") {
        Result<AccountSource> source =
            AccountSource::open(disk.file("account_id,Plan Type,Tier,OWNER\nA,x,y,z\n"), {});
        REQUIRE(source.has_value());
        const Texts known = {"tier", "plan_type", "PLAN TYPE", "Owner"};
        CHECK(source->spellsOtherwise(known));
        source->spellAttributes(known);
        CHECK(Texts(source->attributes().begin(), source->attributes().end()) ==
              Texts{"plan_type", "tier", "owner"});
        AccountBatch batch;
        for (int i = 0; i < 2; ++i) {
            REQUIRE(source->next(batch));
            CHECK(batch.rows.size() == 1);
            CHECK_FALSE(source->next(batch));
            source->rewind();
        }
    }
    SECTION("without account_id it says what it found; two columns of one field are refused") {
        const Result<AccountSource> none = AccountSource::open(disk.file("id,name\n"), {});
        REQUIRE_FALSE(none.has_value());
        CHECK(none.error().found == "the columns id, name");
        ReadOptions options;
        options.mapping.columns = {{u"csm"_s, u"owner"_s}};
        const Result<AccountSource> twice = AccountSource::open(disk.file("account_id,owner,csm\n"), options);
        REQUIRE_FALSE(twice.has_value());
        CHECK(twice.error().found == "the columns \"owner\" and \"csm\", which both mean owner");
    }
    SECTION("the caller rejects a row by the attribute that is at fault") {
        Result<AccountSource> source = AccountSource::open(disk.file("account_id,parent_id\nA,B\n"), {});
        REQUIRE(source.has_value());
        AccountBatch batch;
        REQUIRE(source->next(batch));
        const RejectedRow reject = source->reject(batch.rows[0], "parent_id", "B", "an account of the book");
        CHECK(source->file().columnName(reject.column) == u"parent_id");
        CHECK(reject.line == 2);
        CHECK(source->file().columnName(source->reject(batch.rows[0], "", "A", "").column) == u"account_id");
    }
}

TEST_CASE("OutcomeSource") {
    test::TablesOnDisk disk;
    const auto open = [&disk](const QByteArray& bytes) { return OutcomeSource::open(disk.file(bytes), {}); };
    SECTION("kinds without case, retained is renewed, an amount with its sign, a reason") {
        Result<OutcomeSource> source =
            open("account_id,date,outcome,arr_change,reason\nA,2024-01-05,Retained,,\n"
                 "B,2024-01-06,CHURNED,-1200.5,price\nC,2024-01-07,expanded,+10,\n"
                 "D,2024-01-08,downgraded,-1,\nE,2024-01-09,renewed,0,\n");
        REQUIRE(source.has_value());
        CHECK(source->hasArrChange());
        CHECK(source->hasReason());
        OutcomeBatch batch;
        REQUIRE(source->next(batch));
        REQUIRE(batch.rows.size() == 5);
        CHECK(batch.rejects.empty());
        CHECK(batch.rows[0].kind == OutcomeKind::Renewed);
        CHECK_FALSE(batch.rows[0].arrChangeCents.has_value());
        CHECK(batch.rows[1].kind == OutcomeKind::Churned);
        CHECK(batch.rows[1].arrChangeCents == -120050);
        CHECK(batch.rows[1].reason == "price");
        CHECK(batch.rows[2].arrChangeCents == 1000);
        CHECK(batch.rows[4].arrChangeCents == 0);
        CHECK(batch.rows[4].kind == OutcomeKind::Renewed);
        CHECK_FALSE(source->next(batch));
    }
    SECTION("bad rows name their column") {
        Result<OutcomeSource> source =
            open("account_id,date,outcome,arr_change\n,2024-01-05,churned,\nA,x,churned,\n"
                 "A,2024-01-05,lost,\nA,2024-01-05,churned,much\n");
        REQUIRE(source.has_value());
        CHECK_FALSE(source->hasReason());
        OutcomeBatch batch;
        REQUIRE(source->next(batch));
        CHECK(batch.rows.empty());
        QStringList columns;
        for (const RejectedRow& reject : batch.rejects) {
            columns.append(source->file().columnName(reject.column));
        }
        CHECK(columns == QStringList{u"account_id"_s, u"date"_s, u"outcome"_s, u"arr_change"_s});
    }
    SECTION("the three columns are needed") {
        const Result<OutcomeSource> source = open("account_id,date\nA,2024-01-05\n");
        REQUIRE_FALSE(source.has_value());
        CHECK(source.error().expected == "the columns account_id, date and outcome");
    }
}
