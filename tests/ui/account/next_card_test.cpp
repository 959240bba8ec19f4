// SPDX-License-Identifier: GPL-3.0-or-later
// What comes next for an account, by clicks and keys, and what then stands in the file.
#include "core/book/edits.h"
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "ui/pages/account/action_form.h"
#include "ui/pages/account/day_field.h"
#include "ui/pages/account/entry_line.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using test::click;
using test::day;
using test::isShown;
using test::textOf;

namespace {

constexpr const char* account = "C1012";
constexpr const char* today = test::smallBookToday;

struct NextKit : test::AccountKit {
    NextKit() {
        session.setPerson(u"Ana Lopez"_s);
        open(account);
    }
    [[nodiscard]] std::vector<Action> actions() const {
        book::Book book = onDisk();
        const auto snapshot = book::loadSnapshot(book).value();
        const auto all = snapshot->actionsOf(*snapshot->findAccount(account));
        return {all.begin(), all.end()};
    }
    /// The one with a title; it must be there once.
    [[nodiscard]] Action action(const std::string& title) const {
        std::vector<Action> all = actions();
        std::erase_if(all, [&](const Action& each) { return each.title != title; });
        REQUIRE(all.size() == 1);
        return all.front();
    }
    [[nodiscard]] bool has(const std::string& title) const {
        return std::ranges::any_of(actions(), [&](const Action& each) { return each.title == title; });
    }
    [[nodiscard]] std::vector<book::Contact> contacts() const {
        book::Book book = onDisk();
        return book::contactsOf(book, idOf(account)).value();
    }
    /// The lines that are shown, as they read.
    [[nodiscard]] QStringList lines(const char* kind) const {
        QStringList texts;
        for (const EntryLine* line : all(kind)) {
            texts << line->title() + u" | "_s + line->caption();
        }
        return texts;
    }
    [[nodiscard]] std::vector<EntryLine*> all(const char* kind) const {
        std::vector<EntryLine*> shown;
        for (auto* line : window->findChildren<EntryLine*>(QLatin1StringView(kind))) {
            if (line->isVisible()) {
                shown.push_back(line);
            }
        }
        std::ranges::sort(shown, {}, [](const EntryLine* line) { return line->y(); });
        return shown;
    }
    [[nodiscard]] EntryLine* line(const char* kind, const QString& title) const {
        const auto shown = all(kind);
        const auto found =
            std::ranges::find_if(shown, [&](const EntryLine* each) { return each->title() == title; });
        REQUIRE(found != shown.end());
        return *found;
    }
    void plan(const QString& title, const QString& due = {}) const {
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        auto* field = find<QLineEdit>("actionTitle");
        REQUIRE(window->focusWidget() == field);
        QTest::keyClicks(field, title);
        QTest::keyClicks(find<QLineEdit>("actionDue"), due);
        QTest::keyClick(field, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    void addContact(const QString& name) const {
        click(*window, "newContact");
        QTest::keyClicks(window->focusWidget(), name);
        press(Qt::Key_Return, {});
        QCoreApplication::processEvents();
    }
    void menuOf(EntryLine* entry, const char* action) const {
        QTest::mouseClick(find<QPushButton>("entryMore", entry), Qt::LeftButton);
        choose(action);
        window->activateWindow(); // the menu was in front
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
    }
};

} // namespace

TEST_CASE("A next step on the account page") {
    NextKit kit;

    SECTION("is planned by the keyboard, and stands in the book; undone it is gone, redone it is back") {
        kit.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        kit.find<QLineEdit>("actionTitle")->insert(u"Call \"Marta\" 🎉"_s); // pasted
        auto* owner = kit.find<QLineEdit>("actionOwner");
        CHECK(owner->text() == u"Ana Lopez"_s); // whoever plans it, unless they name somebody
        QTest::keyClick(kit.find<QLineEdit>("actionTitle"), Qt::Key_Tab);
        REQUIRE(owner->hasFocus());
        QTest::keyClicks(owner, u"Ben Okafor"_s);
        QTest::keyClicks(kit.find<QLineEdit>("actionDue"), u"in 2 weeks"_s);
        kit.find<QComboBox>("actionMetric")->setCurrentIndex(1);
        QTest::keyClick(kit.find<QLineEdit>("actionDue"), Qt::Key_Return);
        const std::string title = u"Call \"Marta\" 🎉"_s.toStdString();
        const Action action = kit.action(title);
        CHECK(action.owner == "Ben Okafor");
        CHECK(action.due == day(today) + 14);
        CHECK(action.createdOn == day(today));
        CHECK(kit.session.snapshot().findMetric(action.metric).has_value());
        CHECK(kit.line("action", u"Call \"Marta\" 🎉"_s)->caption().startsWith(u"in 14 d · Ben Okafor · "_s));
        CHECK_FALSE(isShown(*kit.window, "actionForm"));
        kit.undo();
        CHECK_FALSE(kit.has(title));
        kit.redo();
        CHECK(kit.has(title));
    }
    SECTION("kept as it stood is no change: nothing to undo, and no row in the journal") {
        kit.plan(u"Call Marta"_s);
        const int steps = kit.session.undoStack().count();
        kit.menuOf(kit.line("action", u"Call Marta"_s), "changeAction");
        REQUIRE(isShown(*kit.window, "actionForm"));
        QTest::keyClick(kit.find<QLineEdit>("actionTitle"), Qt::Key_Return);
        CHECK_FALSE(isShown(*kit.window, "actionForm"));
        CHECK(kit.session.undoStack().count() == steps);
    }
    SECTION("comes into sight by its key, wherever the page is scrolled to") {
        kit.window->resize(1100, 640);
        QCoreApplication::processEvents();
        auto* area = kit.find<QScrollArea>("accountArea");
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        REQUIRE(area->verticalScrollBar()->value() > 400);
        kit.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCoreApplication::processEvents();
        for (const char* part : {"actionTitle", "actionOwner", "actionMetric"}) {
            const auto* field = kit.find<QWidget>(part);
            CHECK(field->visibleRegion().boundingRect() == field->rect());
        }
    }
    SECTION("is refused where it is typed, and nothing is lost") {
        const std::size_t before = kit.actions().size();
        kit.plan(u""_s);
        CHECK(textOf(*kit.window, "actionTitleFault").contains(u"what is to be done"_s));
        QTest::keyClicks(kit.find<QLineEdit>("actionTitle"), u"Call"_s);
        CHECK_FALSE(isShown(*kit.window, "actionTitleFault"));
        QTest::keyClicks(kit.find<QLineEdit>("actionDue"), u"someday"_s);
        kit.press(Qt::Key_Return, {});
        CHECK(isShown(*kit.window, "actionDueFault"));
        CHECK(kit.window->focusWidget() == kit.find<QLineEdit>("actionDue"));
        CHECK(kit.actions().size() == before);
        kit.find<QLineEdit>("actionTitle")->setText(QString(1000, u'x'));
        kit.find<QLineEdit>("actionDue")->clear();
        kit.press(Qt::Key_Return, {});
        CHECK(isShown(*kit.window, "actionTitleFault"));
        CHECK(kit.actions().size() == before);
        kit.press(Qt::Key_Escape, {});
        CHECK_FALSE(isShown(*kit.window, "actionForm"));
    }
    SECTION("is done with one click, or Space; undone it is open") {
        kit.plan(u"Send the plan"_s, u"tomorrow"_s);
        auto* tick = kit.find<QAbstractButton>("tick", kit.line("action", u"Send the plan"_s));
        QTest::mouseClick(tick, Qt::LeftButton);
        CHECK(kit.action("Send the plan").status == ActionStatus::Done);
        CHECK(kit.action("Send the plan").closedOn == day(today));
        CHECK_FALSE(kit.lines("action").join(u'\n').contains(u"Send the plan"_s));
        kit.undo();
        CHECK(kit.action("Send the plan").status == ActionStatus::Open);
        EntryLine* line = kit.line("action", u"Send the plan"_s);
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Space);
        CHECK(kit.action("Send the plan").status == ActionStatus::Done);
    }
    SECTION("is dropped with a reason, never without") {
        kit.plan(u"Ask for a case study"_s);
        EntryLine* line = kit.line("action", u"Ask for a case study"_s);
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Delete);
        REQUIRE(kit.window->focusWidget() == kit.find<QLineEdit>("dropReason"));
        kit.press(Qt::Key_Return, {});
        CHECK(isShown(*kit.window, "dropReasonFault"));
        CHECK(kit.action("Ask for a case study").status == ActionStatus::Open);
        QTest::keyClicks(kit.window->focusWidget(), u"Too early"_s);
        kit.press(Qt::Key_Return, {});
        CHECK(kit.action("Ask for a case study").status == ActionStatus::Dropped);
        CHECK(kit.action("Ask for a case study").closeReason == "Too early");
        kit.undo();
        CHECK(kit.action("Ask for a case study").status == ActionStatus::Open);
    }
    SECTION("is changed in its place, and removed") {
        kit.plan(u"Call them"_s, u"Friday"_s);
        EntryLine* line = kit.line("action", u"Call them"_s);
        QTest::mouseClick(line, Qt::LeftButton, {}, QPoint(60, 12));
        auto* title = kit.find<QLineEdit>("actionTitle");
        REQUIRE(kit.window->focusWidget() == title);
        CHECK(title->text() == u"Call them"_s);
        CHECK(kit.find<DayField>("actionDue")->day() == day("2026-04-03"));
        QTest::keyClicks(title, u"Visit them"_s); // the text was chosen
        kit.press(Qt::Key_Return, {});
        CHECK(kit.action("Visit them").due == day("2026-04-03"));
        kit.menuOf(kit.line("action", u"Visit them"_s), "removeAction");
        CHECK_FALSE(kit.has("Visit them"));
        kit.undo();
        CHECK(kit.has("Visit them"));
        kit.undo();
        CHECK(kit.has("Call them"));
    }
    SECTION("that is overdue stands first, then by day") {
        kit.plan(u"Late"_s, u"3 weeks ago"_s);
        kit.plan(u"Soon"_s, u"in 3 days"_s);
        kit.plan(u"Later"_s, u"in 4 weeks"_s);
        const QStringList lines = kit.lines("action");
        const auto place = [&lines](const QString& title) {
            const auto found = std::ranges::find_if(
                lines, [&](const QString& line) { return line.startsWith(title + u' '); });
            REQUIRE(found != lines.end());
            return found - lines.begin();
        };
        CHECK(lines[place(u"Late"_s)].contains(u"since 9 Mar"_s));
        CHECK(place(u"Late"_s) < place(u"Soon"_s));
        CHECK(place(u"Soon"_s) < place(u"Later"_s));
    }
    SECTION("is proposed for what costs most: one click makes it one") {
        auto* proposal = kit.find<QPushButton>("proposal");
        REQUIRE(proposal->isVisible());
        const std::size_t before = kit.actions().size();
        QTest::mouseClick(proposal, Qt::LeftButton);
        REQUIRE(kit.actions().size() == before + 1);
        const Action made = kit.actions().back();
        CHECK(proposal->accessibleName().contains(QString::fromStdString(made.title)));
        CHECK(kit.session.snapshot().findMetric(made.metric).has_value());
        CHECK_FALSE(proposal->isVisible()); // somebody has promised it
        kit.undo();
        CHECK(kit.actions().size() == before);
        CHECK(proposal->isVisible());
    }
    SECTION("planned on a past day is of that day; what was done since says so") {
        const Day past = day(today) - 30;
        kit.session.setAsOf(past);
        kit.plan(u"Looked back"_s);
        CHECK(kit.action("Looked back").createdOn == past);
        kit.session.setAsOf(day(today));
        QTest::mouseClick(kit.find<QAbstractButton>("tick", kit.line("action", u"Looked back"_s)),
                          Qt::LeftButton);
        kit.session.setAsOf(past);
        EntryLine* line = kit.line("action", u"Looked back"_s);
        CHECK(line->caption().startsWith(u"done 30 Mar"_s));
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Space);
        CHECK(kit.action("Looked back").closedOn == day(today));
    }
    SECTION("half typed stays while somebody else writes") {
        kit.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(kit.window->focusWidget(), u"Half"_s);
        {
            auto other = book::Book::open(kit.path);
            REQUIRE(other);
            REQUIRE(book::apply(*other,
                                book::SetAction{.account = kit.idOf(account),
                                                .facts = book::ActionFacts{.title = u"From elsewhere"_s,
                                                                           .createdOn = day(today)}},
                                {u"Ben"_s, u"ben"_s}));
        }
        kit.session.refresh();
        CHECK(kit.line("action", u"From elsewhere"_s)->isVisible());
        CHECK(kit.find<QLineEdit>("actionTitle")->text() == u"Half"_s);
        CHECK(kit.window->focusWidget() == kit.find<QLineEdit>("actionTitle"));
    }
}

