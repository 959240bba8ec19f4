// SPDX-License-Identifier: GPL-3.0-or-later
// The account beside its segment, metric by metric.
#include "tests/support/catch.h"
#include "tests/ui/support/window_kit.h"
#include "ui/pages/account/benchmark_card.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

struct Kit : test::WindowKit {
    QWidget window;
    BenchmarkCard card{theme, jobs, &window};

    Kit(int others, double own) {
        test::SmallBook book;
        book.account("own", own, own).with("own", "segment", "Mid");
        for (int at = 0; at < others; ++at) {
            const std::string key = "other" + std::to_string(at);
            book.account(key, 50, 50.0 + 10 * at).with(key, "segment", "Mid");
        }
        session.showSnapshot(book.build());
        makeExporter(window);
        window.resize(800, 300);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        const AccountIndex account = session.snapshot().findAccount("own").value();
        card.setAccount(accountAt(session.moment(), account, session.today()));
    }
    [[nodiscard]] const BenchmarkRow& row() const { return card.rows().rows().at(0); }
};

} // namespace

TEST_CASE("Benchmark card: where the account stands, in words and quartiles") {
    const Kit kit(5, 20); // beside 50, 60, 70, 80, 90
    REQUIRE(kit.card.isVisible());
    CHECK(kit.row().words == u"scores lower than three quarters of Mid"_s);
    CHECK(kit.row().quartiles == analytics::Quartiles{.low = 60, .median = 70, .high = 80});
    CHECK(kit.row().band == Band::Red);
    CHECK(kit.row().tip.startsWith(u"Half of 5 others score 60 to 80, the middle one 70."_s));
    CHECK(kit.card.rows().accessibleDescription().contains(kit.row().words));
    CHECK(Kit(5, 95).row().words == u"scores higher than three quarters of Mid"_s);
    CHECK(Kit(5, 70).row().words == u"in the middle of Mid"_s);
    CHECK(Kit(5, 65).row().words == u"scores lower than half of Mid"_s);
}

TEST_CASE("Benchmark card: with fewer than five others it is not there") {
    CHECK_FALSE(Kit(4, 20).card.isVisible());
}

TEST_CASE("Benchmark card: the right button copies it as a table") {
    Kit kit(5, 20);
    const QPoint place(10, 10);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, kit.card.mapToGlobal(place));
    QApplication::sendEvent(&kit.card, &event);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu != nullptr);
    auto* copy = menu->findChild<QAction*>(u"copyTable"_s);
    REQUIRE(copy != nullptr);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(copy).center());
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == u"Metric\tScore\tLower quartile\tMedian\tUpper quartile\tIn words"_s);
    CHECK(lines[1].section(u'\t', 1, 4) == u"20\t60\t70\t80"_s);
}

} // namespace hb::pages
