// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/snapshot_builder.h"
#include "tests/ui/support/clicks.h"
#include "ui/pages/templates/metric_draft.h"
#include "ui/pages/templates/metric_panel.h"
#include "ui/prompts/prompts.h"
#include "ui/widgets/curve_editor.h"
#include "ui/widgets/exporter.h"
#include "ui/widgets/typed_number.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>

using namespace hb;
using namespace hb::test;
using pages::MetricPanel;
using widgets::CurveEditor;
using widgets::TypedNumber;

namespace {

const Day today = day("2026-03-30");

std::shared_ptr<const session::Moment> smallMoment() {
    Metric logins = numberMetric("logins", 30);
    logins.name = "Logins";
    logins.unit = "logins";
    logins.help = "People who signed in.";
    logins.ownerTeam = "Customer Success";
    logins.action = "Offer a session";
    Metric events = aggregated("events", Aggregation::Sum, 90);
    events.name = "Events";
    Metric sponsor = levelMetric("sponsor", {{1, "None", 0, "Nobody."}, {2, "Sponsor", 100, "One."}}, 90);
    sponsor.name = "Executive";
    SnapshotBuilder builder;
    GroupMetric leveled = weighted("sponsor", 1);
    leveled.curve.clear();
    builder.metric(logins).metric(events).metric(sponsor).tmpl(defaultTemplate({version(
        {group("all", 1, {weighted("logins", 1, {{0, 0}, {50, 100}}), weighted("events", 1), leveled})})}));
    for (int at = 0; at <= 20; ++at) {
        const std::string key = "a" + std::to_string(100 + at);
        builder.account(key).measure(key, "logins", today - (at == 20 ? 50 : 2), at * 5);
    }
    builder.account("bare");
    auto moment = std::make_shared<session::Moment>();
    moment->snapshot = builder.build();
    moment->scorer = std::make_shared<scoring::Scorer>(moment->snapshot);
    moment->day = today;
    return moment;
}

/// The panel on a draft, as the page shows it: each edit comes back as the new truth.
struct PanelKit {
    theme::Theme theme{*qApp};
    MetricPanel panel{theme};
    pages::TemplateView view;
    QStringList texts;
    std::vector<Draft> previews;

    PanelKit() {
        view.moment = smallMoment();
        const Scorecard& scorecard = *view.moment->snapshot->scorecard;
        view.draft.key = scorecard.templates.front().key;
        view.draft.isDefault = scorecard.templates.front().isDefault;
        view.draft.version = scorecard.templates.front().versions.front();
        view.draft.version.metrics.clear();
        view.metrics = scorecard.metrics;
        view.isEditable = true;
        QObject::connect(
            &panel, &MetricPanel::edited, &panel, [this](const Draft& draft, const QString& text) {
                texts << text;
                view.draft = draft;
                show();
            });
        QObject::connect(&panel, &MetricPanel::previewed, &panel, [this](const Draft& draft) {
            previews.push_back(draft);
        });
        panel.resize(400, 1000);
        show();
        panel.show();
        panel.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&panel));
    }
    void show() {
        view.metrics = view.moment->snapshot->scorecard->metrics;
        for (const FrozenMetric& frozen : view.draft.version.metrics) {
            for (Metric& metric : view.metrics) {
                metric.rule = metric.key == frozen.key ? frozen.rule : metric.rule;
            }
        }
        panel.showDraft(view);
    }
    void choose(const char* key) {
        panel.setMetric(QString::fromLatin1(key));
        QCoreApplication::processEvents();
    }
    [[nodiscard]] const GroupMetric& use(const char* key) const {
        const GroupMetric* found = pages::findUse(view.draft.version, key);
        REQUIRE(found != nullptr);
        return *found;
    }
    [[nodiscard]] TypedNumber* field(const char* name) const {
        return child<TypedNumber>(panel, QString::fromLatin1(name));
    }
    void type(const char* name, const char* text) const {
        TypedNumber* typed = field(name);
        REQUIRE(typed->isVisible());
        typed->setFocus();
        typed->selectAll();
        QTest::keyClicks(typed, QString::fromLatin1(text));
        QTest::keyClick(typed, Qt::Key_Return);
    }
};

} // namespace

TEST_CASE("MetricPanel without a metric says where to choose one") {
    PanelKit kit;
    CHECK(isShown(kit.panel, "metricPanelEmpty"));
    kit.choose("logins");
    CHECK_FALSE(isShown(kit.panel, "metricPanelEmpty"));
    CHECK(textOf(kit.panel, "metricName") == QStringLiteral("Logins"));
    CHECK(textOf(kit.panel, "metricHelp") == QStringLiteral("People who signed in."));
    CHECK(textOf(kit.panel, "metricAction") == QStringLiteral("Offer a session"));
    kit.choose("gone");
    CHECK(isShown(kit.panel, "metricPanelEmpty"));
}

