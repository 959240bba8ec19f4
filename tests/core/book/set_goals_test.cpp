// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book.h"
#include "core/book/edits.h"
#include "core/store/database.h"
#include "tests/core/book/test_book.h"
#include "tests/support/catch.h"

using namespace hb;
using namespace Qt::StringLiterals;
using book::SetGoals;

namespace {

const std::vector<Goal> twoLevels{{"nrr", "Net revenue retention", ""}, {"adopt", "Adoption", "nrr"}};

struct GoalBook {
    test::TestBook file;

    void serve(const char* metric, const char* goal) {
        Metric served = file.snapshot()->scorecard->metrics[place(metric)];
        served.goal = goal;
        (void)file.apply(book::DescribeMetric{.metric = served});
    }
    std::size_t place(const char* metric) { return file.snapshot()->findMetric(metric).value(); }
    std::string refusal(std::vector<Goal> goals) {
        const std::string before = test::dump(file.book());
        const auto refused = book::apply(file.book(), SetGoals{.goals = std::move(goals)}, test::tester());
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == ErrorCode::InvalidInput);
        CHECK(test::dump(file.book()) == before);
        return refused.error().found.empty() ? refused.error().expected : refused.error().found;
    }
};

} // namespace

TEST_CASE("SetGoals keeps the whole list, in its order, and goes back and forth") {
    GoalBook kit;
    const std::string none = test::dump(kit.file.book());
    const book::Applied first = kit.file.apply(SetGoals{.goals = twoLevels});
    CHECK(first.changes.scorecard);
    CHECK(kit.file.snapshot()->scorecard->goals == twoLevels);
    const std::string two = test::dump(kit.file.book());

    kit.serve("logins", "adopt");
    std::vector<Goal> other{{"adopt", "Everybody uses it", ""}, {"trust", "Trust", "adopt"}};
    const book::Applied second = kit.file.apply(SetGoals{.goals = other});
    CHECK(kit.file.snapshot()->scorecard->goals == other);
    CHECK(kit.file.snapshot()->scorecard->metrics[kit.place("logins")].goal == "adopt");
    const book::Applied back = kit.file.apply(second.inverse);
    CHECK(kit.file.snapshot()->scorecard->goals == twoLevels);
    const book::Applied again = kit.file.apply(back.inverse);
    CHECK(kit.file.snapshot()->scorecard->goals == other);

    (void)kit.file.apply(again.inverse);
    kit.serve("logins", "");
    CHECK(test::dump(kit.file.book()) == two);
    (void)kit.file.apply(first.inverse);
    CHECK(test::dump(kit.file.book()) == none);
}

TEST_CASE("SetGoals is journaled with the goals before and after") {
    GoalBook kit;
    const book::Applied applied = kit.file.apply(SetGoals{.goals = twoLevels});
    (void)kit.file.apply(applied.inverse);
    auto rows = kit.file.book().database().query(
        u"SELECT name, what, before, after FROM journal JOIN person ON person.id = person_id ORDER BY journal.id"_s);
    REQUIRE(rows);
    REQUIRE(rows->next());
    CHECK(rows->get<QString>(0) == test::tester().name);
    CHECK(rows->get<QString>(1) == u"set_goals"_s);
    CHECK_FALSE(rows->get<QString>(2).contains(u"adopt"_s));
    CHECK(rows->get<QString>(3).contains(u"adopt"_s));
    REQUIRE(rows->next());
    CHECK(rows->get<QString>(2).contains(u"adopt"_s));
}

TEST_CASE("SetGoals refuses what would not resolve") {
    GoalBook kit;
    (void)kit.file.apply(SetGoals{.goals = twoLevels});
    kit.serve("tickets", "nrr");
    CHECK(kit.refusal({{"adopt", "Adoption", ""}}).find("there is no goal \"nrr\"") != std::string::npos);
    CHECK(kit.refusal({{"nrr", "Retention", "gone"}}) == "/goals/0/parent: there is no goal \"gone\"");
    CHECK(kit.refusal({{"nrr", "A", ""}, {"nrr", "B", ""}}).starts_with("/goals/1/key"));
    CHECK(kit.refusal({{"nrr", "A", "b"}, {"b", "B", "nrr"}}).find("is in a cycle") != std::string::npos);
    CHECK(kit.refusal({{"nrr", "A", "nrr"}}).find("is in a cycle") != std::string::npos);
    CHECK(kit.refusal({{"NRR 115%", "A", ""}, {"nrr", "B", ""}}).starts_with("/goals/0/key"));
    CHECK(kit.refusal({{"nrr", " \t", ""}}) == "a name");
}
