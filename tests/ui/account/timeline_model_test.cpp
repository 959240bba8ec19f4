// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"
#include "ui/pages/account/timeline_model.h"

namespace hb::pages {

using test::day;

namespace {

const Day today = day("2026-03-30");

std::vector<TimelineItem> notes(int count) {
    std::vector<TimelineItem> items;
    for (int at = 0; at < count; ++at) {
        TimelineItem item;
        item.kind = TimelineKind::Note;
        item.day = today - at;
        item.text = "Note " + std::to_string(at);
        items.push_back(item);
    }
    return items;
}

} // namespace

TEST_CASE("Timeline: whoever hears that the items change still sees those that its rows are of") {
    const auto book =
        test::SnapshotBuilder()
            .metric(test::numberMetric("a"))
            .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("a", 1)})})}))
            .account("A")
            .build();
    TimelineModel model;
    model.setItems(book, notes(8), today);
    std::vector<std::string> seen;
    QObject::connect(&model, &QAbstractItemModel::modelAboutToBeReset, &model, [&] {
        seen.clear();
        for (int row = 0; row < model.rowCount(); ++row) {
            const TimelineItem* item = model.itemAt(model.index(row, 0));
            if (item != nullptr) {
                seen.push_back(item->text);
            }
        }
    });
    SECTION("as they become fewer") {
        model.setItems(book, notes(1), today);
        REQUIRE(seen.size() == 8);
        CHECK(seen.back() == "Note 7");
    }
    SECTION("as they all go") {
        model.setItems(book, {}, today);
        CHECK(seen.size() == 8);
        CHECK(model.rowCount() == 0);
    }
    SECTION("as the day goes back") {
        model.setDay(today - 3);
        CHECK(seen.size() == 8);
        CHECK(model.laterCount() == 3);
    }
}

} // namespace hb::pages