TEST_CASE("An outcome on the account page") {
    NextKit kit;
    const auto isChurned = [&kit] {
        book::Book book = kit.onDisk();
        const auto snapshot = book::loadSnapshot(book).value();
        return snapshot->isChurned(*snapshot->findAccount(account), day(today));
    };
    click(*kit.window, "recordOutcome");

    SECTION("that ends the account says so before, and is recorded with day, amount and reason") {
        CHECK_FALSE(kit.find<QLabel>("formNotice", kit.find<QWidget>("outcomeForm"))->isVisible());
        click(*kit.window, "outcome1");
        CHECK(textOf(*kit.find<QWidget>("outcomeForm"), "formNotice").contains(u"leaves the living book"_s));
        QTest::keyClicks(kit.find<QLineEdit>("outcomeChange"), u"-12k"_s);
        QTest::keyClicks(kit.find<QLineEdit>("outcomeReason"), u"Budget"_s);
        auto* when = kit.find<QLineEdit>("outcomeDay");
        when->selectAll();
        QTest::keyClicks(when, u"yesterday"_s);
        QTest::keyClick(when, Qt::Key_Return);
        CHECK(isChurned());
        const Snapshot& snapshot = kit.session.snapshot();
        const Outcome outcome = snapshot.outcomesOf(*snapshot.findAccount(account)).back();
        CHECK(outcome.day == day(today) - 1);
        CHECK(outcome.arrChangeCents == -1'200'000);
        CHECK(outcome.reason == "Budget");
        CHECK(textOf(*kit.window, "renewal").contains(u"left"_s));
        kit.undo();
        CHECK_FALSE(isChurned());
    }
    SECTION("with an amount that is none is refused where it is typed") {
        auto* change = kit.find<QLineEdit>("outcomeChange");
        QTest::keyClicks(change, u"lots"_s);
        QTest::keyClick(change, Qt::Key_Return);
        CHECK(isShown(*kit.window, "outcomeChangeFault"));
        CHECK(isShown(*kit.window, "outcomeForm"));
        kit.press(Qt::Key_Escape, {});
        CHECK_FALSE(isShown(*kit.window, "outcomeForm"));
    }
}

