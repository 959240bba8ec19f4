// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does on the account page, by clicks and keys, and what then stands in the file.
#include "core/book/edits.h"
#include "tests/ui/support/account_kit.h"
#include "ui/charts/waterfall_chart.h"
#include "ui/pages/account/metric_row.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using test::day;

namespace {

constexpr const char* account = "C1012";
constexpr const char* today = test::smallBookToday;

/// The values that the disk has of the level metrics, set on a day.
std::vector<book::HandValue> levelsOn(const test::AccountKit& kit, Day when) {
    book::Book book = kit.onDisk();
    std::vector<book::HandValue> values = book::handValuesOf(book, kit.idOf(account)).value();
    std::erase_if(values, [when](const book::HandValue& value) { return value.day != when; });
    return values;
}

QStringList notesOn(const test::AccountKit& kit, Day when) {
    book::Book book = kit.onDisk();
    QStringList texts;
    const std::vector<book::Note> notes = book::notesOf(book, kit.idOf(account)).value();
    for (const book::Note& note : notes) {
        if (note.day == when) {
            texts << note.text;
        }
    }
    return texts;
}

std::size_t reviewsOn(const test::AccountKit& kit, Day when) {
    book::Book book = kit.onDisk();
    const auto snapshot = book::loadSnapshot(book).value();
    const auto at = snapshot->findAccount(account);
    return static_cast<std::size_t>(std::ranges::count_if(
        snapshot->reviews, [&](const Review& review) { return review.account == at && review.day == when; }));
}

/// The row of a level metric, reached as a person does: Ctrl+L.
MetricRow* reachLevels(const test::AccountKit& kit) {
    kit.press(Qt::Key_L, Qt::ControlModifier);
    for (QWidget* at = kit.window->focusWidget(); at != nullptr; at = at->parentWidget()) {
        if (auto* row = qobject_cast<MetricRow*>(at)) {
            return row;
        }
    }
    FAIL("Ctrl+L leads to no level");
    return nullptr;
}

/// A level that does not hold.
int otherLevel(const MetricRow& row) {
    const auto& levels = row.facts().levels;
    return levels.front().level == row.facts().level ? levels.back().level : levels.front().level;
}

} // namespace

