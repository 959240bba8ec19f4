// SPDX-License-Identifier: GPL-3.0-or-later
// What a team can do, by clicks and keys, on the demo company in a file.
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "ui/pages/my_team/metric_card.h"
#include "ui/shell/action_registry.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace hb;
using namespace Qt::StringLiterals;
using settings::Role;

namespace {

struct Team : test::AccountKit {
    Team() {
        session.setWho({.name = u"Sam Reyes"_s, .role = Role::TeamMember, .team = u"Support"_s});
        window->go({.page = session::page::myTeam});
        QCoreApplication::processEvents();
        REQUIRE(find<QWidget>("myTeamPage")->isVisible());
    }
    [[nodiscard]] QList<pages::MetricCard*> cards() const {
        QList<pages::MetricCard*> shown = find<QWidget>("teamCards")->findChildren<pages::MetricCard*>();
        shown.removeIf([](const pages::MetricCard* card) { return !card->isVisible(); });
        return shown;
    }
    /// The first account of the first card.
    [[nodiscard]] pages::RedRow* row() const {
        return cards().front()->findChildren<pages::RedRow*>().front();
    }
    [[nodiscard]] AccountIndex account() const {
        return session.snapshot().findAccount(row()->key().toStdString()).value();
    }
    [[nodiscard]] std::size_t actions() const { return session.snapshot().actionsOf(account()).size(); }
    [[nodiscard]] std::vector<book::Note> notes() const {
        auto disk = onDisk();
        return book::notesOf(disk, (*session.snapshot().accounts)[account()].id).value();
    }
    void chooseTeam(const QString& team) const {
        auto* pill = find<QPushButton>("teamPill");
        pill->menu()->popup(
            pill->mapToGlobal(QPoint(0, pill->height()))); // a click would wait for the choice
        choose((u"team."_s + team).toUtf8().constData());
        QCoreApplication::processEvents();
    }
};

} // namespace

TEST_CASE("My team: a card a metric that the team owns, with its accounts") {
    Team team;
    CHECK(team.find<QPushButton>("teamPill")->text() == u"Team: Support"_s);
    REQUIRE(team.cards().size() >= 1);
    for (const pages::MetricCard* card : team.cards()) {
        const auto metric = team.session.snapshot().findMetric(card->metric());
        REQUIRE(metric);
        CHECK(team.session.snapshot().scorecard->metrics[*metric].ownerTeam == "Support");
        CHECK(test::textOf(*card, "metricSentence").contains(u": red in "_s));
        CHECK(test::textOf(*card, "metricHelp").startsWith(u"What helps"_s));
    }
    CHECK(test::textOf(*team.cards().front(), "metricSentence").contains(u"30 days ago"_s));
    CHECK(test::isShown(*team.row(), "take"));
    CHECK_FALSE(test::isShown(*team.window, "teamImport"));
}

TEST_CASE("My team: Take plans what helps, and undo takes it back") {
    Team team;
    const std::size_t before = team.actions();
    REQUIRE(test::isShown(*team.row(), "take"));
    test::click(*team.row(), "take");
    QCoreApplication::processEvents();
    REQUIRE(team.actions() == before + 1);
    const Action& taken = team.session.snapshot().actionsOf(team.account()).back();
    CHECK(taken.owner == "Sam Reyes");
    CHECK(taken.metric == team.cards().front()->metric());
    CHECK_FALSE(taken.title.empty());
    CHECK_FALSE(test::isShown(*team.row(), "take"));
    CHECK(test::textOf(*team.row(), "redTaken") == u"Taken by you"_s);
    team.undo();
    QCoreApplication::processEvents();
    CHECK(team.actions() == before);
    CHECK(test::isShown(*team.row(), "take"));
}

TEST_CASE("My team: Take moves nothing, says so in its row, and Open stands where it stood") {
    Team team;
    const auto places = [&team] {
        std::vector<QRect> all;
        for (const pages::RedRow* row : team.cards().front()->findChildren<pages::RedRow*>()) {
            for (const char* part : {"redAccount", "redValue", "redArr", "answer"}) {
                const auto* widget = test::child<QWidget>(*row, QString::fromLatin1(part));
                all.emplace_back(widget->mapTo(team.window.get(), QPoint()), widget->size());
            }
        }
        return all;
    };
    const auto before = places();
    auto* take = test::child<QPushButton>(*team.row(), u"take"_s);
    const QRect place = take->geometry();
    CHECK_FALSE(test::isShown(*team.row(), "openTaken"));
    take->setFocus();
    QTest::keyClick(take, Qt::Key_Space);
    QCoreApplication::processEvents();
    REQUIRE(test::isShown(*team.row(), "redTaken"));
    CHECK(places() == before);
    auto* open = test::child<QPushButton>(*team.row(), u"openTaken"_s);
    CHECK(open->geometry() == place);
    CHECK(open->hasFocus());
    CHECK(open->accessibleName().startsWith(u"Open "_s));
    const QString key = team.row()->key();
    QTest::mouseClick(open, Qt::LeftButton);
    CHECK(team.window->where().account == key);
}

