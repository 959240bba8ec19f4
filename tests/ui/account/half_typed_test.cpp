// SPDX-License-Identifier: GPL-3.0-or-later
// What is half typed on the account page while one looks elsewhere, and while another window writes.
#include "core/book/edits.h"
#include "core/book/timeline.h"
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "ui/charts/waterfall_chart.h"
#include "ui/pages/account/entry_line.h"
#include "ui/pages/account/timeline_list.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::pages {

using test::click;
using test::day;
using test::isShown;
using test::textOf;

namespace {

constexpr const char *account = "C1012", *another = "C1065";
constexpr const char* today = test::smallBookToday;

struct HalfTypedKit : test::AccountKit {
    HalfTypedKit() {
        session.setPerson(u"Ana Lopez"_s);
        open(account);
    }
    [[nodiscard]] std::vector<Action> actions(const std::string& title) const {
        book::Book book = onDisk();
        const auto snapshot = book::loadSnapshot(book).value();
        const auto all = snapshot->actionsOf(*snapshot->findAccount(account));
        std::vector<Action> found(all.begin(), all.end());
        std::erase_if(found, [&](const Action& each) { return each.title != title; });
        return found;
    }
    [[nodiscard]] Action action(const std::string& title) const {
        const std::vector<Action> found = actions(title);
        REQUIRE(found.size() == 1);
        return found.front();
    }
    [[nodiscard]] std::optional<book::Contact> contact(const QString& name) const {
        book::Book book = onDisk();
        const auto all = book::contactsOf(book, idOf(account)).value();
        const auto found =
            std::ranges::find_if(all, [&](const book::Contact& each) { return each.facts.name == name; });
        return found == all.end() ? std::nullopt : std::optional(*found);
    }
    void writeElsewhere(const book::Edit& edit) {
        {
            auto other = book::Book::open(path);
            REQUIRE(other);
            REQUIRE(book::apply(*other, edit, {u"Ana Lopez"_s, u"ana"_s}));
        }
        session.refresh();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] EntryLine* line(const char* kind, const QString& title) const {
        const auto all = window->findChildren<EntryLine*>(QLatin1StringView(kind));
        const auto found = std::ranges::find_if(
            all, [&](const EntryLine* each) { return each->isVisible() && each->title() == title; });
        REQUIRE(found != all.end());
        return *found;
    }
    void openLine(const char* kind, const QString& title) const {
        QTest::mouseClick(line(kind, title), Qt::LeftButton, {}, QPoint(60, 12));
    }
    void type(const char* field, const QString& text) const {
        auto* edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    [[nodiscard]] QString typed(const char* field) const { return find<QLineEdit>(field)->text(); }
    void plan(const QString& title, const QString& due) const {
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        type("actionTitle", title);
        type("actionDue", due);
        press(Qt::Key_Return, {});
        QCoreApplication::processEvents();
    }
    /// To another account and back.
    void visit() {
        open(another);
        open(account);
    }
};

} // namespace

TEST_CASE("Two windows on one next step") {
    HalfTypedKit kit;
    kit.plan(u"Call them"_s, u"Friday"_s);
    Action planned = kit.action("Call them");
    kit.openLine("action", u"Call them"_s);

    SECTION("one changes the due day, the other the title: both hold") {
        kit.type("actionTitle", u"Visit them"_s);
        book::ActionFacts facts = book::factsOf(planned);
        facts.due = day("2026-05-01");
        kit.writeElsewhere(
            book::SetAction{.account = kit.idOf(account), .action = planned.id, .facts = facts});
        kit.press(Qt::Key_Return, {});
        CHECK(kit.action("Visit them").due == day("2026-05-01"));
        kit.undo();
        CHECK(kit.action("Call them").due == day("2026-05-01"));
    }
    SECTION("one removes it, the other changes it: it says so, and kept once more it is planned anew") {
        kit.type("actionTitle", u"Visit them"_s);
        kit.writeElsewhere(book::SetAction{.account = kit.idOf(account), .action = planned.id, .facts = {}});
        kit.press(Qt::Key_Return, {});
        CHECK(textOf(*kit.window, "actionTitleFault").contains(u"removed meanwhile"_s));
        CHECK(kit.actions("Visit them").empty());
        kit.press(Qt::Key_Return, {});
        CHECK(kit.action("Visit them").due == day("2026-04-03"));
    }
    SECTION("one removes it, the other drops it: it says that nothing is left to drop") {
        kit.press(Qt::Key_Escape, {});
        EntryLine* line = kit.line("action", u"Call them"_s);
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Delete);
        kit.type("dropReason", u"Too early"_s);
        kit.writeElsewhere(book::SetAction{.account = kit.idOf(account), .action = planned.id, .facts = {}});
        kit.press(Qt::Key_Return, {});
        CHECK(textOf(*kit.window, "dropReasonFault").contains(u"nothing left to drop"_s));
        CHECK(isShown(*kit.window, "dropForm"));
    }
}