TEST_CASE("Contacts on the account page") {
    NextKit kit;
    const std::size_t before = kit.contacts().size();

    SECTION("are added; an address that is none is refused where it is typed") {
        click(*kit.window, "newContact");
        kit.find<QLineEdit>("contactName")->insert(u"مرتا <script>"_s); // pasted
        auto* email = kit.find<QLineEdit>("contactEmail");
        QTest::keyClicks(email, u"no address"_s);
        QTest::keyClick(email, Qt::Key_Return);
        CHECK(isShown(*kit.window, "contactEmailFault"));
        CHECK(kit.contacts().size() == before);
        email->selectAll();
        QTest::keyClicks(email, u"marta@contoso.com"_s);
        QTest::keyClick(email, Qt::Key_Return);
        REQUIRE(kit.contacts().size() == before + 1);
        EntryLine* line = kit.line("contact", u"مرتا <script>"_s);
        CHECK(line->caption() == u"Champion"_s);
        QTest::mouseClick(kit.find<QPushButton>("link", line), Qt::LeftButton);
        CHECK(QApplication::clipboard()->text() == u"marta@contoso.com"_s);
        kit.undo();
        CHECK(kit.contacts().size() == before);
    }
    SECTION("kept as they stood are no change") {
        kit.addContact(u"Zoe Zander"_s);
        const int steps = kit.session.undoStack().count();
        kit.menuOf(kit.line("contact", u"Zoe Zander"_s), "changeContact");
        REQUIRE(isShown(*kit.window, "contactForm"));
        QTest::keyClick(kit.find<QLineEdit>("contactName"), Qt::Key_Return);
        CHECK_FALSE(isShown(*kit.window, "contactForm"));
        CHECK(kit.session.undoStack().count() == steps);
    }
    SECTION("without a name are not kept") {
        kit.addContact(u" "_s);
        CHECK(isShown(*kit.window, "contactNameFault"));
        CHECK(kit.contacts().size() == before);
    }
    SECTION("a champion who left stands first; back again it is as before") {
        kit.addContact(u"Zoe Zander"_s);
        EntryLine* line = kit.line("contact", u"Zoe Zander"_s);
        kit.menuOf(line, "contactLeft");
        auto* when = kit.find<QLineEdit>("leftDay");
        REQUIRE(kit.window->focusWidget() == when);
        QTest::keyClicks(when, u"one day"_s);
        kit.press(Qt::Key_Return, {});
        CHECK(isShown(*kit.window, "leftDayFault"));
        when->selectAll();
        QTest::keyClicks(when, u"3 days ago"_s);
        kit.press(Qt::Key_Return, {});
        CHECK(kit.lines("contact").front() == u"Zoe Zander | Champion, left 27 Mar"_s);
        kit.menuOf(kit.line("contact", u"Zoe Zander"_s), "contactIsBack");
        CHECK(kit.lines("contact").contains(u"Zoe Zander | Champion"_s)); // and when she was away stays
        CHECK(kit.lines("contact").contains(u"Zoe Zander | Champion, left 27 Mar"_s));
        kit.undo();
        CHECK_FALSE(kit.lines("contact").contains(u"Zoe Zander | Champion"_s));
        kit.menuOf(kit.line("contact", u"Zoe Zander"_s), "contactBack");
        CHECK(kit.line("contact", u"Zoe Zander"_s)->caption() == u"Champion"_s);
        kit.undo();
        CHECK(kit.line("contact", u"Zoe Zander"_s)->caption().contains(u"left"_s));
        kit.undo();
        CHECK(kit.line("contact", u"Zoe Zander"_s)->caption() == u"Champion"_s);
    }
    SECTION("are changed in place, and removed") {
        kit.addContact(u"Marta"_s);
        EntryLine* line = kit.line("contact", u"Marta"_s);
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Return);
        kit.find<QComboBox>("contactRole")->setCurrentIndex(static_cast<int>(ContactRole::Sponsor));
        kit.press(Qt::Key_Return, {});
        CHECK(kit.line("contact", u"Marta"_s)->caption() == u"Sponsor"_s);
        kit.menuOf(kit.line("contact", u"Marta"_s), "removeContact");
        CHECK(kit.contacts().size() == before);
        kit.undo();
        CHECK(kit.contacts().size() == before + 1);
    }
}

} // namespace hb::pages
