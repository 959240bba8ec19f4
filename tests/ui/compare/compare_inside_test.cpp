// SPDX-License-Identifier: GPL-3.0-or-later
// What the tabs of Compare are looked into is a place of the window: back leads out the way one came.
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "ui/pages/compare/heat_map_table.h"
#include "ui/widgets/band_matrix.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

struct Kit : test::AccountKit {
    Kit() : AccountKit(test::copyDemoBook) {
        press(Qt::Key_2, Qt::ControlModifier);
        QCoreApplication::processEvents();
    }
    void show(const char* tab) const {
        test::click(*window, tab);
        QCoreApplication::processEvents();
    }
    void back() const {
        window->goBack();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QStringList inside() const { return window->where().compare->inside; }
    [[nodiscard]] QString tab() const { return window->where().compare->tab; }
};

} // namespace

TEST_CASE("Compare: back leads out of a group of the heat map, then to where one was before") {
    const Kit kit;
    const QString before = kit.tab();
    kit.show("tab.heatMap");
    const QString there = kit.tab();
    REQUIRE(there != before);
    auto* map = kit.find<HeatTable>("heatMap");
    const int groups = map->model()->rowCount();
    const QModelIndex group = map->model()->index(1, 0);
    const QString name = group.data().toString();
    QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, map->visualRect(group).center());
    CHECK(kit.find<QPushButton>("heatNarrowed")->text() == name);
    CHECK(kit.inside() == QStringList{u"group"_s, name});
    kit.back();
    CHECK(kit.tab() == there);
    CHECK(map->model()->rowCount() == groups);
    CHECK_FALSE(kit.find<QPushButton>("heatNarrowed")->isVisible());
    kit.back();
    CHECK(kit.tab() == before);
}

TEST_CASE("Compare: back leads from a cell of Movement to all who moved") {
    const Kit kit;
    const QString before = kit.tab();
    kit.show("tab.movement");
    const QString title = test::textOf(*kit.window, "movementListTitle");
    auto* matrix = kit.find<widgets::BandMatrix>("movementMatrix");
    QTest::mouseClick(matrix, Qt::LeftButton, {}, matrix->cellRect(Band::Green, Band::Yellow).center());
    CHECK(test::textOf(*kit.window, "movementListTitle").startsWith(u"From green to yellow: "_s));
    kit.back();
    CHECK(test::textOf(*kit.window, "movementListTitle") == title);
    QTest::mouseClick(matrix, Qt::LeftButton, {}, matrix->cellRect(Band::Green, Band::Green).center());
    kit.press(Qt::Key_Escape, {});
    CHECK(test::textOf(*kit.window, "movementListTitle") == title);
    CHECK(kit.inside().isEmpty());
    kit.back(); // to the cell that Esc left
    CHECK(kit.inside() == QStringList{u"green"_s, u"green"_s});
    kit.back();
    kit.back();
    CHECK(kit.tab() == before);
}

} // namespace hb::pages
