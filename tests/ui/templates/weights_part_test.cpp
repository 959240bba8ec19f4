// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/templates/part_kit.h"
#include "ui/pages/templates/weights_part.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>

using namespace hb;
using namespace Qt::StringLiterals;

namespace {

using Shown = test::ShownPart<pages::WeightsPart>;

/// More metrics in two groups than a low window shows, and one that is in no group.
test::SnapshotBuilder manyMetrics() {
    test::SnapshotBuilder builder;
    std::vector<GroupMetric> first, second;
    for (int at = 0; at < 20; ++at) {
        const std::string key = "m" + std::to_string(at);
        builder.metric(test::numberMetric(key));
        (at < 10 ? first : second).push_back(test::weighted(key, 1));
    }
    builder.metric(test::numberMetric("spare"));
    builder.tmpl(test::defaultTemplate(
        {test::version({test::group("first", 1, first), test::group("second", 1, second)})}));
    builder.account("A01");
    return builder;
}

} // namespace

TEST_CASE("Weights part: a metric that was added is chosen and scrolled to") {
    Shown shown(manyMetrics(), 0);
    shown.window.resize(400, 320);
    QCoreApplication::processEvents();
    shown.part->choose(u"m19"_s); // its group takes the new one
    QSignalSpy chosen(shown.part, &pages::WeightsPart::metricChosen);
    const auto isInView = [&shown] {
        const auto* row = shown.window.findChild<QWidget*>(u"metric.spare"_s);
        const QWidget* seen = row ? row->parentWidget()->parentWidget() : nullptr; // of the scroll area
        return seen && seen->rect().contains(QRect(row->mapTo(seen, QPoint()), row->size()));
    };
    shown.press("addMetric");
    auto* menu = shown.window.findChild<QMenu*>(u"addMetricMenu"_s);
    REQUIRE(menu);
    auto* action = menu->findChild<QAction*>(u"add.spare"_s);
    REQUIRE(action);
    action->trigger();
    menu->close();
    CHECK(shown.version().groups[1].metrics.back().metric == "spare");
    CHECK(shown.part->chosen() == u"spare"_s);
    CHECK(chosen.last().value(0).toString() == u"spare"_s);
    CHECK(QTest::qWaitFor(isInView));
}
