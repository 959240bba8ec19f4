// SPDX-License-Identifier: GPL-3.0-or-later
// An admin gives digital accounts a scorecard of their own, sees what it does, publishes it, and goes back.
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "ui/charts/trend_chart.h"
#include "ui/pages/templates/weight_rows.h"
#include "ui/widgets/typed_number.h"
#include "ui/widgets/weight_slider.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using namespace hb;
using namespace Qt::StringLiterals;
using test::click;
using test::textOf;

namespace {

struct Admin : test::AccountKit {
    Admin() {
        window->resize(1280, 800);
        QTest::mouseClick(find<QToolButton>("rail.templates"), Qt::LeftButton);
    }
    void press(const char* button) const { click(*window, button); }
    void keys(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { AccountKit::press(key, modifiers); }
    [[nodiscard]] const Scorecard& scorecard() const { return *session.snapshot().scorecard; }
    [[nodiscard]] const Template& tmpl(const char* key) const {
        const auto found = std::ranges::find(scorecard().templates, key, &Template::key);
        REQUIRE(found != scorecard().templates.end());
        return *found;
    }
    [[nodiscard]] QString headline() const { return textOf(*window, "effectHeadline"); }
    void tickSegment(const QString& value) {
        auto* menu = find<QMenu>("attributes");
        Q_EMIT menu->aboutToShow(); // the button itself would wait for the menu
        for (QAction* action : menu->actions()) {
            if (action->text() == u"Segment"_s) {
                action->trigger();
            }
        }
        auto* values = find<QTreeWidget>("values", find<QWidget>("filter0"));
        const auto items = values->findItems(value, Qt::MatchExactly);
        REQUIRE(items.size() == 1);
        values->setCurrentItem(items.front());
        QTest::keyClick(values, Qt::Key_Space);
    }
    void publish(const QString& reason) {
        keys(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto* field = find<QLineEdit>("publishReason");
        REQUIRE(field->isVisible());
        QTest::keyClicks(field, reason);
        QTest::keyClick(field, Qt::Key_Return);
    }
    [[nodiscard]] widgets::WeightSlider* slider(const char* metric) const {
        return find<widgets::WeightSlider>("slider", find<pages::WeightRow>(metric));
    }
};

/// The middle of a slider's line, so far from its left end.
QPoint place(const QWidget* slider, double share) {
    constexpr int end = 9;
    return {end + static_cast<int>((slider->width() - 2 * end) * share), slider->height() / 2};
}

} // namespace

TEST_CASE("An admin gives digital accounts a template of their own") {
    Admin admin;
    const std::size_t before = admin.scorecard().templates.size();

    // a template like the one that is there, for one segment
    admin.prompts.answer(u"Digital touch"_s);
    admin.press("templateMenu");
    test::AccountKit::choose("duplicate");
    CHECK(admin.headline().startsWith(u"The draft is not ready"_s));
    CHECK(textOf(*admin.window, "draftFaults").contains(u"applies to"_s, Qt::CaseInsensitive));
    admin.tickSegment(u"Small business"_s);
    CHECK(admin.headline() == u"No account changes its score."_s);
    CHECK(admin.scorecard().templates.size() == before); // a draft scores nobody

    // who changes colour, while the slider is still held
    admin.press("tab.scorecard");
    auto* slider = admin.slider("metric.seats_active_pct");
    const double weight = slider->weight();
    QTest::mousePress(slider, Qt::LeftButton, {}, place(slider, weight / 100));
    QTest::mouseMove(slider, place(slider, 0.5));
    QTest::mouseMove(slider, place(slider, 0));
    CHECK(admin.headline() != u"No account changes its score."_s);
    CHECK(admin.session.snapshot().drafts.at(0).draft.version.groups[0].metrics[0].weight == weight);
    QTest::mouseRelease(slider, Qt::LeftButton, {}, place(slider, 0));
    CHECK(admin.session.snapshot().drafts.at(0).draft.version.groups[0].metrics[0].weight == 0);
    admin.undo();
    CHECK(admin.headline() == u"No account changes its score."_s);
    CHECK(slider->weight() == weight);
    admin.redo();
    CHECK(slider->weight() == 0);
    CHECK(admin.headline().contains(u"change"_s));
    admin.press("tryWeights");
    CHECK(textOf(*admin.window, "triedWeights").startsWith(u"With all weights moved by up to 20%, "_s));

    // published with a reason, from whatever tab
    admin.press("tab.charter");
    admin.publish({});
    CHECK(textOf(*admin.window, "publishFault").contains(u"Say why"_s));
    CHECK(admin.scorecard().templates.size() == before);
    admin.publish(u"Seats say little of self-serve customers"_s);
    REQUIRE(admin.scorecard().templates.size() == before + 1);
    const Template& digital = admin.tmpl("digital_touch");
    CHECK(digital.versions.back().reason == "Seats say little of self-serve customers");
    CHECK(digital.versions.back().effectiveFrom == admin.session.today());
    CHECK(admin.session.snapshot().drafts.empty());
    CHECK(textOf(*admin.window, "templateState").startsWith(u"Version 1, from"_s));
    CHECK_FALSE(test::isShown(*admin.window, "publish"));
    CHECK_FALSE(admin.slider("metric.seats_active_pct")->isEnabled());
    admin.undo(); // the steps that shaped it ended with it
    CHECK(admin.session.snapshot().drafts.empty());
}

TEST_CASE("An admin publishes a version, sees it on the trend, and goes back to the old one") {
    Admin admin;
    const std::string key = admin.scorecard().templates.back().key;
    const TemplateVersion first = admin.tmpl(key.c_str()).versions.back();

    admin.press("beginDraft");
    auto* number =
        admin.find<widgets::TypedNumber>("weight", admin.find<pages::WeightRow>("metric.seats_active_pct"));
    number->setFocus();
    number->selectAll();
    QTest::keyClicks(number, u"-3"_s);
    QTest::keyClick(number, Qt::Key_Return);
    CHECK(test::isShown(*admin.find<pages::WeightRow>("metric.seats_active_pct"), "weightFault"));
    CHECK(admin.session.snapshot().drafts.at(0).draft.version.groups == first.groups);
    number->selectAll();
    QTest::keyClicks(number, u"90"_s);
    QTest::keyClick(number, Qt::Key_Return);
    admin.publish(u"Usage tells more"_s);
    REQUIRE(admin.tmpl(key.c_str()).versions.size() == 2);

    admin.open((*admin.session.snapshot().accounts)[0].key.c_str());
    const auto& markers = admin.window->findChild<charts::TrendChart*>()->shown().markers;
    CHECK(std::ranges::any_of(markers, [&](const charts::TrendMarker& marker) {
        return marker.kind == charts::MarkerKind::Version && marker.day == admin.session.today();
    }));

    QTest::mouseClick(admin.find<QToolButton>("rail.templates"), Qt::LeftButton);
    admin.press("tab.history");
    auto* versions = admin.find<QListWidget>("versions");
    versions->setFocus();
    QTest::keyClick(versions, Qt::Key_End); // the oldest
    admin.press("restoreVersion");
    CHECK(admin.headline() != u"No account changes its score."_s);
    admin.publish(u"It told less than we thought"_s);
    const Template& back = admin.tmpl(key.c_str());
    REQUIRE(back.versions.size() == 3);
    CHECK(back.versions.back().groups == first.groups);
    CHECK(back.versions.back().reason == "It told less than we thought");
}

TEST_CASE("A metric is moved to the next group by its keys") {
    Admin admin;
    admin.press("beginDraft");
    const auto groups = [&] { return admin.session.snapshot().drafts.at(0).draft.version.groups; };
    const auto before = groups();
    REQUIRE(before.size() > 1);
    REQUIRE(before[0].metrics.size() == 2);
    const QString last = u"metric.%1"_s.arg(QString::fromStdString(before[0].metrics[1].metric));
    auto* name =
        admin.find<QPushButton>("metricName", admin.find<pages::WeightRow>(last.toLatin1().constData()));
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Down, Qt::ControlModifier);
    CHECK(groups()[0].metrics.size() == 1);
    CHECK(groups()[1].metrics.front().metric == before[0].metrics[1].metric);
    admin.undo();
    CHECK(groups() == before);
}

TEST_CASE("What was refused in one template is not shown in another") {
    Admin admin;
    admin.press("beginDraft");
    auto* row = admin.find<pages::WeightRow>("metric.seats_active_pct");
    auto* number = admin.find<widgets::TypedNumber>("weight", row);
    number->setFocus();
    number->selectAll();
    QTest::keyClicks(number, u"-3"_s);
    QTest::keyClick(number, Qt::Key_Return);
    REQUIRE(test::isShown(*row, "weightFault"));
    admin.press("discardDraft");
    CHECK_FALSE(test::isShown(*row, "weightFault"));
    CHECK(number->text() == u"60"_s);
}

TEST_CASE("A draft outlives the window that made it") {
    Admin admin;
    admin.press("beginDraft");
    QTest::keyClick(admin.slider("metric.seats_active_pct"), Qt::Key_Right, Qt::ShiftModifier);
    const Draft kept = admin.session.snapshot().drafts.at(0).draft;
    admin.session.close();
    admin.session.open(admin.path);
    REQUIRE(admin.session.snapshot().drafts.size() == 1);
    CHECK(admin.session.snapshot().drafts[0].draft == kept);
    CHECK(textOf(*admin.window, "templateState").startsWith(u"Draft of v1, saved"_s));
    admin.press("discardDraft");
    CHECK(admin.session.snapshot().drafts.empty());
    CHECK(textOf(*admin.window, "templateState").startsWith(u"Version 1"_s));
}