TEST_CASE("MetricPanel shows a number's curve over what accounts have") {
    PanelKit kit;
    kit.choose("logins");
    auto* editor = child<CurveEditor>(kit.panel, QStringLiteral("curveEditor"));
    CHECK(textOf(kit.panel, "metricValues") ==
          QStringLiteral("20 of 22 accounts have a value today, 1 stale, 1 missing."));

    SECTION("a past day is named") {
        kit.view.today = today + 1;
        kit.show();
        CHECK(textOf(kit.panel, "metricValues") ==
              QStringLiteral("20 of 22 accounts have a value on 30 Mar, 1 stale, 1 missing."));
    }
    SECTION("a drag previews, and is one edit") {
        const QPoint from = editor->placeOf({50, 100}).toPoint(), to = editor->placeOf({50, 60}).toPoint();
        QTest::mousePress(editor, Qt::LeftButton, {}, from);
        QTest::mouseMove(editor, (from + to) / 2);
        QTest::mouseMove(editor, to);
        CHECK(kit.previews.size() == 2);
        CHECK(kit.texts.isEmpty());
        CHECK(kit.use("logins").curve.back().score == 100);
        QTest::mouseRelease(editor, Qt::LeftButton, {}, to);
        CHECK(kit.texts == QStringList{QStringLiteral("Moved a point of Logins")});
        CHECK_THAT(kit.use("logins").curve.back().score, WithinAbs(60, 1));
    }
    SECTION("Esc takes the drag back, and the preview with it") {
        const Draft before = kit.view.draft;
        editor->setFocus();
        QTest::mousePress(editor, Qt::LeftButton, {}, editor->placeOf({50, 100}).toPoint());
        QTest::mouseMove(editor, editor->placeOf({50, 50}).toPoint());
        QTest::keyClick(editor, Qt::Key_Escape);
        REQUIRE_FALSE(kit.previews.empty());
        CHECK(kit.previews.back() == before);
        QTest::mouseRelease(editor, Qt::LeftButton, {}, editor->placeOf({50, 50}).toPoint());
        CHECK(kit.texts.isEmpty());
    }
    SECTION("a point is typed, added and removed; the selection stays") {
        kit.type("pointValue1", "40");
        CHECK(kit.use("logins").curve.back() == CurvePoint{40, 100});
        click(kit.panel, "curveAddPoint");
        CHECK(kit.use("logins").curve.size() == 3);
        CHECK(editor->selection() == 1);
        editor->setFocus();
        QTest::keyClick(editor, Qt::Key_Delete);
        CHECK(kit.use("logins").curve.size() == 2);
        CHECK(kit.texts == QStringList{QStringLiteral("Moved a point of Logins"),
                                       QStringLiteral("Added a point to Logins"),
                                       QStringLiteral("Removed a point of Logins")});
        QTest::keyClick(editor, Qt::Key_Delete);
        CHECK(textOf(kit.panel, "curveFault").contains(QStringLiteral("at least two points")));
    }
    SECTION("a quick start draws over the values") {
        auto* menu = child<QPushButton>(kit.panel, QStringLiteral("quickStart"))->menu();
        menu->popup(kit.panel.mapToGlobal(QPoint(10, 10)));
        auto* action = menu->findChild<QAction*>(QStringLiteral("lowerIsBetter"));
        REQUIRE(action != nullptr);
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        CHECK(kit.use("logins").curve.front().score == 100);
        CHECK(kit.use("logins").curve.back().score == 0);
        CHECK_THAT(kit.use("logins").curve.back().value, WithinAbs(90.25, 0.5));
        CHECK(kit.texts.size() == 1);
    }
    SECTION("a read-only version cannot be changed") {
        kit.view.isEditable = false;
        kit.show();
        QTest::mouseClick(editor, Qt::LeftButton, {}, editor->placeOf({25, 50}).toPoint());
        for (const char* name : {"pointValue0", "validDays"}) {
            CHECK_FALSE(kit.field(name)->isEnabled());
        }
        CHECK_FALSE(child<QPushButton>(kit.panel, QStringLiteral("quickStart"))->isEnabled());
        CHECK(kit.texts.isEmpty());
    }
}

TEST_CASE("MetricPanel gives levels other scores") {
    PanelKit kit;
    kit.choose("sponsor");
    CHECK_FALSE(isShown(kit.panel, "curveEditor"));
    CHECK_FALSE(isShown(kit.panel, "aggregationPart"));
    kit.type("levelScore0", "10");
    CHECK(kit.use("sponsor").levels == std::vector<LevelScore>{{1, 10}});
    CHECK(kit.texts.back() == QStringLiteral("Set the score of None in Executive to 10"));
    kit.type("levelScore1", "101");
    CHECK(isShown(kit.panel, "levelFault"));
    CHECK(kit.texts.size() == 1);
    kit.type("levelScore0", "0"); // the metric's own again
    CHECK(kit.use("sponsor").levels.empty());
}

