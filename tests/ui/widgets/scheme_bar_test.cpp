// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/widgets/scheme_bar.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace hb::widgets {

namespace {

/// The bar between two fields, in a window in front.
struct Shown {
    theme::Theme theme{*qApp};
    QWidget window;
    SchemeBar* bar = new SchemeBar(theme, &window);
    QSignalSpy moved{bar, &SchemeBar::boundMoved};
    QSignalSpy set{bar, &SchemeBar::boundSet};
    QSignalSpy cancelled{bar, &SchemeBar::dragCancelled};

    Shown() {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(bar);
        bar->setRanges(redYellowGreenScheme().ranges);
        window.resize(1032, 120); // ten pixels a point, nearly
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }
    [[nodiscard]] QPoint at(std::size_t bound) const { return bar->placeOf(bound).toPoint(); }
    /// The place of a score, by where two bounds stand.
    [[nodiscard]] QPoint of(double score) const {
        const QPointF low = bar->placeOf(1), high = bar->placeOf(2);
        const double a = bar->ranges()[1].from, b = bar->ranges()[2].from;
        return {static_cast<int>(low.x() + (high.x() - low.x()) * (score - a) / (b - a)),
                static_cast<int>(low.y())};
    }
    [[nodiscard]] double from(std::size_t range) const { return bar->ranges()[range].from; }
};

double valueOf(const QSignalSpy& spy, int row) {
    return spy.at(row).at(1).toDouble();
}

} // namespace

TEST_CASE("SchemeBar: dragging a bound") {
    Shown shown;
    SECTION("moves in whole steps, says each, and once when it is let go") {
        const QPoint to = shown.of(62.3);
        QTest::mousePress(shown.bar, Qt::LeftButton, {}, shown.at(1));
        QTest::mouseMove(shown.bar, to);
        REQUIRE(shown.moved.count() >= 1);
        CHECK(valueOf(shown.moved, static_cast<int>(shown.moved.count()) - 1) == 62);
        CHECK(shown.set.isEmpty());
        QTest::mouseRelease(shown.bar, Qt::LeftButton, {}, to);
        REQUIRE(shown.set.count() == 1);
        CHECK(shown.set.at(0).at(0).toInt() == 1);
        CHECK(valueOf(shown.set, 0) == 62);
    }
    SECTION("never passes its neighbours") {
        const QPoint far = shown.of(96), low = shown.of(-20);
        QTest::mousePress(shown.bar, Qt::LeftButton, {}, shown.at(1));
        QTest::mouseMove(shown.bar, far);
        CHECK(shown.from(1) == 74);
        QTest::mouseMove(shown.bar, low);
        CHECK(shown.from(1) == 1);
        QTest::mouseRelease(shown.bar, Qt::LeftButton, {}, low);
    }
    SECTION("Esc goes back and nothing is set") {
        QTest::mousePress(shown.bar, Qt::LeftButton, {}, shown.at(2));
        QTest::mouseMove(shown.bar, shown.of(90));
        CHECK(shown.from(2) == 90);
        QTest::keyClick(shown.bar, Qt::Key_Escape);
        CHECK(shown.from(2) == 75);
        CHECK(shown.cancelled.count() == 1);
        QTest::mouseRelease(shown.bar, Qt::LeftButton, {}, shown.of(90));
        CHECK(shown.set.isEmpty());
    }
    SECTION("a click that moves nothing sets nothing") {
        QTest::mouseClick(shown.bar, Qt::LeftButton, {}, shown.at(2));
        CHECK(shown.set.isEmpty());
        CHECK(shown.bar->currentBound() == 2);
    }
    SECTION("read-only there is nothing to grip") {
        shown.bar->setEditable(false);
        QTest::mousePress(shown.bar, Qt::LeftButton, {}, shown.at(1));
        QTest::mouseMove(shown.bar, shown.of(60));
        QTest::mouseRelease(shown.bar, Qt::LeftButton, {}, shown.of(60));
        CHECK(shown.moved.isEmpty());
        CHECK(shown.bar->focusPolicy() == Qt::NoFocus);
    }
}

TEST_CASE("SchemeBar: keys") {
    Shown shown;
    shown.bar->setFocus(Qt::TabFocusReason);
    REQUIRE(shown.bar->currentBound() == 1);
    SECTION("arrows 1, with Shift 10, no further than a neighbour") {
        QTest::keyClick(shown.bar, Qt::Key_Right);
        CHECK(shown.from(1) == 51);
        QTest::keyClick(shown.bar, Qt::Key_Left, Qt::ShiftModifier);
        CHECK(shown.from(1) == 41);
        CHECK(shown.set.count() == 2);
        for (int step = 0; step < 5; ++step) {
            QTest::keyClick(shown.bar, Qt::Key_Right, Qt::ShiftModifier);
        }
        CHECK(shown.from(1) == 74);
        CHECK(shown.set.count() == 6); // the last step had nowhere to go
    }
    SECTION("a bound of fractions keeps them") {
        std::vector<Range> ranges = shown.bar->ranges();
        ranges[1].from = 43.2;
        shown.bar->setRanges(ranges);
        QTest::keyClick(shown.bar, Qt::Key_Right);
        CHECK(shown.from(1) == 44.2);
    }
    SECTION("Tab walks the bounds before it leaves") {
        QTest::keyClick(shown.bar, Qt::Key_Tab);
        CHECK(shown.bar->currentBound() == 2);
        QTest::keyClick(shown.bar, Qt::Key_Right);
        CHECK(shown.from(2) == 76);
        QTest::keyClick(shown.bar, Qt::Key_Backtab);
        CHECK(shown.bar->currentBound() == 1);
        CHECK(shown.bar->accessibleDescription().contains(QStringLiteral("Yellow")));
    }
}

} // namespace hb::widgets
