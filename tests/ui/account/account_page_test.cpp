// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table_writer.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"
#include "tests/ui/support/tables.h"
#include "ui/charts/trend_chart.h"
#include "ui/charts/waterfall_chart.h"
#include "ui/jobs/job_runner.h"
#include "ui/pages/account/account_page.h"
#include "ui/prompts/prompts.h"
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cost_list.h"

#include <QApplication>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace hb::pages {

using namespace hb::test;

namespace {

class RecordingNavigator : public shell::Navigator {
public:
    void go(const session::ViewState& where) override { visited.push_back(where); }
    [[nodiscard]] bool hasPage(const QString& /*id*/) const override { return true; }
    void goBack() override { ++backs; }
    void openWindow(const session::ViewState&) override {}
    void toast(const QString&) override {}
    std::vector<session::ViewState> visited;
    int backs = 0;
};

// The worked example of scoring.md, section 11, with a level metric of weight 0 and a second account without
// data.
std::shared_ptr<const Snapshot> workedExample() {
    Metric tickets = numberMetric("tickets", 14);
    tickets.name = "Open tickets";
    tickets.ownerTeam = "Support";
    tickets.action = "Agree an escalation date";
    tickets.help = "Urgent tickets that wait for us.";
    Metric sentiment = levelMetric(
        "sentiment", {{1, "At risk", 10, "May leave."}, {2, "Content", 80, "No complaints."}}, 90);
    sentiment.name = "Sentiment";
    Group usage =
        group("usage",
              60,
              {weighted("logins", 70, {{0, 0}, {5, 50}, {20, 75}, {50, 100}}), weighted("adoption", 30)});
    Group support =
        group("support",
              40,
              {weighted("tickets", 1, {{0, 100}, {5, 60}, {10, 20}, {20, 0}}), weighted("sentiment", 0)});
    usage.name = "Usage";
    support.name = "Support";
    Template tmpl = defaultTemplate({version({usage, support})});
    tmpl.name = "Enterprise";
    SnapshotBuilder builder;
    builder.metric(numberMetric("logins", 30))
        .metric(numberMetric("adoption", 30))
        .metric(tickets)
        .metric(sentiment)
        .tmpl(tmpl);
    builder.account("A").account("B");
    builder.attribute("A", "name", day("2025-01-01"), "Contoso")
        .attribute("A", "owner", day("2025-01-01"), "Ana Lopez");
    builder.measure("A", "logins", day("2026-02-20"), 20).measure("A", "tickets", day("2026-02-20"), 0);
    builder.measure("A", "logins", day("2026-03-30"), 12).measure("A", "adoption", day("2026-02-01"), 80);
    builder.measure("A", "tickets", day("2026-03-29"), 10).measure("A", "sentiment", day("2026-03-01"), 2);
    auto snapshot = std::make_shared<Snapshot>(*builder.build());
    snapshot->oldestMeasurement = day("2026-02-01");
    snapshot->newestMeasurement = day("2026-03-30");
    return snapshot;
}

struct Window {
    explicit Window(Day today = day("2026-03-31"), std::shared_ptr<const Snapshot> snapshot = workedExample())
        : theme(*qApp), session(runner, settings, today) {
        theme.setChoice(theme::ThemeChoice::Light);
        session.showSnapshot(std::move(snapshot));
        session.setAsOf(day("2026-03-31"));
        page = std::make_unique<AccountPage>(shell::Context{session, runner, settings, prompts, theme},
                                             navigator);
        for (const shell::Action& action : page->actions()) { // as the main window does
            if (!action.shortcut.isEmpty()) {
                auto* shortcut = new QShortcut(action.shortcut, page.get());
                QObject::connect(shortcut, &QShortcut::activated, page.get(), [action] {
                    if (action.isEnabled()) {
                        action.run();
                    }
                });
            }
        }
        page->resize(1200, 900);
        open("A");
        page->show();
        REQUIRE(QTest::qWaitForWindowExposed(page.get()));
        page->activateWindow();
    }
    void open(const char* key) {
        page->activate(
            {.page = session::page::account, .account = QLatin1StringView(key), .asOf = {}, .filter = {}});
    }
    template <typename T>
    T* find(const char* name) {
        T* found = page->findChild<T*>(QLatin1StringView(name));
        REQUIRE(found != nullptr);
        return found;
    }
    QString text(const char* label) { return find<QLabel>(label)->text(); }
    void click(const char* button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }

