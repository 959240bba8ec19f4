// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/ui/support/clicks.h"
#include "ui/widgets/curve_editor.h"
#include "ui/widgets/curve_points.h"
#include "ui/widgets/typed_number.h"

#include <QApplication>
#include <QImage>
#include <QToolButton>

#include <algorithm>

using namespace hb;
using namespace hb::widgets;
using Curve = std::vector<CurvePoint>;
using test::child;

namespace {

/// Notes what a person's moves send.
struct Heard {
    std::vector<Curve> moves;
    std::vector<Curve> changes;
    std::vector<CurveChange> kinds;
    QStringList refused;
};

struct EditorKit {
    theme::Theme theme{*qApp};
    CurveEditor editor{theme};
    Heard heard;
    const Curve start{{0, 0}, {5, 50}, {20, 75}, {50, 100}};

    EditorKit() {
        editor.resize(editor.sizeHint());
        editor.setUnit(QStringLiteral("logins"));
        editor.setHistogram({30, 1, 2, 2, 12, 50});
        editor.setCurve(start);
        QObject::connect(&editor, &CurveEditor::moving, &editor, [this](const Curve& curve) {
            heard.moves.push_back(curve);
        });
        QObject::connect(
            &editor, &CurveEditor::changed, &editor, [this](const Curve& curve, CurveChange what) {
                heard.changes.push_back(curve);
                heard.kinds.push_back(what);
            });
        QObject::connect(
            &editor, &CurveEditor::refused, &editor, [this](const QString& why) { heard.refused << why; });
        editor.show();
        editor.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&editor));
        editor.setFocus();
    }
    [[nodiscard]] QPoint at(double value, double score) const {
        return editor.placeOf({value, score}).toPoint();
    }
    void press(QPoint place) { QTest::mousePress(&editor, Qt::LeftButton, {}, place); }
    void move(QPoint place) { QTest::mouseMove(&editor, place); }
    void release(QPoint place) { QTest::mouseRelease(&editor, Qt::LeftButton, {}, place); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&editor, key, modifiers); }
};

} // namespace

TEST_CASE("CurveEditor by mouse") {
    EditorKit kit;
    CurveEditor& editor = kit.editor;

    SECTION("a drag moves a point in value and score, and is one change when let go") {
        kit.press(kit.at(5, 50));
        CHECK(editor.selection() == 1);
        kit.move(kit.at(9, 55));
        kit.move(kit.at(12, 60));
        CHECK(kit.heard.moves.size() == 2);
        CHECK(kit.heard.changes.empty());
        kit.release(kit.at(12, 60));
        REQUIRE(kit.heard.changes.size() == 1);
        CHECK(kit.heard.kinds.front() == CurveChange::Moved);
        const CurvePoint moved = kit.heard.changes.front()[1];
        CHECK_THAT(moved.value, test::WithinAbs(12, 0.6));
        CHECK_THAT(moved.score, test::WithinAbs(60, 1));
        CHECK(moved.value == std::round(moved.value)); // accounts have whole logins
        CHECK(moved.score == std::round(moved.score));
    }
    SECTION("never past its neighbours, nor out of 0 to 100") {
        kit.press(kit.at(5, 50));
        kit.move(kit.at(45, 50));
        kit.move(kit.at(45, 50) + QPoint(0, -400));
        kit.release(kit.at(45, 50) + QPoint(0, -400));
        REQUIRE(kit.heard.changes.size() == 1);
        const Curve& curve = kit.heard.changes.front();
        CHECK(curve[1].value < 20);
        CHECK(curve[1].value > 18);
        CHECK(curve[1].score == 100);
    }
    SECTION("straight up it keeps the value to the last digit") {
        editor.setCurve({{0, 0}, {5.123456, 50}, {50, 100}});
        kit.press(kit.at(5.123456, 50));
        kit.move(kit.at(5.123456, 70));
        kit.release(kit.at(5.123456, 70));
        REQUIRE(kit.heard.changes.size() == 1);
        CHECK(kit.heard.changes.front()[1].value == 5.123456);
    }
    SECTION("Esc during a drag goes back, and letting go then says nothing") {
        kit.press(kit.at(5, 50));
        kit.move(kit.at(12, 90));
        REQUIRE(editor.curve() != kit.start);
        kit.key(Qt::Key_Escape);
        CHECK(editor.curve() == kit.start);
        CHECK(kit.heard.moves.back() == kit.start);
        kit.release(kit.at(12, 90));
        CHECK(kit.heard.changes.empty());
    }
    SECTION("a click on the line adds a point there") {
        const QPoint place = kit.at(35, 87.5);
        QTest::mouseClick(&editor, Qt::LeftButton, {}, place);
        REQUIRE(kit.heard.changes.size() == 1);
        CHECK(kit.heard.kinds.front() == CurveChange::Added);
        REQUIRE(kit.heard.changes.front().size() == 5);
        CHECK_THAT(kit.heard.changes.front()[3].value, test::WithinAbs(35, 1));
        CHECK_THAT(kit.heard.changes.front()[3].score, test::WithinAbs(87.5, 1.5));
        CHECK(editor.selection() == 3);
    }
    SECTION("a click beside the line, or one that does not move, changes nothing") {
        QTest::mouseClick(&editor, Qt::LeftButton, {}, kit.at(35, 20));
        QTest::mouseClick(&editor, Qt::LeftButton, {}, kit.at(20, 75));
        CHECK(kit.heard.changes.empty());
        CHECK(kit.heard.moves.empty());
        CHECK(editor.selection() == 2);
    }
    SECTION("a drag survives hearing of its own curve, and ends when another comes") {
        kit.press(kit.at(5, 50));
        kit.move(kit.at(12, 60));
        editor.setCurve(kit.start);
        CHECK(editor.isDragging());
        editor.setCurve({{0, 0}, {9, 100}});
        CHECK_FALSE(editor.isDragging());
        kit.release(kit.at(12, 60));
        CHECK(kit.heard.changes.empty());
    }
    SECTION("read-only it shows, and cannot be moved") {
        editor.setEditable(false);
        kit.press(kit.at(5, 50));
        kit.move(kit.at(12, 60));
        kit.release(kit.at(12, 60));
        QTest::mouseClick(&editor, Qt::LeftButton, {}, kit.at(35, 87.5));
        kit.key(Qt::Key_Up);
        kit.key(Qt::Key_Delete);
        CHECK(editor.curve() == kit.start);
        CHECK(kit.heard.moves.empty());
        CHECK(kit.heard.changes.empty());
    }
}

