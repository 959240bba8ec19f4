// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to an account, by clicks and keys, and what then stands in the file.
#include "core/book/edits.h"
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "ui/pages/account/timeline_card.h"
#include "ui/pages/account/timeline_list.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using test::click;
using test::day;
using test::isShown;

namespace {

constexpr const char* account = "C1012";
constexpr const char* today = test::smallBookToday;

struct TimelineKit : test::AccountKit {
    TimelineKit() {
        session.setPerson(u"Ana Lopez"_s);
        open(account);
    }
    [[nodiscard]] TimelineList* list() const { return find<TimelineList>("timeline"); }
    [[nodiscard]] QStringList rows() const {
        QStringList texts;
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            texts << list()->model()->index(row, 0).data().toString();
        }
        return texts;
    }
    [[nodiscard]] QModelIndex indexOf(const QString& text) const {
        const qsizetype row = rows().indexOf(text);
        INFO(rows().join(u'\n').toStdString());
        REQUIRE(row >= 0);
        return list()->model()->index(static_cast<int>(row), 0);
    }
    [[nodiscard]] std::vector<book::Note> notes() const {
        book::Book book = onDisk();
        return book::notesOf(book, idOf(account)).value();
    }
    [[nodiscard]] bool has(const QString& text) const {
        return std::ranges::any_of(notes(), [&](const book::Note& note) { return note.text == text; });
    }
    void write(const QString& text) const {
        press(Qt::Key_N, Qt::ControlModifier);
        auto* edit = find<QPlainTextEdit>("noteEdit");
        REQUIRE(window->focusWidget() == edit);
        edit->insertPlainText(text);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QCoreApplication::processEvents();
    }
    /// Lets go what a change of the rows left behind.
    static void settle() {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
    /// Opens an item by a click on its line, as a person does.
    void openItem(const QString& text) const {
        const QModelIndex index = indexOf(text);
        list()->scrollTo(index);
        QCoreApplication::processEvents();
        QTest::mouseClick(
            list()->viewport(), Qt::LeftButton, {}, list()->visualRect(index).topLeft() + QPoint(60, 20));
        settle();
        REQUIRE(isShown(*list(), "timelineEntry"));
    }
    void search(const QString& words) const {
        press(Qt::Key_F, Qt::ControlModifier);
        auto* field = find<QLineEdit>("timelineSearch");
        REQUIRE(window->focusWidget() == field);
        field->insert(words); // pasted: no keyboard has all of them
        QTest::keyClick(field, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    void writeElsewhere(const book::Edit& edit, const QString& person) const {
        {
            auto other = book::Book::open(path);
            REQUIRE(other);
            REQUIRE(book::apply(*other, edit, {person, person}));
        }
    }
};

std::vector<TimelineItem> manyNotes(int count) {
    std::vector<TimelineItem> items;
    for (int at = 0; at < count; ++at) {
        TimelineItem item;
        item.day = day(today) - at;
        item.person = "Ana";
        item.text = "Note " + std::to_string(at);
        item.note = NoteId{at + 1};
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace

TEST_CASE("A note in the timeline") {
    TimelineKit kit;

    SECTION("is written by two keystrokes, with its kind by a third; undone it is gone, redone it is back") {
        kit.press(Qt::Key_N, Qt::ControlModifier);
        auto* edit = kit.find<QPlainTextEdit>("noteEdit");
        QTest::keyClicks(edit, u"Marta is worried"_s);
        QTest::keyClick(edit, Qt::Key_2, Qt::AltModifier);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(kit.has(u"Marta is worried"_s));
        const auto notes = kit.notes();
        const auto note = std::ranges::find(notes, u"Marta is worried"_s, &book::Note::text);
        CHECK(note->kind == NoteKind::Call);
        CHECK(note->day == day(today));
        CHECK(note->author == u"Ana Lopez"_s);
        CHECK(kit.rows().contains(u"Call: Marta is worried"_s));
        CHECK(edit->toPlainText().isEmpty());
        CHECK(kit.find<QComboBox>("noteKind")->currentIndex() == 0); // the next one is a note again
        kit.undo();
        CHECK_FALSE(kit.has(u"Marta is worried"_s));
        CHECK_FALSE(kit.rows().contains(u"Call: Marta is worried"_s));
        kit.redo();
        CHECK(kit.rows().contains(u"Call: Marta is worried"_s));
    }
    SECTION("begun for one account waits there, with its kind") {
        kit.press(Qt::Key_N, Qt::ControlModifier);
        auto* edit = kit.find<QPlainTextEdit>("noteEdit");
        QTest::keyClicks(edit, u"Half a thought"_s);
        QTest::keyClick(edit, Qt::Key_4, Qt::AltModifier);
        kit.open("C1065");
        CHECK(edit->toPlainText().isEmpty());
        CHECK(kit.find<QComboBox>("noteKind")->currentIndex() == 0);
        kit.open(account);
        CHECK(edit->toPlainText() == u"Half a thought"_s);
        CHECK(kit.find<QComboBox>("noteKind")->currentIndex() == static_cast<int>(NoteKind::Email));
    }
    SECTION("is pinned above all others, and let go") {
        kit.write(u"Keep this"_s);
        kit.openItem(u"Keep this"_s);
        click(*kit.list(), "pinNote");
        QCoreApplication::processEvents();
        CHECK(kit.rows().indexOf(u"Keep this"_s) == 1);
        CHECK(kit.rows().front() == u"Pinned"_s);
        kit.undo();
        CHECK_FALSE(kit.rows().contains(u"Pinned"_s));
    }
    SECTION("of one's own is changed in place, and removed; undo takes both back") {
        kit.write(u"Firts"_s);
        kit.openItem(u"Firts"_s);
        click(*kit.list(), "changeNote");
        auto* edit = kit.find<QPlainTextEdit>("entryEdit");
        REQUIRE(kit.window->focusWidget() == edit);
        edit->selectAll();
        QTest::keyClicks(edit, u"First"_s);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        CHECK(kit.has(u"First"_s));
        TimelineKit::settle();
        REQUIRE(kit.rows().contains(u"First"_s));
        click(*kit.list(), "removeNote"); // it is still open
        CHECK_FALSE(kit.has(u"First"_s));
        kit.undo();
        CHECK(kit.has(u"First"_s));
        kit.undo();
        CHECK(kit.has(u"Firts"_s));
    }
    SECTION("of another is opened and pinned, not changed") {
        kit.writeElsewhere(
            book::AddNote{.account = kit.idOf(account), .day = day(today), .text = u"Of Ben"_s}, u"Ben"_s);
        kit.session.refresh();
        kit.openItem(u"Of Ben"_s);
        CHECK(kit.find<QPushButton>("pinNote", kit.list())->isEnabled());
        CHECK_FALSE(kit.find<QPushButton>("changeNote", kit.list())->isEnabled());
        CHECK_FALSE(kit.find<QPushButton>("removeNote", kit.list())->isEnabled());
    }
    SECTION("that is being changed stays while another window writes") {
        kit.write(u"Mine"_s);
        kit.openItem(u"Mine"_s);
        click(*kit.list(), "changeNote");
        QTest::keyClicks(kit.window->focusWidget(), u" and more"_s);
        kit.writeElsewhere(
            book::AddNote{.account = kit.idOf(account), .day = day(today), .text = u"Meanwhile"_s}, u"Ben"_s);
        kit.session.refresh();
        QCoreApplication::processEvents();
        CHECK(kit.rows().contains(u"Meanwhile"_s));
        auto* edit = qobject_cast<QPlainTextEdit*>(kit.window->focusWidget());
        REQUIRE(edit != nullptr);
        CHECK(edit->toPlainText() == u"Mine and more"_s);
    }
    SECTION("of 1 MB is kept, a longer one is refused and stays where it was typed") {
        const QString line = QString(99, u'x') + u'\n';
        kit.write(line.repeated(9'999).trimmed());
        CHECK(kit.notes().front().text.size() == 999'899);
        kit.openItem(QString(99, u'x'));
        CHECK(kit.find<QTextBrowser>("entryText")->toPlainText().size() < 25'000);
        click(*kit.list(), "copyEntry");
        CHECK(QApplication::clipboard()->text().size() == 999'899);
        const std::size_t before = kit.notes().size();
        kit.write(line.repeated(10'001));
        CHECK(kit.notes().size() == before);
        CHECK(isShown(*kit.window, "noteEditFault"));
        CHECK(kit.find<QPlainTextEdit>("noteEdit")->toPlainText().size() > 1'000'000);
    }
}

TEST_CASE("An open note") {
    TimelineKit kit;

    SECTION("is rendered Markdown; HTML stands as it was typed") {
        kit.write(u"Call\n**Bold** <script>alert('x')</script> <b>no</b>\n- one\n- two 🎉 مرحبا"_s);
        kit.openItem(u"Call"_s);
        const QString shown = kit.find<QTextBrowser>("entryText")->toPlainText();
        CHECK(shown.contains(u"Bold <script>alert('x')</script> <b>no</b>"_s));
        CHECK_FALSE(shown.contains(u"**"_s));
        CHECK(shown.contains(u"two 🎉 مرحبا"_s));
    }
    SECTION("opens no link: a click copies it") {
        kit.write(u"[the plan](https://example.com/plan)"_s);
        kit.openItem(u"the plan"_s); // the line has the words alone
        auto* text = kit.find<QTextBrowser>("entryText");
        QTextCursor in(text->document());
        in.setPosition(3);
        QTest::mouseClick(text->viewport(), Qt::LeftButton, {}, text->cursorRect(in).center());
        CHECK(QApplication::clipboard()->text() == u"https://example.com/plan"_s);
        CHECK(text->toPlainText().startsWith(u"the plan"_s));
    }
    SECTION("closes by Esc, and by a second click on its line") {
        kit.write(u"Open me"_s);
        kit.openItem(u"Open me"_s);
        kit.list()->setFocus();
        QTest::keyClick(kit.list(), Qt::Key_Escape);
        QCoreApplication::processEvents();
        CHECK(kit.list()->visualRect(kit.indexOf(u"Open me"_s)).height() == kit.theme.px(52));
        QTest::keyClick(kit.list(), Qt::Key_Return); // it is still the current one
        CHECK(kit.list()->visualRect(kit.indexOf(u"Open me"_s)).height() > kit.theme.px(52));
        QTest::mouseClick(kit.list()->viewport(),
                          Qt::LeftButton,
                          {},
                          kit.list()->visualRect(kit.indexOf(u"Open me"_s)).topLeft() + QPoint(60, 20));
        CHECK(kit.list()->visualRect(kit.indexOf(u"Open me"_s)).height() == kit.theme.px(52));
    }
}

TEST_CASE("Finding in the timeline") {
    TimelineKit kit;
    kit.write(u"The migration slipped again, says \"Zoë\""_s);
    const QString line = u"The migration slipped again, says \"Zoë\""_s;
    const auto all = kit.rows().size();

    SECTION("by words, whatever their accents; Esc shows all again") {
        kit.search(u"zoe migr"_s);
        CHECK(kit.rows().contains(line));
        CHECK(kit.rows().size() < all);
        kit.press(Qt::Key_Escape, {});
        CHECK(kit.rows().size() == all);
    }
    SECTION("takes any text") {
        for (const QString& words :
             {u"\"'; DROP TABLE note; --"_s, u"* OR NEAR("_s, u"🎉"_s, u"مرحبا"_s, u"%_\\"_s}) {
            kit.find<QLineEdit>("timelineSearch")->clear();
            kit.search(words);
            CHECK_FALSE(kit.rows().contains(line));
        }
        CHECK(isShown(*kit.window, "timelineSearch"));
        click(*kit.window->findChild<QWidget*>(u"timelineCard"_s), "emptyStateButton");
        CHECK(kit.rows().size() == all);
    }
    SECTION("by kind: several may be chosen, none shows all") {
        click(*kit.window, "timelineGroup0");
        CHECK(kit.rows().contains(line));
        CHECK(kit.rows().size() < all);
        const auto notes = kit.rows().size();
        click(*kit.window, "timelineGroup3");
        CHECK(kit.rows().size() > notes);
        click(*kit.window, "timelineGroup0");
        CHECK_FALSE(kit.rows().contains(line));
        click(*kit.window, "timelineGroup3");
        CHECK(kit.rows().size() == all);
    }
    SECTION("what is later than the day that is looked at is only counted") {
        const auto later = [&kit] {
            return test::textOf(*kit.window, "laterNotes").section(u' ', 0, 0).toInt();
        };
        const int before = later();
        kit.session.setAsOf(day(today) - 30);
        CHECK(isShown(*kit.window, "laterNotes"));
        CHECK(later() > before);
        CHECK_FALSE(kit.rows().contains(line));
        kit.session.setAsOf(day(today));
        CHECK(kit.rows().contains(line));
    }
}

TEST_CASE("A timeline of 5,000 items") {
    test::WindowKit kit;
    const auto snapshot = test::fiveAccounts().build();

    SECTION("makes no widget for an item, and walks by the keys") {
        TimelineCard card(kit.theme);
        card.resize(344, 700);
        card.show();
        REQUIRE(QTest::qWaitForWindowExposed(&card));
        card.setItems(snapshot, manyNotes(1), day(today));
        const auto widgets = card.findChildren<QWidget*>().size();
        card.setItems(snapshot, manyNotes(5'000), day(today));
        CHECK(card.findChildren<QWidget*>().size() == widgets);
        auto* list = card.findChild<TimelineList*>(u"timeline"_s);
        REQUIRE(list != nullptr);
        CHECK(list->model()->rowCount() > 5'000);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_End);
        CHECK(list->currentIndex().data().toString() == u"Note 4999"_s);
        CHECK(list->verticalScrollBar()->value() > 0);
        QTest::keyClick(list, Qt::Key_Home);
        QTest::keyClick(list, Qt::Key_Down);
        CHECK(list->currentIndex().data().toString().startsWith(u"Note "_s)); // never on a head
    }
    SECTION("keeps the promises of a model") {
        TimelineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setItems(snapshot, manyNotes(5'000), day(today) - 10);
        CHECK(model.laterCount() == 10);
        CHECK(model.countOf(TimelineGroup::Notes) == 4'990);
        CHECK(model.index(0, 0).data(TimelineModel::IsHead).toBool());
        model.open(model.index(1, 0), 100);
        CHECK(model.openIndex().row() == 1);
        model.setFound(std::vector<TimelineItem>{manyNotes(20).back()}, u"Note 19"_s);
        CHECK(model.rowCount() == 2);
        CHECK_FALSE(model.openIndex().isValid());
        model.setFound({}, {});
        model.setGroups({false, true, false, false});
        CHECK(model.rowCount() == 0);
    }
}

} // namespace hb::pages