TEST_CASE("My team: what was answered stands in its row, until it is undone") {
    Team team;
    test::click(*team.row(), "answer");
    auto* text = test::child<QLineEdit>(*team.row(), u"answerText"_s);
    QTest::keyClicks(text, u"Fix ships on Friday"_s);
    QCoreApplication::processEvents();
    const int height = team.row()->height();
    test::click(*team.row(), "keepAnswer");
    QCoreApplication::processEvents();
    REQUIRE(test::isShown(*team.row(), "answered"));
    CHECK(test::textOf(*team.row(), "answered").endsWith(u": Fix ships on Friday"_s));
    CHECK(team.row()->height() == height); // the rows below stay where they are
    test::click(*team.row(), "take");      // another edit leaves it
    QCoreApplication::processEvents();
    CHECK(test::isShown(*team.row(), "answered"));
    test::click(*team.row(), "answer"); // one more: the place is that of the field, until it is closed
    CHECK_FALSE(test::isShown(*team.row(), "answered"));
    team.press(Qt::Key_Escape, Qt::NoModifier);
    CHECK(test::isShown(*team.row(), "answered"));
    team.undo();
    team.undo();
    QCoreApplication::processEvents();
    CHECK_FALSE(test::isShown(*team.row(), "answered"));
    team.redo();
    QCoreApplication::processEvents();
    CHECK(test::isShown(*team.row(), "answered"));
}

TEST_CASE("My team: the right button on a row opens, takes and answers") {
    Team team;
    const std::size_t before = team.actions();
    const auto rightButton = [&team] {
        QContextMenuEvent event(
            QContextMenuEvent::Mouse, QPoint(4, 4), team.row()->mapToGlobal(QPoint(4, 4)));
        QCoreApplication::sendEvent(team.row(), &event);
    };
    rightButton();
    team.choose("answerAccount");
    CHECK(test::child<QLineEdit>(*team.row(), u"answerText"_s)->hasFocus());
    team.press(Qt::Key_Escape, Qt::NoModifier);
    rightButton();
    team.choose("takeAccount");
    QCoreApplication::processEvents();
    CHECK(team.actions() == before + 1);
    rightButton();
    const auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu != nullptr);
    CHECK_FALSE(menu->findChild<QAction*>(u"takeAccount"_s)->isVisible()); // it is taken
    team.choose("openAccount");
    CHECK(team.window->where().page == session::page::account);
}