    theme::Theme theme;
    jobs::JobRunner runner{jobs::Running::Inline};
    settings::Settings settings{std::make_unique<settings::MemoryStore>()};
    prompts::ScriptedPrompts prompts;
    session::BookSession session;
    RecordingNavigator navigator;
    std::unique_ptr<AccountPage> page;
};

} // namespace

TEST_CASE("AccountPage shows") {
    Window window;

    SECTION("the worked example's score, band, freshness and way to the next band") {
        CHECK(window.text("accountName") == u"Contoso"_s);
        CHECK(window.text("score") == u"45.0"_s);
        CHECK(window.text("scoreBand") == u"red"_s);
        CHECK(window.text("scoreNext") == u"5.0 to yellow"_s);
        CHECK(window.text("scoreNearest").contains(u" at 17"_s));
        CHECK(window.find<QLabel>("scoreNearest")
                  ->toolTip()
                  .startsWith(u"One of these alone would make it yellow: "_s));
    }
    SECTION("in the line under the name only what the data has") {
        CHECK(window.text("accountFacts") == u"Ana Lopez · Enterprise v1"_s);
    }
    SECTION("a headline that says what helps") {
        CHECK(window.text("headline").contains(u"Open tickets"_s));
        CHECK(window.text("headline").contains(u"scalation date"_s));
    }
    SECTION("what costs points, largest first") {
        const auto& rows = window.find<widgets::CostList>("costs")->rows();
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].name == u"Open tickets"_s);
        CHECK(rows[0].points == u"32.0"_s);
        CHECK(rows[1].points == u"23.0"_s);
        CHECK(rows[0].fraction == 1);
    }
    SECTION("a table whose unrounded points sum to 100 - score") {
        const double score = *window.session.scorer().detail(0, day("2026-03-31")).overall;
        CHECK_THAT(test::sumOfPoints(exchange::toTabs(window.page->asTable())), WithinAbs(100 - score, 1e-9));
    }
    SECTION("a trend that ends on the as-of day") {
        const charts::TrendData& trend = window.find<charts::TrendChart>("trend")->shown();
        CHECK(trend.points.back().day == day("2026-03-31"));
        CHECK(trend.points.back().scoreText == u"45.0"_s);
        CHECK(trend.zones.size() == 3);
    }
    SECTION("for an account without data what is missing, and no number") {
        window.open("B");
        CHECK(window.text("score") == u"No data"_s);
        CHECK(window.text("headline").contains(u"Not enough data"_s));
        CHECK(window.find<widgets::CostList>("costs")->rows().empty());
    }
    SECTION("that an account is gone, and the way back") {
        window.open("no such account");
        QTest::mouseClick(window.find<QPushButton>("emptyStateButton"), Qt::LeftButton);
        CHECK(window.page->place().isEmpty());
    }
}

TEST_CASE("AccountPage: what changed") {
    Window window;

    SECTION("Ctrl+E shows the change since the trend's days, and Esc goes back to the costs") {
        QTest::keyClick(window.page.get(), Qt::Key_E, Qt::ControlModifier);
        CHECK(window.find<charts::WaterfallChart>("waterfall")->isVisible());
        CHECK(window.find<QDateEdit>("sinceDay")->date() == QDate(2026, 3, 1));
        CHECK(window.page->escape());
        CHECK_FALSE(window.find<charts::WaterfallChart>("waterfall")->isVisible());
        CHECK_FALSE(window.page->escape());
    }
    SECTION("another day can be chosen, and the steps lead from its score to this one's") {
        window.click("changeTab");
        window.find<QDateEdit>("sinceDay")->setDate(QDate(2026, 2, 25));
        const charts::WaterfallData& data = window.find<charts::WaterfallChart>("waterfall")->waterfall();
        double running = data.before.score;
        for (const charts::WaterfallStep& step : data.steps) {
            running += step.points;
        }
        CHECK_FALSE(data.steps.empty());
        CHECK_THAT(running, WithinAbs(data.after.score, 1e-9));
        CHECK_THAT(test::sumOfPoints(exchange::toTabs(window.page->asTable())),
                   WithinAbs(data.after.score - data.before.score, 1e-9));
    }
    SECTION("a day without data is named in place of steps") {
        window.find<QDateEdit>("sinceDay")->setDate(QDate(2026, 2, 1));
        CHECK(window.find<charts::WaterfallChart>("waterfall")->waterfall().steps.empty() ==
              !window.session.scorer().detail(0, day("2026-02-01")).rollUp.has_value());
        CHECK_FALSE(window.text("changeSentence").isEmpty());
    }
}