TEST_CASE("Two windows on one contact: each field is as its last writer left it") {
    HalfTypedKit kit;
    click(*kit.window, "newContact");
    kit.type("contactName", u"Zoe Zander"_s);
    kit.press(Qt::Key_Return, {});
    QCoreApplication::processEvents();
    const book::Contact added = kit.contact(u"Zoe Zander"_s).value();
    kit.openLine("contact", u"Zoe Zander"_s);
    kit.type("contactEmail", u"zoe@contoso.com"_s);
    book::ContactFacts facts = added.facts;
    facts.note = u"Likes charts"_s;
    kit.writeElsewhere(book::SetContact{.account = kit.idOf(account), .contact = added.id, .facts = facts});
    kit.press(Qt::Key_Return, {});
    const book::Contact kept = kit.contact(u"Zoe Zander"_s).value();
    CHECK(kept.facts.email == u"zoe@contoso.com"_s);
    CHECK(kept.facts.note == u"Likes charts"_s);
    kit.undo();
    CHECK(kit.contact(u"Zoe Zander"_s)->facts.email.isEmpty());
}

TEST_CASE("What is half typed waits for its account") {
    HalfTypedKit kit;

    SECTION("a new next step and an outcome") {
        kit.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        kit.type("actionTitle", u"Half a thou"_s);
        kit.type("actionDue", u"in 2 we"_s);
        click(*kit.window, "recordOutcome");
        kit.type("outcomeReason", u"Bud"_s);
        kit.open(another);
        CHECK_FALSE(isShown(*kit.window, "actionForm"));
        CHECK_FALSE(isShown(*kit.window, "outcomeForm"));
        kit.open(account);
        REQUIRE(isShown(*kit.window, "actionForm"));
        CHECK(kit.typed("actionTitle") == u"Half a thou"_s);
        CHECK(kit.typed("actionDue") == u"in 2 we"_s);
        REQUIRE(isShown(*kit.window, "outcomeForm"));
        CHECK(kit.typed("outcomeReason") == u"Bud"_s);
    }
    SECTION("the change of a next step, on its line; left it is gone for good") {
        kit.plan(u"Call them"_s, u"Friday"_s);
        kit.openLine("action", u"Call them"_s);
        kit.type("actionTitle", u"Call the"_s);
        kit.visit();
        REQUIRE(isShown(*kit.window, "actionForm"));
        CHECK(kit.typed("actionTitle") == u"Call the"_s);
        auto* title = kit.find<QLineEdit>("actionTitle");
        title->setFocus();
        QTest::keyClick(title, Qt::Key_Escape);
        kit.visit();
        CHECK_FALSE(isShown(*kit.window, "actionForm"));
        CHECK(kit.actions("Call them").size() == 1);
    }
    SECTION("a next step while another is changed") {
        kit.plan(u"Call them"_s, u"Friday"_s);
        kit.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        kit.type("actionTitle", u"Half"_s);
        kit.openLine("action", u"Call them"_s);
        CHECK(kit.typed("actionTitle") == u"Call them"_s);
        QTest::keyClick(kit.find<QLineEdit>("actionTitle"), Qt::Key_Return);
        REQUIRE(isShown(*kit.window, "actionForm"));
        CHECK(kit.typed("actionTitle") == u"Half"_s);
    }
    SECTION("a contact") {
        click(*kit.window, "newContact");
        kit.type("contactName", u"Zo"_s);
        kit.visit();
        REQUIRE(isShown(*kit.window, "contactForm"));
        CHECK(kit.typed("contactName") == u"Zo"_s);
    }
    SECTION("an override; left it is gone for good") {
        kit.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        kit.type("overrideScore", u"80"_s);
        kit.type("overrideReason", u"They told us"_s);
        kit.visit();
        REQUIRE(isShown(*kit.window, "overrideEditor"));
        CHECK(kit.typed("overrideScore") == u"80"_s);
        CHECK(kit.typed("overrideReason") == u"They told us"_s);
        auto* score = kit.find<QLineEdit>("overrideScore");
        score->setFocus();
        QTest::keyClick(score, Qt::Key_Escape);
        kit.visit();
        CHECK_FALSE(isShown(*kit.window, "overrideEditor"));
    }
}

