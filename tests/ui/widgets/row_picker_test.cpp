// SPDX-License-Identifier: GPL-3.0-or-later
// Painted lists by keys and clicks.
#include "tests/support/catch.h"
#include "ui/widgets/row_picker.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hb::widgets {

namespace {

constexpr int high = 10;

struct Names : RowPicker {
    QStringList names;
    bool isKeyed = true;

    Names() : RowPicker(nullptr) {
        for (int at = 0; at < 25; ++at) {
            names << u"row %1"_s.arg(at);
        }
        resize(100, 300);
        show();
        setFocus();
    }
    void show(const QStringList& others) {
        names = others;
        keepCurrentRow();
    }
    using QWidget::show;
    [[nodiscard]] QString current() const { return names.value(currentRow()); }

protected:
    [[nodiscard]] int rowCount() const override { return static_cast<int>(names.size()); }
    [[nodiscard]] int rowAt(QPointF place) const override {
        const int row = static_cast<int>(place.y()) / high;
        return row < rowCount() ? row : -1;
    }
    [[nodiscard]] QString rowName(int row) const override { return names.at(row); }
    [[nodiscard]] QString rowTip(int row) const override { return names.at(row); }
    [[nodiscard]] QString rowKey(int row) const override { return isKeyed ? names.at(row) : QString(); }
};

} // namespace

TEST_CASE("RowPicker: the keys walk a row, a page, and to the ends") {
    Names rows;
    const auto after = [&rows](Qt::Key key) {
        QTest::keyClick(&rows, key);
        return rows.currentRow();
    };
    CHECK(after(Qt::Key_Home) == 0);
    CHECK(after(Qt::Key_Down) == 1);
    CHECK(after(Qt::Key_PageDown) == 11);
    CHECK(after(Qt::Key_PageDown) == 21);
    CHECK(after(Qt::Key_PageDown) == 24);
    CHECK(after(Qt::Key_Down) == 24);
    CHECK(after(Qt::Key_PageUp) == 14);
    CHECK(after(Qt::Key_Up) == 13);
    CHECK(rows.accessibleName() == u"row 13"_s);
    CHECK(after(Qt::Key_End) == 24);
    CHECK(after(Qt::Key_Home) == 0);
    CHECK(after(Qt::Key_PageUp) == 0);
    const QSignalSpy activated(&rows, &RowPicker::activated);
    QTest::keyClick(&rows, Qt::Key_Return);
    QTest::mouseClick(&rows, Qt::LeftButton, {}, QPoint(5, 3 * high + 2));
    REQUIRE(activated.size() == 2);
    CHECK(activated[0][0] == 0);
    CHECK(activated[1][0] == 3);
    CHECK(rows.currentRow() == 3);
}

TEST_CASE("RowPicker: the current row is the same one when the rows are others") {
    Names rows;
    QTest::mouseClick(&rows, Qt::LeftButton, {}, QPoint(5, 3 * high + 2));
    REQUIRE(rows.current() == u"row 3"_s);
    SECTION("it has moved, and moves again") {
        rows.show({u"new"_s, u"row 3"_s, u"row 1"_s});
        CHECK(rows.currentRow() == 1);
        rows.show({u"row 1"_s, u"new"_s, u"row 3"_s});
        CHECK(rows.current() == u"row 3"_s);
    }
    SECTION("it is gone: the one in its place, or the last") {
        rows.show({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
        CHECK(rows.current() == u"d"_s);
        rows.show({u"e"_s, u"f"_s});
        CHECK(rows.current() == u"f"_s);
        rows.show(QStringList());
        CHECK(rows.currentRow() == -1);
    }
    SECTION("of two alike, the one that it is") {
        rows.show({u"row 3"_s, u"a"_s, u"b"_s, u"row 3"_s});
        CHECK(rows.currentRow() == 3);
    }
    SECTION("where nothing says what a row stands for, the place stays") {
        Names places;
        places.isKeyed = false;
        QTest::keyClick(&places, Qt::Key_End);
        places.show({u"row 24"_s, u"b"_s});
        CHECK(places.current() == u"b"_s);
    }
}

} // namespace hb::widgets
