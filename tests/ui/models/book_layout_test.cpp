// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/ui/support/window_kit.h"
#include "ui/models/book_layout.h"

using namespace hb;
using models::SortBy;

namespace {

struct Laid {
    test::WindowKit kit;
    models::Names names;

    explicit Laid(const test::SmallBook& book) {
        kit.session.showSnapshot(book.build());
        names.follow(kit.session.snapshot(), kit.session.asOf());
    }
    [[nodiscard]] models::BookLayout out(const models::Arrangement& arrangement = {}) const {
        return models::layOut(*kit.session.moment(), arrangement, names);
    }
    [[nodiscard]] std::vector<std::string> keys(const models::Section& section) const {
        std::vector<std::string> all;
        for (const AccountIndex account : section.accounts) {
            all.push_back((*kit.session.snapshot().accounts)[account].key);
        }
        return all;
    }
};

using Keys = std::vector<std::string>;

} // namespace

TEST_CASE("layOut") {
    SECTION("sections follow need, and none is empty") {
        const Laid laid(test::fiveAccounts());
        const models::BookLayout layout = laid.out();
        REQUIRE(layout.sections.size() == 4);
        CHECK(layout.sections[0].id == QStringLiteral("needsYou"));
        CHECK(laid.keys(layout.sections[0]) == Keys{"fell"});
        CHECK(laid.keys(layout.sections[1]) == Keys{"low"});
        CHECK(laid.keys(layout.sections[2]) == Keys{"fine", "good"});
        CHECK(laid.keys(layout.sections[3]) == Keys{"bare"});
    }
    SECTION("the summary counts bands and reasons of the scope, whatever is filtered") {
        const Laid laid(test::fiveAccounts());
        const models::BookLayout layout = laid.out({.filter = {.bands = {Band::Green}}});
        CHECK(layout.summary.all.accounts == 5);
        CHECK(layout.summary.bands[0].accounts == 1);
        CHECK(layout.summary.bands[2].accounts == 2);
        CHECK(layout.summary.bands[3].accounts == 1);
        CHECK(layout.summary.needYou == 1);
        CHECK(layout.summary.shown == 2);
        CHECK(layout.summary.reasons[static_cast<std::size_t>(scoring::Reason::NewlyRed)].accounts == 1);
    }
    SECTION("the scope is the accounts one owns") {
        const Laid laid(test::fiveAccounts());
        const models::BookLayout layout =
            laid.out({.filter = {.mine = true}, .person = QStringLiteral("Ana Lopez")});
        CHECK(layout.summary.all.accounts == 2);
    }
    SECTION("an account that left is out unless it is asked for") {
        const Laid laid(test::fiveAccounts().with("good", "status", "churned"));
        CHECK(laid.out().summary.all.accounts == 4);
        CHECK(laid.out({.filter = {.churned = true}}).summary.all.accounts == 5);
    }
    SECTION("filters find by attribute, by absence, by reason and by letters of name or key") {
        const Laid laid(test::fiveAccounts());
        const auto shown = [&](const session::Filter& filter) {
            return laid.out({.filter = filter}).summary.shown;
        };
        CHECK(shown({.attributes = {{QStringLiteral("segment"), {QStringLiteral("Mid")}}}}) == 3);
        CHECK(shown({.attributes = {{QStringLiteral("region"), {QString()}}}}) == 5);
        CHECK(shown({.attributes = {{QStringLiteral("region"), {QStringLiteral("EMEA")}}}}) == 0);
        CHECK(shown({.reason = scoring::Reason::NewlyRed}) == 1);
        CHECK(shown({.text = QStringLiteral("NAME OF F")}) == 2);
        CHECK(shown({.text = QStringLiteral("bare")}) == 1);
    }
    SECTION("groups by an attribute stand in order of their names") {
        const Laid laid(test::fiveAccounts());
        const models::BookLayout layout = laid.out({.groupBy = QStringLiteral("owner")});
        REQUIRE(layout.sections.size() == 2);
        CHECK(layout.sections[0].title == QStringLiteral("Ana Lopez"));
        CHECK(layout.sections[1].accounts.size() == 3);
    }
    SECTION("inside a section points lost times ARR lead, those without ARR follow, then the name") {
        test::SmallBook book;
        book.account("a", 60, 60).account("b", 55, 55).account("c", 70, 70).account("d", 60, 60);
        book.with("a", "arr", "1000").with("b", "arr", "1000").with("c", "arr", "90000");
        const Laid laid(book);
        const models::BookLayout layout = laid.out();
        REQUIRE(layout.sections.size() == 1);
        CHECK(laid.keys(layout.sections[0]) == Keys{"c", "b", "a", "d"});
        CHECK(layout.summary.currencies == QStringList{QStringLiteral("USD")});
        CHECK(layout.summary.all.cents == std::vector<std::int64_t>{9'200'000});
    }
    SECTION("without ARR there are no amounts; those of several currencies stand apart and are not added") {
        const auto none = Laid(test::fiveAccounts()).out().summary;
        CHECK(none.currencies.isEmpty());
        CHECK(models::moneyOf(none, none.all.cents).isEmpty());
        test::SmallBook book = test::fiveAccounts();
        book.with("fell", "arr", "1000").with("fell", "currency", "EUR");
        book.with("low", "arr", "2000").with("good", "arr", "500").with("good", "currency", "USD");
        const auto several = Laid(book).out().summary;
        CHECK(several.currencies == QStringList{QStringLiteral("USD"), QStringLiteral("EUR")});
        CHECK(several.all.cents == std::vector<std::int64_t>{250'000, 100'000});
        CHECK(several.bands[static_cast<std::size_t>(Band::Red)].cents ==
              std::vector<std::int64_t>{0, 100'000});
        CHECK(models::moneyOf(several, several.all.cents).contains(QStringLiteral(" and ")));
    }
    SECTION("sorts by score, fall and name") {
        const Laid laid(test::fiveAccounts());
        const auto first = [&](SortBy by) {
            const auto layout = laid.out({.groupBy = models::noGroups, .sort = {.by = by}});
            return laid.keys(layout.sections.front()).front();
        };
        CHECK(first(SortBy::LowestScore) == "fell");
        CHECK(first(SortBy::LargestFall) == "fell");
        CHECK(first(SortBy::Name) == "bare");
    }
    SECTION("sorts by an attribute and in reverse; what has no value stands last both ways") {
        const Laid laid(test::fiveAccounts().with("low", "region", "Nord").with("fine", "region", "EMEA"));
        const auto order = [&](const models::Sorting& sort) {
            return laid.keys(laid.out({.groupBy = models::noGroups, .sort = sort}).sections.front());
        };
        const models::Sorting byRegion = models::sortingOf(QStringLiteral("region"));
        CHECK(order(byRegion) == Keys{"fine", "low", "bare", "fell", "good"});
        CHECK(order({.by = byRegion.by, .key = byRegion.key, .reversed = true}) ==
              Keys{"low", "fine", "bare", "fell", "good"});
        CHECK(order({.by = SortBy::LowestScore, .reversed = true}) ==
              Keys{"good", "fine", "low", "fell", "bare"});
        CHECK(order({.by = SortBy::AccountId}) == Keys{"bare", "fell", "fine", "good", "low"});
    }
}

TEST_CASE("openReasons") {
    const auto snapshot = test::fiveAccounts().build();
    const auto fell = snapshot->findAccount("fell").value();
    const auto newlyRed = 1U << static_cast<unsigned>(scoring::Reason::NewlyRed);
    test::WindowKit kit;
    const auto openOf = [&](const Review& review) {
        auto copy = std::make_shared<Snapshot>(*snapshot);
        copy->reviews = {review};
        kit.session.showSnapshot(copy);
        return models::openReasons(*kit.session.moment(), QStringLiteral("Ana"))[fell];
    };
    const Day today = test::day(test::smallBookToday);
    SECTION("what the person has looked at is not open any more") {
        kit.session.showSnapshot(snapshot);
        const std::uint32_t all = kit.session.onDay().reasons[fell].bits();
        REQUIRE((all & newlyRed) != 0);
        CHECK(openOf({fell, "Ana", today, all}).empty());
    }
    SECTION("a reason that is not among those seen is new") {
        CHECK_FALSE(openOf({fell, "Ana", today, newlyRed}).has(scoring::Reason::NewlyRed));
        CHECK(openOf({fell, "Ana", today, newlyRed}).has(scoring::Reason::FallingFast));
    }
    SECTION("another's review, and one of a later day, count for nothing") {
        CHECK(openOf({fell, "Ben", today, newlyRed}).has(scoring::Reason::NewlyRed));
        CHECK(openOf({fell, "Ana", today + 1, newlyRed}).has(scoring::Reason::NewlyRed));
    }
}

TEST_CASE("Sorting") {
    SECTION("an order is kept as the id of its column, with a minus where it is reversed") {
        for (const char* text : {"why", "-score", "change", "-owner", "-attribute:score"}) {
            CHECK(models::toText(models::sortingFromText(QString::fromLatin1(text))).toStdString() == text);
        }
    }
    SECTION("nothing, and attention in reverse, are attention") {
        CHECK(models::sortingFromText({}) == models::Sorting{});
        CHECK(models::sortingFromText(QStringLiteral("-why")) == models::Sorting{});
    }
    SECTION("an attribute that is called like a column of ours has a column of its own") {
        const models::Sorting sort{.by = SortBy::Attribute, .key = QStringLiteral("score")};
        CHECK(models::columnOf(sort) != QStringLiteral("score"));
        CHECK(models::sortingOf(models::columnOf(sort)) == sort);
    }
}