TEST_CASE("A note that is being changed waits for its account, its day and its filter") {
    HalfTypedKit kit;
    kit.press(Qt::Key_N, Qt::ControlModifier);
    auto* edit = kit.find<QPlainTextEdit>("noteEdit");
    edit->insertPlainText(u"Called Ana"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QCoreApplication::processEvents();
    auto* list = kit.find<TimelineList>("timeline");
    const auto settle = [] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    };
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QTest::keyClick(list, Qt::Key_F2);
    settle();
    auto* change = kit.find<QPlainTextEdit>("entryEdit");
    REQUIRE(change->isVisible());
    change->selectAll();
    QTest::keyClicks(change, u"Called Ana and Be"_s);
    const auto isThere = [&] {
        settle();
        const auto* now = list->findChild<QPlainTextEdit*>(u"entryEdit"_s);
        return now != nullptr && now->isVisible() && now->toPlainText() == u"Called Ana and Be"_s;
    };
    REQUIRE(isThere());

    SECTION("another account") {
        kit.visit();
        CHECK(isThere());
    }
    SECTION("another day") {
        kit.session.setAsOf(day(today) - 30);
        CHECK_FALSE(isThere());
        kit.session.setAsOf(day(today));
        CHECK(isThere());
    }
    SECTION("a filter that hides it") {
        click(*kit.window, "timelineGroup3");
        CHECK_FALSE(isThere());
        click(*kit.window, "timelineGroup3");
        CHECK(isThere());
    }
}

TEST_CASE("Undo takes back every edit of the account page, one by one") {
    HalfTypedKit kit;
    const auto stands = [&kit] {
        book::Book book = kit.onDisk();
        const auto snapshot = book::loadSnapshot(book).value();
        const auto items = book::timelineOf(book, *snapshot, *snapshot->findAccount(account), day(today));
        std::vector<std::string> all;
        for (const TimelineItem& item : items.value()) {
            all.push_back(std::string(toText(item.kind)) + " " + toIsoText(item.day) + " " + item.text +
                          (item.isPinned ? " pinned" : ""));
        }
        return all;
    };
    std::vector<std::vector<std::string>> before;
    const auto now = [&] { before.push_back(stands()); };

    now();
    kit.plan(u"Call them"_s, u"Friday"_s);
    now();
    QTest::mouseClick(kit.find<QAbstractButton>("tick", kit.line("action", u"Call them"_s)), Qt::LeftButton);
    now();
    click(*kit.window, "newContact");
    kit.type("contactName", u"Zoe Zander"_s);
    kit.press(Qt::Key_Return, {});
    now();
    kit.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    kit.type("overrideScore", u"80"_s);
    kit.type("overrideReason", u"They told us"_s);
    kit.press(Qt::Key_Return, Qt::ControlModifier);
    now();
    auto* owner = kit.find<QWidget>("attribute_owner");
    owner->setFocus();
    QTest::keyClick(owner, Qt::Key_F2);
    auto* field = kit.find<QLineEdit>("attributeEdit", owner);
    field->selectAll();
    QTest::keyClicks(field, u"Nora"_s);
    QTest::keyClick(field, Qt::Key_Return);
    now();
    click(*kit.window, "recordOutcome");
    kit.type("outcomeReason", u"On time"_s);
    kit.press(Qt::Key_Return, {});
    now();
    kit.press(Qt::Key_N, Qt::ControlModifier);
    auto* edit = kit.find<QPlainTextEdit>("noteEdit");
    edit->insertPlainText(u"Called Ana"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);

    for (; !before.empty(); before.pop_back()) {
        INFO("edits that stand: " << before.size() - 1);
        CHECK(stands() != before.back());
        kit.undo();
        CHECK(stands() == before.back());
    }
}

