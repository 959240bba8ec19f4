// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/day.h"
#include "core/book/edits.h"
#include "core/book/scorecard_into_book.h"
#include "tests/core/book/import_book.h"

#include <map>
#include <memory>
#include <random>
#include <variant>

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

namespace {

/// One thing that was done to a book: a run, or a value set by a person.
struct HandValue {
    int account = 0;
    Day day;
    double value = 0;
};
struct File {
    ImportKind kind = ImportKind::Measurements;
    QList<QByteArray> texts;
};
using Step = std::variant<File, HandValue>;

class RandomSteps {
public:
    explicit RandomSteps(std::uint64_t seed) : m_random(seed) {}

    int upTo(int most) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(most + 1)); }
    Step next() {
        switch (upTo(5)) {
        case 0:
            return File{ImportKind::Accounts, {accounts()}};
        case 1:
            return File{ImportKind::Outcomes, {outcomes()}};
        case 2:
            return HandValue{upTo(3), Day{19'723 + upTo(9)}, 90.0 + upTo(3)};
        default:
            return File{ImportKind::Measurements, upTo(2) == 0 ? QList{rows(), rows()} : QList{rows()}};
        }
    }

private:
    QByteArray number(int most) { return QByteArray::number(upTo(most)); }
    QByteArray account() { return "A" + number(3); }
    QByteArray date() { return QByteArray::fromStdString(toIsoText(Day{19'723 + upTo(9)})); }

    QByteArray accounts() {
        QByteArray text = "account_id,name,segment\n";
        for (int i = upTo(3); i >= 0; --i) {
            text += account() + ",N" + number(2) + "," + (upTo(3) == 0 ? "" : "S" + number(2)) + "\n";
        }
        return text;
    }
    QByteArray outcomes() {
        const bool reasons = upTo(1) == 0;
        QByteArray text =
            reasons ? "account_id,date,outcome,reason\n" : "account_id,date,outcome,arr_change\n";
        for (int i = upTo(3); i >= 0; --i) {
            text += account() + "," + date() + (upTo(1) == 0 ? ",renewed," : ",churned,") +
                    (upTo(2) == 0 ? "" : number(2)) + "\n";
        }
        return text;
    }
    QByteArray rows() {
        const bool notes = upTo(2) == 0;
        QByteArray text = notes ? "account_id,metric,date,value,note\n" : "account_id,metric,date,value\n";
        for (int i = upTo(25); i >= 0; --i) {
            text += account() + (upTo(1) == 0 ? ",logins," : ",tickets,") + date() + "," + number(2);
            text += !notes ? "\n" : upTo(1) == 0 ? ",\n" : ",n" + number(1) + "\n";
        }
        return text;
    }
    std::mt19937_64 m_random;
};

RunId take(ImportBook& book, const Step& step) {
    if (const auto* file = std::get_if<File>(&step)) {
        return book.import(ImportBook::request(file->kind), file->texts).run;
    }
    const auto& hand = std::get<HandValue>(step);
    const auto snapshot = loadSnapshot(book.book());
    requireOk(snapshot);
    const auto account = (*snapshot)->findAccount("A" + std::to_string(hand.account));
    REQUIRE(account);
    const AccountId id = (*(*snapshot)->accounts)[*account].id;
    const SetMeasurement edit{id, (*snapshot)->metricIds[0], hand.day, hand.value, {}};
    requireOk(apply(book.book(), edit, ann));
    return {};
}

/// Accounts that all steps refer to; never undone, so that each step alone means the same.
std::unique_ptr<ImportBook> newBook() {
    auto book = std::make_unique<ImportBook>();
    book->import(ImportKind::Accounts, "account_id,name\nA0,a\nA1,b\nA2,c\nA3,d\n");
    book->limits.rowsAtOnce = 7;
    return book;
}

} // namespace

TEST_CASE("undoing runs in any order gives the book that the remaining runs and hand edits would have made") {
    const auto seed = GENERATE(range(1, 9));
    CAPTURE(seed);
    RandomSteps random(static_cast<std::uint64_t>(seed));
    const auto book = newBook();
    std::map<int, Step> steps;
    std::map<int, RunId> runs;
    const auto undoAny = [&] {
        const auto at = std::next(runs.begin(), random.upTo(static_cast<int>(runs.size()) - 1));
        requireOk(undoRun(book->book(), at->second, false, ann));
        steps.erase(at->first);
        runs.erase(at);
    };
    const auto compare = [&] {
        const auto fresh = newBook();
        for (const auto& [number, step] : steps) {
            take(*fresh, step);
        }
        REQUIRE(book->facts() == fresh->facts());
    };
    for (int number = 0; number < 12; ++number) {
        const Step step = random.next();
        const RunId run = take(*book, step);
        steps.emplace(number, step);
        if (run.isValid()) {
            runs.emplace(number, run);
        }
        if (!runs.empty() && random.upTo(3) == 0) {
            undoAny();
        }
    }
    compare();
    while (!runs.empty()) {
        undoAny();
        if (runs.size() % 3 == 0) {
            compare();
        }
    }
}

TEST_CASE(
    "an account that an undone run made stays while others refer to it, and goes with the last of them") {
    ImportBook book;
    const RunId first = book.import(ImportKind::Accounts, "account_id,name\nA,Alpha\n").run;
    const RunId second =
        book.import(ImportKind::Measurements, "account_id,metric,date,value\nA,logins,2024-01-01,5\n").run;
    const auto undone = undoRun(book.book(), first, false, ann);
    requireOk(undone);
    CHECK(undone->accountsRemoved == 0);
    CHECK(undone->changes.accounts);
    CHECK(book.facts().contains(u"account A"_s));
    const auto last = undoRun(book.book(), second, false, ann);
    requireOk(last);
    CHECK(last->accountsRemoved == 1);
    CHECK_FALSE(book.facts().contains(u"account A"_s));
}

TEST_CASE("undo lets an account stand that another names as its parent") {
    ImportBook book;
    const RunId first = book.import(ImportKind::Accounts, "account_id,name\nA,Alpha\n").run;
    book.import(ImportKind::Accounts, "account_id,name,parent_id\nB,Beta,A\n");
    REQUIRE(undoRun(book.book(), first, false, ann));
    CHECK(book.facts().contains(u"account A"_s));
}

TEST_CASE("an account that two runs would have made stays as the second alone would have made it") {
    const auto kind = GENERATE(ImportKind::Measurements, ImportKind::Outcomes);
    const auto texts = kind == ImportKind::Measurements
                           ? std::pair{QByteArray("account_id,metric,date,value\nA9,logins,2026-01-05,1\n"),
                                       QByteArray("account_id,metric,date,value\nA9,logins,2026-01-12,2\n")}
                           : std::pair{QByteArray("account_id,date,outcome\nA9,2026-01-05,renewed\n"),
                                       QByteArray("account_id,date,outcome\nA9,2026-01-12,churned\n")};
    ImportRequest request = ImportBook::request(kind);
    request.createAccounts = true;
    ImportBook both;
    const RunId first = both.import(request, {texts.first}).run;
    (void)both.import(request, {texts.second});
    requireOk(undoRun(both.book(), first, false, ann));
    ImportBook second;
    (void)second.import(request, {texts.second});
    CHECK(both.facts() == second.facts());
}

TEST_CASE("a metric that a scorecard file names stays when the run that made it is undone") {
    ImportBook test;
    ImportRequest request = ImportBook::request(ImportKind::Measurements);
    request.createAccounts = true;
    request.createMetrics = true;
    const RunId run = test.import(request, {"account_id,metric,date,value\nA1,seats,2026-01-05,1\n"}).run;
    Scorecard file = importScorecard();
    file.metrics.push_back(numberMetric("seats"));
    requireOk(importScorecard(test.book(),
                              file,
                              {.effectiveFrom = {}, .prune = false, .today = day("2026-02-01"), .reason = {}},
                              ann));
    requireOk(undoRun(test.book(), run, false, ann));
    CHECK(test.facts().contains(u"metric seats"_s));
}

TEST_CASE("two outcomes of one day stand in the order of the file") {
    ImportBook test;
    ImportRequest request = ImportBook::request(ImportKind::Outcomes);
    request.createAccounts = true;
    (void)test.import(request,
                      {"account_id,date,outcome\nA1,2026-03-29,expanded\nA1,2026-03-29,churned\n"
                       "B1,2026-03-29,churned\nB1,2026-03-29,renewed\n"});
    const auto snapshot = loadSnapshot(test.book());
    requireOk(snapshot);
    CHECK((*snapshot)->isChurned(0, day("2026-03-29")));
    CHECK_FALSE((*snapshot)->isChurned(1, day("2026-03-29")));
}