TEST_CASE("A level set on the account page") {
    test::AccountKit kit;
    kit.session.setPerson(u"Ana Lopez"_s);
    kit.open(account);
    MetricRow* row = reachLevels(kit);
    REQUIRE(levelsOn(kit, day(today)).empty());

    SECTION("by its button, with a note, stands in the book; undone it is gone, redone it is back") {
        const int level = otherLevel(*row);
        QTest::keyClicks(kit.find<QLineEdit>("levelNote", row), u"Sponsor was silent"_s);
        QTest::mouseClick(kit.find<QPushButton>(("level" + std::to_string(level)).c_str(), row),
                          Qt::LeftButton);
        const auto isThere = [&] {
            const auto values = levelsOn(kit, day(today));
            return values.size() == 1 && values.front().value == level &&
                   values.front().note == u"Sponsor was silent"_s && values.front().author == u"Ana Lopez"_s;
        };
        CHECK(isThere());
        CHECK(row->facts().level == level);
        kit.undo();
        CHECK(levelsOn(kit, day(today)).empty());
        CHECK(row->facts().level != level);
        kit.redo();
        CHECK(isThere());
        CHECK(row->facts().level == level);
    }
    SECTION("by a digit, and the focus stays for the next") {
        const QWidget* focus = kit.window->focusWidget();
        kit.press(Qt::Key_2, {});
        REQUIRE(levelsOn(kit, day(today)).size() == 1);
        CHECK(levelsOn(kit, day(today)).front().value == row->facts().levels[1].level);
        CHECK(kit.window->focusWidget() == focus);
        kit.press(Qt::Key_1, {});
        CHECK(levelsOn(kit, day(today)).front().value == row->facts().levels[0].level);
        kit.undo();
        CHECK(levelsOn(kit, day(today)).front().value == row->facts().levels[1].level);
        kit.undo();
        CHECK(levelsOn(kit, day(today)).empty());
    }
    SECTION("words typed after the digit are its note, blanks and all") {
        kit.press(Qt::Key_2, {});
        QTest::keyClicks(kit.window->focusWidget(), u"Good call"_s.left(1));
        QTest::keyClicks(kit.window->focusWidget(), u"ood call"_s);
        kit.press(Qt::Key_Return, {});
        const auto values = levelsOn(kit, day(today));
        REQUIRE(values.size() == 1);
        CHECK(values.front().value == row->facts().levels[1].level);
        CHECK(values.front().note == u"Good call"_s);
    }
    SECTION("confirmed unchanged is measured anew") {
        const std::optional<int> held = row->facts().level;
        REQUIRE(held.has_value());
        QTest::mouseClick(kit.find<QPushButton>("confirmLevel", row), Qt::LeftButton);
        REQUIRE(levelsOn(kit, day(today)).size() == 1);
        CHECK(levelsOn(kit, day(today)).front().value == *held);
        CHECK(row->facts().age == u"today"_s);
        kit.undo();
        CHECK(levelsOn(kit, day(today)).empty());
    }
    SECTION("Enter in the note keeps the level that holds, with the note") {
        auto* note = kit.find<QLineEdit>("levelNote", row);
        note->setFocus();
        QTest::keyClicks(note, u"Asked again"_s);
        QTest::keyClick(note, Qt::Key_Return);
        REQUIRE(levelsOn(kit, day(today)).size() == 1);
        CHECK(levelsOn(kit, day(today)).front().note == u"Asked again"_s);
        CHECK(levelsOn(kit, day(today)).front().value == *row->facts().level);
        CHECK(kit.window->focusWidget() == note);
        kit.undo(); // the field is empty: its keys are the book's
        CHECK(levelsOn(kit, day(today)).empty());
    }
    SECTION("while a past day is looked at is entered on that day") {
        const Day past = day(today) - 30;
        kit.session.setAsOf(past);
        kit.press(Qt::Key_1, {});
        CHECK(levelsOn(kit, day(today)).empty());
        REQUIRE(levelsOn(kit, past).size() == 1);
        kit.undo();
        CHECK(levelsOn(kit, past).empty());
    }
    SECTION("a note begun for one account waits there, and is not the next one's") {
        QTest::keyClicks(kit.find<QLineEdit>("levelNote", row), u"Only here"_s);
        kit.open("C1065");
        CHECK(kit.find<QLineEdit>("levelNote", reachLevels(kit))->text().isEmpty());
        kit.open(account);
        CHECK(kit.find<QLineEdit>("levelNote", reachLevels(kit))->text() == u"Only here"_s);
        kit.press(Qt::Key_2, {});
        kit.open("C1065");
        kit.open(account);
        CHECK(kit.find<QLineEdit>("levelNote", reachLevels(kit))->text().isEmpty());
    }
}

TEST_CASE("A note on the account page") {
    test::AccountKit kit;
    kit.open(account);
    const auto write = [&kit] {
        kit.press(Qt::Key_N, Qt::ControlModifier);
        auto* edit = kit.find<QPlainTextEdit>("noteEdit");
        REQUIRE(kit.window->focusWidget() == edit);
        QTest::keyClicks(edit, u"Called Ana"_s);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    };
    SECTION("stands in the book and in the list; undone it is gone, redone it is back") {
        const auto isShown = [&kit] {
            const QAbstractItemModel* model = kit.find<QListView>("timeline")->model();
            return !model->match(model->index(0, 0), Qt::DisplayRole, u"Called Ana"_s, 1, Qt::MatchExactly)
                        .isEmpty();
        };
        REQUIRE_FALSE(isShown());
        write();
        CHECK(notesOn(kit, day(today)).contains(u"Called Ana"_s));
        CHECK(isShown());
        kit.undo();
        CHECK_FALSE(notesOn(kit, day(today)).contains(u"Called Ana"_s));
        CHECK_FALSE(isShown());
        kit.redo();
        CHECK(notesOn(kit, day(today)).contains(u"Called Ana"_s));
        CHECK(isShown());
    }
    SECTION("while a past day is looked at is of that day, and later ones are only counted") {
        const Day past = day(today) - 30;
        kit.session.setAsOf(past);
        write();
        CHECK(notesOn(kit, past).contains(u"Called Ana"_s));
        CHECK_FALSE(notesOn(kit, day(today)).contains(u"Called Ana"_s));
        CHECK(kit.find<QLabel>("laterNotes")->isVisible());
    }
    SECTION("that is begun waits while another account is looked at") {
        auto* edit = kit.find<QPlainTextEdit>("noteEdit");
        kit.press(Qt::Key_N, Qt::ControlModifier);
        QTest::keyClicks(edit, u"Half a thought"_s);
        kit.open("C1065");
        CHECK(edit->toPlainText().isEmpty());
        kit.open(account);
        CHECK(edit->toPlainText() == u"Half a thought"_s);
    }
    SECTION("that could not be changed stands in its own form again, not in the box of a new one") {
        kit.session.setPerson(u"Ana Lopez"_s);
        kit.open("C1065");
        kit.open(account);
        write();
        book::Book book = kit.onDisk();
        const auto notes = book::notesOf(book, kit.idOf(account)).value();
        const auto written = std::ranges::find(notes, u"Called Ana"_s, &book::Note::text);
        REQUIRE(written != notes.end());
        Q_EMIT kit.session.editLost(book::ChangeNote{.note = written->id, .text = u"Called Eva"_s});
        CHECK(kit.find<QPlainTextEdit>("entryEdit")->isVisible());
        CHECK(kit.find<QPlainTextEdit>("entryEdit")->toPlainText() == u"Called Eva"_s);
        CHECK(kit.find<QPlainTextEdit>("noteEdit")->toPlainText().isEmpty());
    }
    SECTION("that is being written keeps the keys when a next step comes back that could not be kept") {
        kit.press(Qt::Key_N, Qt::ControlModifier);
        Q_EMIT kit.session.editLost(
            book::SetAction{.account = kit.idOf(account),
                            .facts = book::ActionFacts{.title = u"Call them"_s, .createdOn = day(today)}});
        CHECK(kit.find<QWidget>("actionForm")->isVisible());
        CHECK(kit.find<QLineEdit>("actionTitle")->text() == u"Call them"_s);
        CHECK(kit.window->focusWidget() == kit.find<QPlainTextEdit>("noteEdit"));
    }
}

