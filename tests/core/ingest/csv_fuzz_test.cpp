// SPDX-License-Identifier: GPL-3.0-or-later
// A short, fixed run of the fuzz target in tests/fuzz, and of whole files that were damaged.
#include "core/ingest/measurement_source.h"
#include "tests/core/ingest/table_on_disk.h"
#include "tests/fuzz/csv_fuzz.h"
#include "tests/support/catch.h"

#include <random>
#include <string>

using namespace hb;
using namespace hb::ingest;
using namespace Qt::StringLiterals;

namespace {

const std::vector<std::string> seeds = {
    "account_id,metric,date,value\nA,logins,2024-01-05,1\nB,\"log\"\"ins\",2024-01-06 "
    "10:00,-1.5e3\n\"C\n1\",x,y,\r\n",
    "sep=;\r\na;b;c\r\n1;\"2;\r\n3\";4\r\n;;\r\n",
    "a\tb|c\r1\t2|3\r\"\"\t\"\"\"\"|\r",
    "\xEF\xBB\xBFname,note\nGr\xC3\xB6\xC3\x9F"
    "e,\"\xE2\x82\xAC 1.234,5\"\n5\" pipe,\"unclosed\n",
    R"({"format": "healthbook-mapping/1", "columns": {"a": "b", "c": null}, "decimal": ",", "thousands": ".",
        "derive": [{"metric": "m", "left": "a", "op": "/", "right": "b"}], "levels": {"m": {"good": 3}}})"};

class Mutator {
public:
    explicit Mutator(unsigned seed) : m_random(seed) {}

    std::string mutate(std::string text) {
        static constexpr std::string_view special = "\",;\t|\n\r \x00\xFF\xC3{}[]:0-+.eT=";
        for (unsigned i = below(6) + 1; i > 0; --i) {
            const std::size_t at = below(static_cast<unsigned>(text.size()) + 1);
            switch (below(5)) {
            case 0:
                text.insert(at, 1, special[below(static_cast<unsigned>(special.size()))]);
                break;
            case 1:
                text.erase(at, below(4));
                break;
            case 2:
                text.insert(at, text.substr(below(static_cast<unsigned>(text.size()) + 1), below(20)));
                break;
            case 3:
                text.resize(at);
                break;
            default:
                if (at < text.size()) {
                    text[at] = static_cast<char>(below(256));
                }
            }
        }
        return text;
    }
    unsigned below(unsigned count) { return std::uniform_int_distribution<unsigned>(0, count - 1)(m_random); }

private:
    std::mt19937 m_random;
};

} // namespace

TEST_CASE("The CSV fuzz target survives mutated seeds") {
    const unsigned number = GENERATE(range(0U, 5U));
    const unsigned random = GENERATE(range(1U, 5U));
    INFO("seed text " << number << ", random seed " << random);
    Mutator mutator(random);
    std::string text = seeds[number];
    for (int i = 0; i < 300; ++i) {
        text = i % 20 == 0 ? seeds[number] : mutator.mutate(text); // drifts away, then begins anew
        test::fuzzCsv(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    }
    CHECK(test::readAnyTable(seeds[0], ',') == 4);
}

TEST_CASE("A damaged file gives an error, or each of its rows once") {
    const unsigned random = GENERATE(range(1U, 121U));
    INFO("random seed " << random);
    Mutator mutator(random);
    test::TablesOnDisk disk;
    const std::string text = mutator.mutate(seeds[0]);
    std::vector<Metric> metrics(1);
    metrics[0].key = "logins";
    Result<MeasurementSource> source =
        MeasurementSource::open(disk.file(QByteArray::fromStdString(text)),
                                {.encoding = {}, .mapping = {}, .date = Day{0}},
                                MetricForms(metrics, {}));
    if (!source) {
        CHECK_FALSE(source.error().found.empty());
        return;
    }
    std::size_t rows = 0;
    RowReader reader = source->file().rows();
    while (reader.next()) {
        ++rows;
    }
    std::size_t given = 0;
    MeasurementBatch batch;
    while (source->next(batch)) {
        given += batch.rows.size() + batch.rejects.size();
    }
    if (!source->isWide()) {
        CHECK(given == rows);
    }
    CHECK(source->position() == source->file().textSize());
}