TEST_CASE("My team: Answer is a note for the owner, typed in its place, and undo takes it back") {
    Team team;
    const std::size_t before = team.notes().size();
    auto* answer = test::child<QPushButton>(*team.row(), u"answer"_s);
    answer->setFocus();
    QTest::keyClick(answer, Qt::Key_Space);
    auto* text = test::child<QLineEdit>(*team.row(), u"answerText"_s);
    REQUIRE(text->hasFocus());
    SECTION("Enter keeps it") {
        QTest::keyClicks(text, u"Fix ships on Friday"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QCoreApplication::processEvents();
        const auto notes = team.notes();
        REQUIRE(notes.size() == before + 1);
        const QString owner = QString::fromUtf8(
            team.session.snapshot().attributeOn(team.account(), attribute::owner, team.session.asOf()));
        const bool isThere = std::ranges::any_of(notes, [&](const book::Note& note) {
            return note.text.startsWith(u"For "_s + owner + u", about "_s) &&
                   note.text.endsWith(u": Fix ships on Friday"_s);
        });
        CHECK(isThere);
        CHECK_FALSE(text->isVisible());
        team.undo();
        QCoreApplication::processEvents();
        CHECK(team.notes().size() == before);
    }
    SECTION("an empty one is none, and Esc closes it") {
        QTest::keyClick(text, Qt::Key_Return);
        CHECK(text->isVisible());
        QTest::keyClicks(text, u"half"_s);
        team.press(Qt::Key_Escape, Qt::NoModifier);
        CHECK_FALSE(text->isVisible());
        CHECK(answer->hasFocus());
        CHECK(team.notes().size() == before);
        CHECK(team.window->where().page == session::page::myTeam);
    }
    SECTION("what is typed survives what else changes in the book") {
        QTest::keyClicks(text, u"half a sen"_s);
        test::click(*team.row(), "take");
        QCoreApplication::processEvents();
        CHECK(test::child<QLineEdit>(*team.row(), u"answerText"_s)->text() == u"half a sen"_s);
    }
}

TEST_CASE("My team: a name opens its account, and F6 walks head and cards") {
    Team team;
    const QString key = team.row()->key();
    team.press(Qt::Key_F6, Qt::NoModifier);
    QWidget* head = team.window->focusWidget();
    REQUIRE(head != nullptr);
    QTest::mouseClick(test::child<QPushButton>(*team.row(), u"redAccount"_s), Qt::LeftButton);
    CHECK(team.window->where().page == session::page::account);
    CHECK(team.window->where().account == key);
    CHECK(std::ranges::find(team.session.list(),
                            team.session.snapshot().findAccount(key.toStdString()).value()) !=
          team.session.list().end());
}

TEST_CASE("My team: another team is chosen from the pill, and kept for who has none") {
    Team team;
    team.session.setWho({.name = u"Sam Reyes"_s});
    team.chooseTeam(u"Customer Success"_s);
    CHECK(team.find<QPushButton>("teamPill")->text() == u"Team: Customer Success"_s);
    for (const pages::MetricCard* card : team.cards()) {
        const auto metric = team.session.snapshot().findMetric(card->metric()).value();
        CHECK(team.session.snapshot().scorecard->metrics[metric].ownerTeam == "Customer Success");
    }
    team.window->go({.page = session::page::book});
    team.window->go({.page = session::page::myTeam});
    CHECK(team.find<QPushButton>("teamPill")->text() == u"Team: Customer Success"_s);
    // Whoever is in a team sees theirs first again.
    team.session.setWho({.name = u"Sam Reyes"_s, .role = Role::TeamMember, .team = u"Support"_s});
    CHECK(team.find<QPushButton>("teamPill")->text() == u"Team: Support"_s);
}

TEST_CASE("My team: copied as text and as table, and written as a file") {
    Team team;
    team.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(QGuiApplication::clipboard()->text().contains(u": red in "_s));
    const auto* copy = team.window->actions().find(u"edit.copyTable"_s);
    REQUIRE(copy != nullptr);
    team.window->actions().run(*copy);
    CHECK(
        QGuiApplication::clipboard()->text().startsWith(u"Metric\tAccount\tValue\tRed since\tOwner\tARR"_s));
    const QString path = team.folder.filePath(u"page.html"_s);
    team.prompts.answer(path);
    test::click(*team.window, "teamReport");
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().contains("<title>Support: what can we do?</title>"));
}

TEST_CASE("My team: the rail counts what is newly red since the last look") {
    test::AccountKit kit;
    auto* count = kit.find<QWidget>("rail.my_team")->findChild<QLabel*>(u"railCount"_s);
    REQUIRE(count != nullptr);
    CHECK_FALSE(count->isVisible()); // nobody here is of a team
    kit.session.setWho({.name = u"Sam Reyes"_s, .role = Role::TeamMember, .team = u"Support"_s});
    REQUIRE(count->isVisible());
    CHECK(count->text().toInt() >= 1);
    const QString spoken = kit.find<QToolButton>("rail.my_team")->accessibleName();
    CHECK(spoken.contains(u"newly red"_s));
    QTest::mouseClick(kit.find<QToolButton>("rail.my_team"), Qt::LeftButton);
    QCoreApplication::processEvents();
    CHECK(kit.find<QWidget>("myTeamPage")->isVisible());
    CHECK_FALSE(count->isVisible()); // seen
    CHECK(kit.find<QLabel>("metricNews")->isVisible());
    kit.window->go({.page = session::page::book});

    // One more account turns red in a metric of the team, on the same day.
    const Snapshot& book = kit.session.snapshot();
    const auto metric = std::ranges::find_if(book.scorecard->metrics, [](const Metric& each) {
        return each.ownerTeam == "Support" && each.rule.kind == MetricKind::Number &&
               each.better == Better::Lower && each.rule.aggregation == Aggregation::Last;
    });
    REQUIRE(metric != book.scorecard->metrics.end());
    const auto index = static_cast<MetricIndex>(metric - book.scorecard->metrics.begin());
    std::optional<AccountId> green;
    for (AccountIndex account = 0; account < book.accountCount() && !green; ++account) {
        const auto& version = kit.session.scorer().versionOf(account, kit.session.asOf());
        const auto detail = kit.session.scorer().detail(account, kit.session.asOf());
        for (std::size_t at = 0; at < version.metrics.size(); ++at) {
            if (version.metrics[at].metric == index && detail.metrics[at].score.value_or(0) > 90 &&
                !book.isChurned(account, kit.session.asOf())) {
                green = (*book.accounts)[account].id;
            }
        }
    }
    REQUIRE(green);
    kit.session.apply(book::SetMeasurement{.account = *green,
                                           .metric = book.metricIds[index],
                                           .day = kit.session.asOf(),
                                           .value = 1'000,
                                           .note = {}},
                      u"Set"_s);
    QCoreApplication::processEvents();
    CHECK(count->isVisible());
    CHECK(count->text() == u"1"_s);
}