TEST_CASE("CurveEditor by keys") {
    EditorKit kit;
    CurveEditor& editor = kit.editor;
    kit.key(Qt::Key_Home);
    REQUIRE(editor.selection() == 0);
    kit.key(Qt::Key_PageDown);
    REQUIRE(editor.selection() == 1);

    SECTION("arrows move by a step, with Shift by ten") {
        kit.key(Qt::Key_Up);
        CHECK(editor.curve()[1] == CurvePoint{5, 51});
        kit.key(Qt::Key_Down, Qt::ShiftModifier);
        CHECK(editor.curve()[1] == CurvePoint{5, 41});
        kit.key(Qt::Key_Right);
        CHECK(editor.curve()[1] == CurvePoint{6, 41});
        kit.key(Qt::Key_Left, Qt::ShiftModifier); // no further than its neighbour
        CHECK(editor.curve()[1].value > 0);
        CHECK(editor.curve()[1].value < 2);
        CHECK(kit.heard.changes.size() == 4);
    }
    SECTION("Tab walks the points, then leaves") {
        kit.key(Qt::Key_Tab);
        CHECK(editor.selection() == 2);
        kit.key(Qt::Key_Backtab, Qt::ShiftModifier);
        CHECK(editor.selection() == 1);
        kit.key(Qt::Key_End);
        CHECK(editor.selection() == 3);
    }
    SECTION("Delete removes the selected one, never below two") {
        kit.key(Qt::Key_Delete);
        CHECK(editor.curve() == Curve{{0, 0}, {20, 75}, {50, 100}});
        kit.key(Qt::Key_Delete);
        CHECK(kit.heard.kinds == std::vector{CurveChange::Removed, CurveChange::Removed});
        kit.key(Qt::Key_Delete);
        CHECK(editor.curve().size() == 2);
        CHECK(kit.heard.refused.size() == 1);
    }
    SECTION("Insert adds one behind the selected") {
        kit.key(Qt::Key_Insert);
        REQUIRE(editor.curve().size() == 5);
        CHECK(editor.selection() == 2);
        CHECK(editor.curve()[2] == CurvePoint{12.5, 63});
        CHECK(kit.heard.kinds.front() == CurveChange::Added);
    }
    SECTION("a screen reader hears the point, its band and the accounts") {
        CHECK(editor.accessibleDescription().startsWith(
            QStringLiteral("Point 2 of 4: 5 logins scores 50, yellow.")));
        CHECK(editor.accessibleDescription().contains(QStringLiteral("6 accounts have a value today")));
    }
}