TEST_CASE("MetricPanel sets how a metric counts") {
    PanelKit kit;
    kit.choose("logins");
    const auto ruleOf = [&](const char* key) { return pages::findMetric(kit.view.metrics, key)->rule; };

    SECTION("when stale") {
        choose(kit.panel, "whenStale", QStringLiteral("It moves to a score"));
        CHECK(kit.use("logins").whenStale == WhenStale{WhenStale::Rule::DecayTo, 50});
        kit.type("staleTarget", "30");
        CHECK(kit.use("logins").whenStale.target == 30);
        kit.type("validDays", "0"); // a score cannot move over no days
        CHECK(textOf(kit.panel, "validDaysFault").contains(QStringLiteral("at least 1 day")));
        CHECK(ruleOf("logins").validDays == 30);
        choose(kit.panel, "whenStale", QStringLiteral("It keeps its last score"));
        CHECK(kit.use("logins").whenStale == WhenStale{WhenStale::Rule::Keep, 0});
    }
    SECTION("moving to a score needs days that a value is valid for") {
        kit.type("validDays", "0");
        CHECK(ruleOf("logins").validDays == 0);
        auto* box = child<QComboBox>(kit.panel, QStringLiteral("whenStale"));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_End);
        CHECK(kit.use("logins").whenStale.rule != WhenStale::Rule::DecayTo);
        CHECK(textOf(kit.panel, "whenStaleHelp").contains(QStringLiteral("how many")));
    }
    SECTION("when missing") {
        choose(kit.panel, "whenMissing", QStringLiteral("It counts as a score"));
        kit.type("missingScore", "20");
        CHECK(kit.use("logins").whenMissing == 20);
        choose(kit.panel, "whenMissing", QStringLiteral("It does not count"));
        CHECK_FALSE(kit.use("logins").whenMissing);
    }
    SECTION("the rule is the draft's alone, and gone when it is the book's again") {
        kit.type("validDays", "60");
        REQUIRE(kit.view.draft.version.metrics.size() == 1);
        CHECK(kit.view.draft.version.metrics.front().rule.validDays == 60);
        CHECK(textOf(kit.panel, "metricValues") ==
              QStringLiteral("21 of 22 accounts have a value today, 1 missing."));
        kit.type("validDays", "30");
        CHECK(kit.view.draft.version.metrics.empty());
        kit.type("validDays", "3651");
        CHECK(isShown(kit.panel, "validDaysFault"));
        CHECK(kit.view.draft.version.metrics.empty());
    }
    SECTION("aggregation and window") {
        choose(kit.panel, "aggregation", QStringLiteral("Sum"));
        CHECK(ruleOf("logins").aggregation == Aggregation::Sum);
        CHECK(ruleOf("logins").windowDays == 30);
        CHECK_FALSE(isShown(kit.panel, "validDaysPart"));
        kit.type("windowDays", "90");
        click(kit.panel, "emptyIsZero");
        CHECK(ruleOf("logins").windowDays == 90);
        CHECK(ruleOf("logins").emptyIsZero);
        kit.type("windowDays", "0");
        CHECK(isShown(kit.panel, "aggregationFault"));
        choose(kit.panel, "aggregation", QStringLiteral("Days since the last"));
        CHECK(ruleOf("logins").windowDays == 0);
        CHECK_FALSE(ruleOf("logins").emptyIsZero);
    }
}

TEST_CASE("The curve and the values under it are copied by the right button") {
    PanelKit kit;
    jobs::JobRunner jobs(jobs::Running::Inline);
    prompts::ScriptedPrompts prompts;
    new widgets::Exporter(jobs, prompts, &kit.panel); // as a window has one
    kit.choose("logins");
    auto* editor = child<CurveEditor>(kit.panel, QStringLiteral("curveEditor"));
    const auto menu = [&] {
        QContextMenuEvent event(QContextMenuEvent::Mouse, {40, 40}, editor->mapToGlobal(QPoint(40, 40)));
        QApplication::sendEvent(editor, &event);
        auto* opened = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        REQUIRE(opened != nullptr);
        return opened;
    };
    const auto copied = [](QMenu* from, const char* action) {
        auto* found = from->findChild<QAction*>(QLatin1StringView(action));
        REQUIRE(found != nullptr);
        found->trigger();
        return QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    };
    QMenu* opened = menu();
    CHECK(copied(opened, "copyTable") == QStringList{QStringLiteral("Value (logins)\tScore\tBand"),
                                                     QStringLiteral("0\t0\tred"),
                                                     QStringLiteral("50\t100\tgreen")});
    const QStringList bars = copied(child<QMenu>(*opened, QStringLiteral("valuesMenu")), "copyTable");
    CHECK(bars.front() == QStringLiteral("From (logins)\tTo (logins)\tAccounts"));
    int accounts = 0;
    for (const QString& line : bars.mid(1)) {
        const QStringList cells = line.split(u'\t');
        CHECK(cells[0].toDouble() < cells[1].toDouble());
        accounts += cells[2].toInt();
    }
    CHECK(accounts == 20); // of 22, one is stale and one has none
    copied(opened, "copyPicture");
    CHECK_FALSE(QApplication::clipboard()->image().isNull());
    opened->close();

    kit.choose("events"); // no account has a value: there is the curve alone
    opened = menu();
    CHECK(opened->findChild<QAction*>(QStringLiteral("copyTable")) != nullptr);
    CHECK(opened->findChild<QMenu*>(QStringLiteral("valuesMenu")) == nullptr);
    opened->close();
}
