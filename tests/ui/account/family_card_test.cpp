// SPDX-License-Identifier: GPL-3.0-or-later
// The family of an account on its page: what stands below it as one score, and the way up and down.
#include "core/analytics/family.h"
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "ui/pages/account/family_rows.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr const char *parent = "C1014", *first = "C1012", *second = "C1013";

struct Kit : test::AccountKit {
    void putBelow(const char* key, const char* above) {
        session.apply(book::SetAttribute{.account = idOf(key),
                                         .key = u"parent_id"_s,
                                         .from = session.today(),
                                         .value = QString::fromLatin1(above)},
                      u"Moved"_s);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] FamilyRows* rows() const { return find<FamilyRows>("familyRows"); }
    void clickRow(int row) const {
        const int high = rows()->height() / static_cast<int>(rows()->rows().size());
        QTest::mouseClick(rows(), Qt::LeftButton, {}, {40, row * high + high / 2});
        QCoreApplication::processEvents();
    }
    [[nodiscard]] bool isShown() const { return find<QWidget>("familyCard")->isVisible(); }
};

} // namespace

TEST_CASE("Family: those below an account are rolled up, by a rule that is shown, and open by a click") {
    Kit kit;
    kit.open(parent);
    REQUIRE_FALSE(kit.isShown());
    kit.putBelow(first, parent);
    REQUIRE(kit.isShown());
    CHECK(test::textOf(*kit.window, "familySentence").startsWith(u"Its subsidiary "_s));
    kit.putBelow(second, parent);
    const auto& rows = kit.rows()->rows();
    REQUIRE(rows.size() == 2);
    CHECK(test::textOf(*kit.window, "familySentence").startsWith(u"Of its 2 subsidiaries the lowest is "_s));
    CHECK(test::textOf(*kit.window, "familyRule").contains(u"weighted by ARR"_s));
    CHECK_FALSE(rows[0].score.isEmpty());
    CHECK_FALSE(rows[0].arr.isEmpty());
    CHECK(test::textOf(*kit.window, "familySentence").contains(rows[0].name)); // the lowest stands first
    CHECK_FALSE(test::isShown(*kit.window, "familyParent"));

    SECTION("down and up again") {
        const QString key = rows[1].key;
        const QString name = kit.window->currentPage()->place();
        kit.clickRow(1);
        CHECK(kit.window->where().account == key);
        CHECK(kit.isShown());
        CHECK_FALSE(test::isShown(*kit.window, "familyScore"));
        CHECK(kit.find<QPushButton>("familyParent")->text().startsWith(u"Belongs to "_s));
        CHECK(kit.find<QPushButton>("familyParent")->text().contains(name.left(4)));
        test::click(*kit.window, "familyParent");
        CHECK(kit.window->where().account == QLatin1StringView(parent));
    }
    SECTION("undo takes it out of the family") {
        kit.undo();
        QCoreApplication::processEvents();
        CHECK(kit.rows()->rows().size() == 1);
        kit.undo();
        QCoreApplication::processEvents();
        CHECK_FALSE(kit.isShown());
    }
}

TEST_CASE("Family: by which rule its scores become one is the book's to say, and undo takes it back") {
    Kit kit;
    kit.open(parent);
    kit.putBelow(first, parent);
    kit.putBelow(second, parent);
    const QString mean = test::textOf(*kit.window, "familyScore");
    const auto ruleOnDisk = [&kit] {
        book::Book book = kit.onDisk();
        return book::loadSnapshot(book).value()->settings.familyRule;
    };
    test::click(*kit.window, "familySwitch");
    QCoreApplication::processEvents();
    CHECK(test::textOf(*kit.window, "familyRule") == u"the lowest below it"_s);
    CHECK(test::textOf(*kit.window, "familyScore") != mean);
    CHECK(test::textOf(*kit.window, "familyScore").startsWith(kit.rows()->rows()[0].score));
    CHECK(ruleOnDisk() == FamilyRule::Lowest);
    kit.undo();
    QCoreApplication::processEvents();
    CHECK(test::textOf(*kit.window, "familyRule").contains(u"weighted by ARR"_s));
    CHECK(test::textOf(*kit.window, "familyScore") == mean);
    CHECK(ruleOnDisk() == FamilyRule::ArrWeightedMean);
}

TEST_CASE("Family: the demo company's stand there from the start") {
    Kit kit;
    const Snapshot& snapshot = kit.session.snapshot();
    const analytics::Family family(snapshot, kit.session.asOf());
    int seen = 0;
    for (AccountIndex account = 0; account < snapshot.accounts->size() && seen < 3; ++account) {
        if (const auto above = family.parentOf(account)) {
            ++seen;
            kit.open((*snapshot.accounts)[*above].key.c_str());
            CHECK(kit.isShown());
            CHECK(kit.rows()->rows().size() == family.childrenOf(*above).size());
        }
    }
    CHECK(seen > 0);
}

} // namespace hb::pages
