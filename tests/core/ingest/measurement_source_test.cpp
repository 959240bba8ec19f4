// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/measurement_source.h"
#include "tests/core/ingest/table_on_disk.h"
#include "tests/support/catch.h"

using namespace hb;
using namespace hb::ingest;
using namespace Qt::StringLiterals;

namespace {

std::vector<Metric> metrics() {
    std::vector<Metric> all(4);
    all[0].key = "logins";
    all[1].key = "nps_score";
    all[2].key = "sentiment";
    all[2].rule.kind = MetricKind::Level;
    all[2].rule.levels = {{1, "At risk", 0, {}}, {2, "Neutral", 50, {}}, {3, "Glad", 100, {}}};
    all[3].key = "login_change";
    all[3].rule.series = "logins";
    return all;
}

/// One row in words: "3: A1 logins 2024-01-05 = 12.5 (note)".
struct Taken {
    std::vector<std::string> rows;
    std::vector<std::string> rejects; ///< "4 value [abc] a number x1"
    std::vector<NewMetric> made;
};

std::string shortNumber(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

Taken take(const QString& path, const ReadOptions& options = {}) {
    Result<MeasurementSource> source =
        MeasurementSource::open(path, options, MetricForms(metrics(), options.mapping));
    if (!source) {
        FAIL(source.error().found << " / " << source.error().expected);
    }
    Taken taken;
    MeasurementBatch batch;
    while (source->next(batch)) {
        for (const MeasurementRow& row : batch.rows) {
            const std::string metric = row.metric < metrics().size()
                                           ? metrics()[row.metric].key
                                           : '*' + source->newMetrics()[row.metric - metrics().size()].key;
            taken.rows.push_back(std::to_string(row.line) + ": " + std::string(row.account) + ' ' + metric +
                                 ' ' + toIsoText(row.day) + " = " + shortNumber(row.value) +
                                 (row.note.empty() ? "" : " (" + std::string(row.note) + ')'));
        }
        for (const RejectedRow& reject : batch.rejects) {
            taken.rejects.push_back(
                std::to_string(reject.line) + ' ' + source->file().columnName(reject.column).toStdString() +
                " [" + reject.found + "] " + reject.expected + " x" + std::to_string(reject.count));
        }
    }
    taken.made.assign(source->newMetrics().begin(), source->newMetrics().end());
    return taken;
}

Error errorOf(const QString& path, const ReadOptions& options = {}) {
    const Result<MeasurementSource> source =
        MeasurementSource::open(path, options, MetricForms(metrics(), options.mapping));
    REQUIRE_FALSE(source.has_value());
    return source.error();
}

using Texts = std::vector<std::string>;

ReadOptions mapped(const QByteArray& members) {
    const Result<ColumnMapping> mapping =
        parseMapping("{\"format\": \"healthbook-mapping/1\", " + members + '}', u"m"_s);
    REQUIRE(mapping.has_value());
    return {.encoding = {}, .mapping = *mapping, .date = {}};
}

} // namespace

TEST_CASE("MeasurementSource reads long files") {
    test::TablesOnDisk disk;
    SECTION("columns in any order and spelling, values trimmed, a time dropped, a note where there is one") {
        const Taken taken =
            take(disk.file("Value;Note;Date;Account-ID;METRIC\n 12.5 ;\"a;b\";2024-01-05 10:00; A1 ;logins\n"
                           "1;;2024-01-06;A2; nps_score\n"));
        CHECK(taken.rows == Texts{"2: A1 logins 2024-01-05 = 12.5 (a;b)", "3: A2 nps_score 2024-01-06 = 1"});
        CHECK(taken.rejects.empty());
    }
    SECTION("a bad row is rejected with its line, column, text and what was expected; the others are taken") {
        const Taken taken =
            take(disk.file("account_id,metric,date,value\n,logins,2024-01-05,1\nA1,Logins,2024-01-05,1\n"
                           "A1,logins,05.01.2024,1\nA1,logins,2024-01-05,1x\nA1,logins,2024-01-05,\n"
                           "A1,logins,2024-01-05\nA1,login_change,2024-01-05,3\nA1,logins,2024-01-05,7\n"));
        CHECK(taken.rows == Texts{"9: A1 logins 2024-01-05 = 7"});
        CHECK(taken.rejects == Texts{"2 account_id [] an account_id x1",
                                     "3 metric [Logins] a metric of the book x1",
                                     "4 date [05.01.2024] a day as YYYY-MM-DD, 1900 to 2199 x1",
                                     "5 value [1x] a number x1",
                                     "6 value [] a number x1",
                                     "7  [3 fields] 4 fields, as in the header x1",
                                     "8 metric [login_change] a metric with measurements of its own (it "
                                     "reads those of logins) x1"});
    }
    SECTION("a level is its number, its label without case, or what the mapping calls it") {
        const QByteArray head = "account_id,metric,date,value\n";
        const Taken taken = take(disk.file(head + "A,sentiment,2024-01-01,3\nA,sentiment,2024-01-02,at RISK\n"
                                                  "A,sentiment,2024-01-03,ok\nA,sentiment,2024-01-04,2.0\n"
                                                  "A,sentiment,2024-01-05,4\nA,sentiment,2024-01-06,2.5\n"),
                                 mapped(R"("levels": {"sentiment": {"OK": 2}})"));
        CHECK(taken.rows == Texts{"2: A sentiment 2024-01-01 = 3",
                                  "3: A sentiment 2024-01-02 = 1",
                                  "4: A sentiment 2024-01-03 = 2",
                                  "5: A sentiment 2024-01-04 = 2"});
        CHECK(taken.rejects == Texts{"6 value [4] a level: 1 At risk, 2 Neutral, 3 Glad x1",
                                     "7 value [2.5] a level: 1 At risk, 2 Neutral, 3 Glad x1"});
    }
    SECTION("unknown metrics are made only where asked, under a folded key, once") {
        const QString path =
            disk.file("account_id,metric,date,value\nA,Weekly Visits,2024-01-01,1\nA,logins,2024-01-01,2\n"
                      "B,weekly_visits,2024-01-01,3\nB,Weekly Visits,2024-01-02,4\nB,??,2024-01-02,4\n");
        CHECK(take(path).rejects.size() == 4);
        const Taken taken = take(path, {.encoding = {}, .mapping = {}, .date = {}, .createMetrics = true});
        CHECK(taken.rows == Texts{"2: A *weekly_visits 2024-01-01 = 1",
                                  "3: A logins 2024-01-01 = 2",
                                  "4: B *weekly_visits 2024-01-01 = 3",
                                  "5: B *weekly_visits 2024-01-02 = 4"});
        CHECK(taken.made == std::vector<NewMetric>{{"weekly_visits", "Weekly Visits"}});
        CHECK(taken.rejects == Texts{"6 metric [??] a metric of the book x1"});
    }
    SECTION("the mapping's columns and forms") {
        const Taken taken =
            take(disk.file("Org;Was;Wann;Wert;metric\nA;logins;5.1.2024;1.234,5 €;x\n"),
                 mapped(R"("columns": {"org": "account_id", "Was": "metric", "Wann": "date", "Wert": "value",
                                     "metric": null}, "date_format": "dd.MM.yyyy", "decimal": ",", "thousands": ".",
                                     "currency": ["€"])"));
        CHECK(taken.rows == Texts{"2: A logins 2024-01-05 = 1234.5"});
    }
    SECTION("the name is the key where the mapping says so and there is no account_id") {
        const Taken taken = take(disk.file("name,metric,date,value\n Acme Inc ,logins,2024-01-05,1\n"),
                                 mapped(R"("key": "name")"));
        CHECK(taken.rows == Texts{"2: Acme Inc logins 2024-01-05 = 1"});
    }
    SECTION("a file without the columns says what it has and what is needed") {
        const Error error = errorOf(disk.file("id,metric,value\nA,logins,1\n"));
        CHECK(error.code == ErrorCode::InvalidInput);
        CHECK(error.found == "the columns id, metric, value");
        CHECK(error.expected == "the columns account_id, metric, date and value");
        CHECK(errorOf(disk.file("account_id,metric,value\nA,logins,1\n")).expected == error.expected);
    }
}

TEST_CASE("MeasurementSource reads wide files") {
    test::TablesOnDisk disk;
    SECTION("an empty cell is no measurement, a bad one rejects that cell alone") {
        const Taken taken = take(disk.file(
            "account_id,date,logins,NPS Score,sentiment\nA,2024-01-05,3,,glad\nB,2024-01-05,x,9,\n"));
        CHECK(taken.rows == Texts{"2: A logins 2024-01-05 = 3",
                                  "2: A sentiment 2024-01-05 = 3",
                                  "3: B nps_score 2024-01-05 = 9"});
        CHECK(taken.rejects == Texts{"3 logins [x] a number x1"});
    }
    SECTION("a bad account or day rejects the row, which counts its cells") {
        const Taken taken = take(
            disk.file("account_id,date,logins,nps_score\n,2024-01-05,3,4\nA,someday,3,\nA,2024-13-01,,\n"));
        CHECK(taken.rows.empty());
        CHECK(taken.rejects == Texts{"2 account_id [] an account_id x2",
                                     "3 date [someday] a day as YYYY-MM-DD, 1900 to 2199 x1",
                                     "4 date [2024-13-01] a day as YYYY-MM-DD, 1900 to 2199 x1"});
    }
    SECTION("an unknown column is one finding, or a new metric") {
        const QString path = disk.file(
            "account_id,date,logins,Seats used,login_change\nA,2024-01-05,3,4,5\nB,2024-01-05,6,7,8\n");
        const Taken taken = take(path);
        CHECK(taken.rows.size() == 2);
        CHECK(taken.rejects == Texts{"1 Seats used [Seats used] a metric of the book x1",
                                     "1 login_change [login_change] a metric with measurements of its own "
                                     "(it reads those of logins) x1"});
        const Taken made = take(path, {.encoding = {}, .mapping = {}, .date = {}, .createMetrics = true});
        CHECK(made.rows.size() == 4);
        CHECK(made.made == std::vector<NewMetric>{{"seats_used", "Seats used"}});
    }
    SECTION("the date of the whole file stands in for a date column") {
        const QString path = disk.file("account_id,logins\nA,3\n");
        CHECK(take(path, {.encoding = {}, .mapping = {}, .date = parseIsoDay("2024-02-01")}).rows ==
              Texts{"2: A logins 2024-02-01 = 3"});
        CHECK(errorOf(path).expected == "a column date (or the date of the whole file)");
    }
    SECTION("metrics derive from two columns, left out or not; percent columns lose their sign") {
        const ReadOptions options =
            mapped(R"("columns": {"Used": null, "Bought": "nps_score"}, "percent": ["Used"],
            "derive": [{"metric": "logins", "left": "Used", "op": "/", "right": "bought"}])");
        const Taken taken =
            take(disk.file("account_id,date,Used,Bought\nA,2024-01-05,50%,100\nB,2024-01-05,,100\n"
                           "C,2024-01-05,1,0\nD,2024-01-05,1,x\nE,2024-01-05,y,1\n"),
                 options);
        CHECK(taken.rows == Texts{"2: A nps_score 2024-01-05 = 100",
                                  "2: A logins 2024-01-05 = 0.5",
                                  "3: B nps_score 2024-01-05 = 100",
                                  "4: C nps_score 2024-01-05 = 0",
                                  "6: E nps_score 2024-01-05 = 1"});
        CHECK(taken.rejects == Texts{"4 Bought [1 / 0] a number for logins x1",
                                     "5 Bought [x] a number x1",
                                     "6 Used [y] a number x1"});
    }
    SECTION("two columns of one metric, and a derived one that lacks half, are errors of the file") {
        CHECK(errorOf(disk.file("account_id,date,a,b\n"),
                      mapped(R"("columns": {"a": "logins", "b": "logins"})"))
                  .found.find("\"a\" and \"b\"") != std::string::npos);
        const ReadOptions half =
            mapped(R"("derive": [{"metric": "logins", "left": "u", "op": "-", "right": "v"}])");
        CHECK(errorOf(disk.file("account_id,date,u\n"), half).expected.find("the column v") == 0);
        CHECK(take(disk.file("account_id,date,nps_score\n"), half).rejects.empty());
    }
}

TEST_CASE("MeasurementSource yields all of a large file in order") {
    test::TablesOnDisk disk;
    QByteArray bytes = "account_id,metric,date,value\n";
    for (int i = 0; i < 50'000; ++i) {
        bytes += "\"A\"\"" + QByteArray::number(i) + "\"," + (i % 2 == 0 ? "logins" : "nps_score") +
                 ",2024-01-05," + QByteArray::number(i) + '\n';
    }
    Result<MeasurementSource> source =
        MeasurementSource::open(disk.file(bytes), {}, MetricForms(metrics(), {}));
    REQUIRE(source.has_value());
    MeasurementBatch batch;
    int count = 0;
    bool inOrder = true;
    while (source->next(batch)) {
        for (const MeasurementRow& row : batch.rows) {
            inOrder = inOrder && row.account == "A\"" + std::to_string(count) && row.value == count &&
                      row.line == count + 2 && row.metric == static_cast<unsigned>(count % 2);
            ++count;
        }
    }
    CHECK(inOrder);
    CHECK(count == 50'000);
    CHECK(source->position() == source->file().textSize());
}