TEST_CASE("Reviewed on the account page") {
    test::AccountKit kit;
    kit.open(account);
    SECTION("is kept with today; undone it is gone, redone it is back") {
        kit.press(Qt::Key_R, Qt::ControlModifier);
        CHECK(reviewsOn(kit, day(today)) == 1);
        kit.undo();
        CHECK(reviewsOn(kit, day(today)) == 0);
        kit.redo();
        CHECK(reviewsOn(kit, day(today)) == 1);
    }
    SECTION("is off on a past day, and says why") {
        kit.session.setAsOf(day(today) - 30);
        auto* button = kit.find<QPushButton>("reviewed");
        CHECK_FALSE(button->isEnabled());
        CHECK(button->toolTip().contains(u"past day"_s));
        kit.press(Qt::Key_R, Qt::ControlModifier);
        CHECK(reviewsOn(kit, day(today)) == 0);
        CHECK(reviewsOn(kit, day(today) - 30) == 0);
    }
}

TEST_CASE("Walking the accounts") {
    test::AccountKit kit;
    const std::vector<AccountIndex> list = kit.session.list();
    REQUIRE(list.size() > 2);
    const auto key = [&](std::size_t at) { return (*kit.session.snapshot().accounts)[list[at]].key; };
    kit.open(key(0).c_str());
    const auto position = [&kit] { return kit.find<QLabel>("listPosition")->text(); };
    CHECK(position().startsWith(u"1 of "_s));
    kit.press(Qt::Key_Down, Qt::AltModifier);
    CHECK(kit.window->where().account.toStdString() == key(1));
    QTest::mouseClick(kit.find<QPushButton>("nextAccount"), Qt::LeftButton);
    CHECK(kit.window->where().account.toStdString() == key(2));
    kit.press(Qt::Key_Up, Qt::AltModifier);
    CHECK(kit.window->where().account.toStdString() == key(1));
    CHECK(position().startsWith(u"2 of "_s));
    kit.press(Qt::Key_Left, Qt::AltModifier);
    CHECK(kit.window->where().account.toStdString() == key(2));
}

TEST_CASE("What changed by the keys") {
    test::AccountKit kit;
    kit.open(account);
    auto* waterfall = kit.find<charts::WaterfallChart>("waterfall");
    kit.press(Qt::Key_E, Qt::ControlModifier);
    REQUIRE(waterfall->isVisible());
    REQUIRE(waterfall->waterfall().steps.size() > 1);
    CHECK(kit.find<QLabel>("changeSentence")->text().startsWith(u"Down"_s));
    waterfall->setFocus();
    CHECK(waterfall->currentRow() == 0);
    QTest::keyClick(waterfall, Qt::Key_Down);
    CHECK(waterfall->currentRow() == 1);
    QTest::keyClick(waterfall, Qt::Key_Up);
    QTest::keyClick(waterfall, Qt::Key_Return);
    CHECK(qobject_cast<MetricRow*>(kit.window->focusWidget()) != nullptr); // where the step comes from
    kit.press(Qt::Key_Escape, {});
    CHECK_FALSE(waterfall->isVisible());
}

} // namespace hb::pages