TEST_CASE("What changed is asked of any two days") {
    HalfTypedKit kit;
    auto* waterfall = kit.find<charts::WaterfallChart>("waterfall");
    click(*kit.window, "changeTab");
    auto* from = kit.find<QDateEdit>("sinceDay");
    auto* to = kit.find<QDateEdit>("untilDay");
    REQUIRE(to->isVisible());
    REQUIRE(to->date() == QDate(2026, 3, 30));
    const auto scoreOn = [&kit](const char* on) {
        const Snapshot& snapshot = kit.session.snapshot();
        return scoring::Scorer(kit.session.moment()->snapshot)
            .detail(*snapshot.findAccount(account), day(on))
            .overall.value();
    };
    const auto leads = [&](const char* first, const char* last) {
        const charts::WaterfallData& data = waterfall->waterfall();
        double running = data.before.score;
        for (const charts::WaterfallStep& step : data.steps) {
            running += step.points;
        }
        CHECK(std::abs(data.before.score - scoreOn(first)) < 1e-9);
        CHECK(std::abs(data.after.score - scoreOn(last)) < 1e-9);
        CHECK(std::abs(running - data.after.score) < 1e-9);
    };

    SECTION("by the keys, a day a step") {
        from->setDate(QDate(2025, 12, 1));
        to->setFocus();
        to->setCurrentSection(QDateTimeEdit::MonthSection);
        QTest::keyClick(to, Qt::Key_Down);
        REQUIRE(to->date().month() == 2);
        to->setCurrentSection(QDateTimeEdit::DaySection);
        QTest::keyClick(to, Qt::Key_Down);
        const std::string last = to->date().toString(Qt::ISODate).toStdString();
        REQUIRE(last == "2026-02-27");
        leads("2025-12-01", "2026-02-27");
        CHECK(waterfall->waterfall().after.name.contains(u"27 Feb"_s));
    }
    SECTION("by the pointer in the calendar") {
        QTest::mouseClick(to, Qt::LeftButton, {}, QPoint(to->width() - 8, to->height() / 2));
        QCalendarWidget* calendar = to->calendarWidget();
        REQUIRE(calendar->isVisible());
        auto* days = calendar->findChild<QTableView*>(u"qt_calendar_calendarview"_s);
        REQUIRE(days != nullptr);
        QModelIndex fifteenth;
        for (int row = 0; row < days->model()->rowCount(); ++row) {
            for (int column = 0; column < days->model()->columnCount(); ++column) {
                if (days->model()->index(row, column).data().toString() == u"15"_s) {
                    fifteenth = days->model()->index(row, column);
                }
            }
        }
        REQUIRE(fifteenth.isValid());
        QTest::mouseClick(days->viewport(), Qt::LeftButton, {}, days->visualRect(fifteenth).center());
        REQUIRE(to->date() == QDate(2026, 3, 15));
        leads(from->date().toString(Qt::ISODate).toStdString().c_str(), "2026-03-15");
    }
}

} // namespace hb::pages
