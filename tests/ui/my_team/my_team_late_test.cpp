// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that come when the book they are of is gone: work runs beside the window here.
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "ui/pages/my_team/metric_card.h"
#include "ui/pages/my_team/my_team_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace hb;
using namespace Qt::StringLiterals;
using settings::Role;

namespace {

/// My team on the demo company, without a window around it: nothing else asks for answers.
struct LateTeam {
    struct Nowhere : shell::Navigator {
        void go(const session::ViewState& /*where*/) override {}
        [[nodiscard]] bool hasPage(const QString& /*id*/) const override { return false; }
        void goBack() override {}
        void openWindow(const session::ViewState& /*where*/) override {}
        void toast(const QString& /*text*/) override {}
    };
    QTemporaryDir folder;
    QString path = folder.filePath(u"demo.healthbook"_s);
    jobs::JobRunner jobs{jobs::Running::Threads};
    settings::Settings settings{std::make_unique<settings::MemoryStore>()};
    prompts::ScriptedPrompts prompts;
    theme::Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
    session::BookSession session{jobs, settings, test::day(test::smallBookToday)};
    shell::Context context{
        .session = session, .jobs = jobs, .settings = settings, .prompts = prompts, .theme = theme};
    Nowhere navigator;
    pages::MyTeamPage page{context, navigator};

    LateTeam() {
        test::copyDemoBook(path);
        open(path);
    }
    void open(const QString& book) {
        session.open(book);
        REQUIRE(QTest::qWaitFor([this] { return session.isOpen(); }, 60'000));
        session.setWho({.name = u"Sam Reyes"_s, .role = Role::TeamMember, .team = u"Support"_s});
        rest();
    }
    void rest() {
        REQUIRE(QTest::qWaitFor([this] { return jobs.isIdle(); }, 60'000));
    }
    [[nodiscard]] bool hasSeen(const QString& book) const {
        return !settings.get(settings::ofBook(settings::seenRed, book)).isEmpty();
    }
    [[nodiscard]] int cards() const {
        int shown = 0;
        for (const pages::MetricCard* card : page.findChildren<pages::MetricCard*>()) {
            shown += card->isVisible() ? 1 : 0;
        }
        return shown;
    }
};

} // namespace

TEST_CASE("My team: an answer of a book that is closed by then is left") {
    LateTeam team;
    team.page.QWidget::show();
    team.page.activate({});
    team.session.close(); // before the answer
    team.rest();
    CHECK(team.cards() == 0);
    CHECK_FALSE(team.hasSeen(team.path));

    const QString other = team.folder.filePath(u"other.healthbook"_s);
    test::copyDemoBook(other);
    team.open(team.path);
    team.page.activate({});
    team.session.open(other);
    REQUIRE(QTest::qWaitFor([&team] { return team.session.isOpen(); }, 60'000));
    team.rest();
    CHECK_FALSE(team.hasSeen(other)); // nobody has looked at it
}

TEST_CASE("My team: what is worked out while nobody looks is not seen, until they do") {
    LateTeam team;
    team.page.QWidget::show();
    team.page.activate({});
    team.page.QWidget::hide();
    team.rest();
    CHECK_FALSE(team.hasSeen(team.path));
    team.page.QWidget::show();
    team.page.activate({});
    team.rest();
    CHECK(team.cards() > 0);
    CHECK(team.hasSeen(team.path));
}

TEST_CASE("My team: cards and half an answer go with their book") {
    LateTeam team;
    team.page.QWidget::show();
    team.page.activate({});
    team.rest();
    REQUIRE(team.cards() > 0);
    auto* row = team.page.findChild<pages::RedRow*>();
    test::click(*row, "answer");
    QTest::keyClicks(test::child<QLineEdit>(*row, u"answerText"_s), u"Half a"_s);
    team.session.close();
    CHECK(team.cards() == 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(team.page.findChild<pages::RedRow*>() == nullptr);
}