TEST_CASE("My team: a book whose metrics nobody owns has no place for it, and the page teaches") {
    test::WindowKit kit;
    kit.session.showSnapshot(test::fiveAccounts().build());
    shell::MainWindow window(kit.context);
    window.show();
    CHECK_FALSE(test::child<QToolButton>(window, u"rail.my_team"_s)->isVisible());
    window.go({.page = session::page::myTeam}); // it can still be reached
    CHECK(test::isShown(window, "teamEmpty"));
    QTest::mouseClick(test::child<QWidget>(window, u"teamEmpty"_s)->findChild<QPushButton*>(),
                      Qt::LeftButton);
    CHECK(window.where().page == session::page::templates);
}

TEST_CASE("My team: while nothing has a score the page says what the team owns, and leads to the import") {
    test::WindowKit kit;
    test::SmallBook book = test::fiveAccounts();
    Metric calls = test::numberMetric("calls");
    calls.name = "Calls";
    calls.ownerTeam = "Support";
    book.builder.metric(calls);
    kit.session.showSnapshot(book.build());
    shell::MainWindow window(kit.context);
    window.show();
    window.go({.page = session::page::myTeam});
    CHECK(test::textOf(window, "teamHeadline") == u"No account has a score of what Support owns yet."_s);
    CHECK(test::textOf(window, "teamUnscored") == u"It owns Calls."_s);
    test::click(window, "teamImport");
    CHECK(window.where().page == session::page::import);
}

TEST_CASE("Roles: each begins where it works, and hides nothing") {
    test::AccountKit kit;
    const auto sayWho = [&kit](const settings::Who& who) {
        kit.prompts.answer(who);
        QTest::mouseClick(kit.find<QPushButton>("personButton"), Qt::LeftButton);
        QCoreApplication::processEvents();
    };
    sayWho({.name = u"Sam Reyes"_s, .role = Role::TeamMember, .team = u"Support"_s});
    CHECK(kit.window->where().page == session::page::myTeam);
    CHECK(kit.find<QPushButton>("personButton")->text().trimmed() == u"Sam Reyes, Support"_s);
    sayWho({.name = u"Sam Reyes"_s, .role = Role::Admin});
    CHECK(kit.window->where().page == session::page::templates);
    for (const char* place : {"rail.book", "rail.my_team", "rail.templates"}) {
        CHECK(kit.find<QToolButton>(place)->isVisible());
    }
    sayWho({.name = u"Ana Lopez"_s});
    CHECK(kit.session.filter().mine);

    // A manager's own accounts are those of the people they manage.
    sayWho({.name = u"Grace Whitfield"_s, .role = Role::Manager});
    CHECK(kit.session.filter().mine);
    QTest::mouseClick(kit.find<QToolButton>("rail.book"), Qt::LeftButton);
    CHECK(kit.find<QPushButton>("scope")->text() == u"My team's accounts"_s);
    REQUIRE_FALSE(kit.session.list().empty());
    for (const AccountIndex account : kit.session.list()) {
        CHECK(kit.session.snapshot().attributeOn(account, attribute::manager, kit.session.asOf()) ==
              "Grace Whitfield");
    }
    QTest::mouseClick(kit.find<QPushButton>("scope"), Qt::LeftButton); // the whole company
    CHECK_FALSE(kit.session.filter().mine);
}

TEST_CASE("Roles: kept for each book, and a book opens where the role works") {
    test::AccountKit kit;
    kit.session.setWho({.name = u"Sam Reyes"_s, .role = Role::TeamMember, .team = u"Support"_s});
    const QString other = kit.folder.filePath(u"other.healthbook"_s);
    test::copyDemoBook(other);
    kit.session.open(other);
    CHECK(kit.session.who() == settings::Who{.name = u"Sam Reyes"_s});
    kit.session.open(kit.path);
    CHECK(kit.session.who().team == u"Support"_s);
    CHECK(kit.window->where().page == session::page::myTeam);
}