TEST_CASE("AccountPage: next and previous") {
    Window window;
    window.session.setList({1, 0});
    window.open("A");

    SECTION("Alt+Up opens the one before in the list; at its end nothing happens") {
        CHECK(window.text("listPosition") == u"2 of 2"_s);
        QTest::keyClick(window.page.get(), Qt::Key_Up, Qt::AltModifier);
        REQUIRE(window.navigator.visited.size() == 1);
        CHECK(window.navigator.visited.front().account == u"B"_s);
        QTest::keyClick(window.page.get(), Qt::Key_Down, Qt::AltModifier);
        CHECK(window.navigator.visited.size() == 1);
    }
}

TEST_CASE("AccountPage: a metric") {
    Window window;
    auto* tickets = window.find<QWidget>("metric2");
    auto* about = tickets->findChild<QLabel*>(u"metricAbout"_s);
    REQUIRE(about != nullptr);

    SECTION("F1 on its row says what it means and where it comes from, and again hides it") {
        tickets->setFocus();
        QTest::keyClick(tickets, Qt::Key_F1);
        CHECK(about->isVisible());
        CHECK(about->text().contains(u"Urgent tickets that wait for us."_s));
        CHECK(about->text().contains(u"29 Mar 2026"_s));
        QTest::keyClick(tickets, Qt::Key_F1);
        CHECK_FALSE(about->isVisible());
    }
    SECTION("a click on what it costs opens the same") {
        auto* costs = window.find<widgets::CostList>("costs");
        QTest::mouseClick(costs, Qt::LeftButton, {}, QPoint(40, 10));
        CHECK(about->isVisible());
    }
}

TEST_CASE("AccountPage: edits") {
    Window window;
    QSignalSpy edited(&window.session, &session::BookSession::edited);
    const auto said = [&edited] { return edited.empty() ? QString() : edited.back().front().toString(); };

    SECTION("a level is set by its button, with the note") {
        auto* sentiment = window.find<QWidget>("metric3");
        sentiment->findChild<QLineEdit*>(u"levelNote"_s)->setText(u"Sponsor was silent"_s);
        QTest::mouseClick(sentiment->findChild<QPushButton*>(u"level1"_s), Qt::LeftButton);
        CHECK(said().contains(u"At risk"_s));
        CHECK(sentiment->findChild<QLineEdit*>(u"levelNote"_s)->text().isEmpty());
    }
    SECTION("a digit on its row chooses, Confirm unchanged sets what holds") {
        auto* sentiment = window.find<QWidget>("metric3");
        sentiment->setFocus();
        QTest::keyClick(sentiment, Qt::Key_1);
        CHECK(said().contains(u"At risk"_s));
        QTest::mouseClick(sentiment->findChild<QPushButton*>(u"confirmLevel"_s), Qt::LeftButton);
        CHECK(said().contains(u"Content"_s));
    }
    SECTION("Ctrl+N begins a note, Ctrl+Enter keeps it; an empty one is not kept, and one that fails comes "
            "back") {
        QTest::keyClick(window.page.get(), Qt::Key_N, Qt::ControlModifier);
        auto* edit = window.find<QPlainTextEdit>("noteEdit");
        CHECK(window.page->focusWidget() == edit);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        CHECK(edited.isEmpty());
        QTest::keyClicks(edit, u"Called Ana"_s);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        CHECK(said().contains(u"Contoso"_s));
        // This book has no file, so the note cannot be kept: it is not lost.
        CHECK(edit->toPlainText() == u"Called Ana"_s);
    }
    SECTION("Ctrl+R reviews today") {
        QTest::keyClick(window.page.get(), Qt::Key_R, Qt::ControlModifier);
        CHECK(said() == u"Reviewed Contoso"_s);
    }
    SECTION("on a past day Reviewed is off and says why") {
        window.session.setAsOf(day("2026-03-01"));
        auto* button = window.find<QPushButton>("reviewed");
        CHECK_FALSE(button->isEnabled());
        CHECK_FALSE(button->toolTip().isEmpty());
        QTest::keyClick(window.page.get(), Qt::Key_R, Qt::ControlModifier);
        CHECK(edited.isEmpty());
    }
}

TEST_CASE("AccountPage follows the day") {
    Window window;
    window.session.setAsOf(day("2026-02-21"));
    CHECK(window.text("score") != u"45.0"_s);
    CHECK(window.find<charts::TrendChart>("trend")->shown().points.back().day == day("2026-02-21"));
}

} // namespace hb::pages
