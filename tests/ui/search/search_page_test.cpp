// SPDX-License-Identifier: GPL-3.0-or-later
// The search over all that was written, on the demo company in a file.
#include "tests/ui/support/account_kit.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace hb;
using namespace Qt::StringLiterals;

namespace {

struct Searching : test::AccountKit {
    QString first = keyAt(0), second = keyAt(1);

    Searching() {
        write(first, u"Intro\nThey miss the **xylophone** export"_s);
        write(second, u"A xylophone was promised"_s);
        session.apply(book::AddOverride{.account = idOf(first.toUtf8().constData()),
                                        .target = OverrideTarget::Overall,
                                        .key = {},
                                        .score = 80,
                                        .first = session.today(),
                                        .last = session.today() + 9,
                                        .enteredOn = session.today(),
                                        .reason = u"Xylophones are on their way"_s},
                      u"Overrode"_s);
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(window->where().page == session::page::search);
    }
    [[nodiscard]] QString keyAt(AccountIndex at) const {
        return QString::fromStdString((*session.snapshot().accounts)[at].key);
    }
    void write(const QString& key, const QString& text) {
        session.apply(book::AddNote{.account = idOf(key.toUtf8().constData()),
                                    .day = session.today() - 1,
                                    .text = text},
                      u"Noted"_s);
    }
    void type(const QString& words) const {
        auto* field = find<QLineEdit>("searchField");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, words);
        press(Qt::Key_Return, Qt::NoModifier);
    }
    [[nodiscard]] QTableView* table() const { return find<QTableView>("searchTable"); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column) const {
        return table()->model()->index(row, column).data().toString();
    }
};

} // namespace

TEST_CASE("What was written about any account is searched") {
    Searching kit;
    constexpr int what = 3;

    SECTION("Ctrl+Shift+F asks for words, and says what they would find") {
        CHECK(kit.window->focusWidget() == kit.find<QLineEdit>("searchField"));
        CHECK(kit.find<QWidget>("searchEmpty")->isVisible());
        CHECK_FALSE(kit.table()->isVisible());
    }
    SECTION("newest first, an entry a row, the line with the hit") {
        kit.type(u"XYLO"_s);
        REQUIRE(kit.rows() == 3);
        CHECK(kit.cell(0, what).contains(u"Xylophones are on their way"_s));
        QStringList notes{kit.cell(1, what), kit.cell(2, what)};
        notes.sort();
        CHECK(notes == QStringList{u"A xylophone was promised"_s, u"They miss the xylophone export"_s});
        CHECK(kit.find<QLabel>("searchHeadline")->text() == u"3 entries of 2 accounts"_s);
    }
    SECTION("by the keys: Down to the rows, Enter opens the account with its timeline searched") {
        kit.type(u"xylophone promised"_s);
        REQUIRE(kit.rows() == 1);
        kit.press(Qt::Key_Down, Qt::NoModifier);
        CHECK(kit.window->focusWidget() == kit.table());
        kit.press(Qt::Key_Return, Qt::NoModifier);
        CHECK(kit.window->where().page == session::page::account);
        CHECK(kit.window->where().account == kit.second);
        CHECK(kit.find<QLineEdit>("timelineSearch")->text() == u"xylophone promised"_s);
        kit.press(Qt::Key_Left, Qt::AltModifier);
        CHECK(kit.window->where().page == session::page::search);
        CHECK(kit.rows() == 1);
    }
    SECTION("kinds are chosen, and all of them come back") {
        kit.type(u"xylo"_s);
        QTest::mouseClick(kit.find<QPushButton>("searchGroup1"), Qt::LeftButton);
        CHECK(kit.rows() == 1);
        QTest::mouseClick(kit.find<QPushButton>("searchGroup1"), Qt::LeftButton);
        QTest::mouseClick(kit.find<QPushButton>("searchGroup2"), Qt::LeftButton);
        CHECK(kit.rows() == 0);
        CHECK(kit.find<QWidget>("searchEmpty")->isVisible());
        QTest::mouseClick(kit.find<QPushButton>("searchGroup2"), Qt::LeftButton);
        CHECK(kit.rows() == 3);
    }
    SECTION("follows what is undone, and Esc clears") {
        kit.type(u"xylo"_s);
        kit.session.undoStack().undo();
        CHECK(kit.rows() == 2);
        kit.press(Qt::Key_Escape, Qt::NoModifier);
        CHECK(kit.find<QLineEdit>("searchField")->text().isEmpty());
        CHECK(kit.rows() == 0);
    }
    SECTION("whatever is typed is safe") {
        for (const QString& typed : {u"\"\"\""_s, u"NEAR("_s, u"'; DROP TABLE note; --"_s, u"%"_s}) {
            kit.type(typed);
            CHECK(kit.find<QWidget>("searchPage")->isVisible());
        }
        kit.type(u"xylo"_s);
        CHECK(kit.rows() == 3);
    }
}