TEST_CASE("CurveEditor paints zones, bars and points") {
    EditorKit kit;
    kit.theme.setChoice(GENERATE(theme::ThemeChoice::Light, theme::ThemeChoice::Dark));
    QCoreApplication::processEvents();
    const QImage image = kit.editor.grab().toImage();
    const QPoint point = kit.at(20, 75);
    CHECK(image.pixelColor(point) == kit.theme.tokens().accent);
    CHECK(image.pixelColor(kit.at(2, 5)) != image.pixelColor(kit.at(40, 40)));   // a bar, and the zone alone
    CHECK(image.pixelColor(kit.at(40, 40)) != image.pixelColor(kit.at(40, 60))); // red, and yellow
    kit.editor.setEditable(false);
    CHECK(kit.editor.grab().toImage().pixelColor(point) == kit.theme.tokens().ink);
}

TEST_CASE("CurvePoints") {
    theme::Theme theme(*qApp);
    CurvePoints points(theme);
    const Curve start{{0, 0}, {5, 50}, {20, 75}};
    points.setUnit(QStringLiteral("logins"));
    points.setCurve(start);
    std::vector<Curve> changes;
    std::vector<CurveChange> kinds;
    QObject::connect(&points, &CurvePoints::changed, &points, [&](const Curve& curve, CurveChange what) {
        changes.push_back(curve);
        kinds.push_back(what);
    });
    points.show();
    points.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&points));
    const auto type = [&](const char* name, const char* text) {
        auto* field = child<TypedNumber>(points, QString::fromLatin1(name));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QString::fromUtf8(text));
        QTest::keyClick(field, Qt::Key_Return);
        return field;
    };

    SECTION("a typed number is one change") {
        type("pointValue1", "7.25");
        REQUIRE(changes.size() == 1);
        CHECK(changes.front() == Curve{{0, 0}, {7.25, 50}, {20, 75}});
        type("pointScore2", "100");
        CHECK(changes.back().back() == CurvePoint{20, 100});
        CHECK(kinds == std::vector{CurveChange::Moved, CurveChange::Moved});
    }
    SECTION("what cannot be is refused with what is expected, and stays to be mended") {
        auto* value = type("pointValue1", "20");
        CHECK(changes.empty());
        CHECK(value->text() == QStringLiteral("20"));
        CHECK(value->property("hbFault").toBool());
        CHECK(test::textOf(points, "curveFault")
                  .contains(QStringLiteral("more than 0 logins and less than 20")));
        points.setCurve(start); // another part changed something
        CHECK(value->text() == QStringLiteral("20"));
        type("pointValue1", "8");
        CHECK_FALSE(test::isShown(points, "curveFault"));
        CHECK(changes.size() == 1);
        for (const char* wrong : {"101", "-1", "many", "", "1.1234567"}) {
            type("pointScore1", wrong);
            INFO(wrong);
            CHECK(test::isShown(points, "curveFault"));
        }
        CHECK(changes.size() == 1);
    }
    SECTION("Esc gives the number back") {
        auto* value = type("pointValue1", "500");
        QTest::keyClick(value, Qt::Key_Escape);
        CHECK(value->text() == QStringLiteral("5"));
        CHECK_FALSE(test::isShown(points, "curveFault"));
    }
    SECTION("one is added in the widest gap, and taken away") {
        test::click(points, "curveAddPoint");
        REQUIRE(changes.size() == 1);
        CHECK(changes.front() == Curve{{0, 0}, {5, 50}, {12.5, 63}, {20, 75}});
        test::click(points, "pointRemove1");
        CHECK(changes.back() == Curve{{0, 0}, {12.5, 63}, {20, 75}});
        test::click(points, "pointRemove1");
        CHECK(changes.back() == Curve{{0, 0}, {20, 75}});
        CHECK_FALSE(child<QToolButton>(points, QStringLiteral("pointRemove0"))->isEnabled());
        CHECK(kinds.back() == CurveChange::Removed);
    }
    SECTION("read-only nothing can be typed") {
        points.setEditable(false);
        CHECK_FALSE(child<TypedNumber>(points, QStringLiteral("pointValue1"))->isEnabled());
        CHECK_FALSE(test::isShown(points, "curveAddPoint"));
    }
}
