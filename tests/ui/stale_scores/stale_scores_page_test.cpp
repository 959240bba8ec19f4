// SPDX-License-Identifier: GPL-3.0-or-later
// Going through the levels that are stale, by the keys alone, on the demo company in a file.
#include "tests/ui/support/account_kit.h"
#include "ui/shell/action_registry.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace hb;
using namespace Qt::StringLiterals;

namespace {

struct Round : test::AccountKit {
    Round() {
        window->go({.page = session::page::book});
        QCoreApplication::processEvents();
        window->actions().run(*window->actions().find(u"go.stale_scores"_s));
        QCoreApplication::processEvents();
        REQUIRE(find<QWidget>("staleScoresPage")->isVisible());
    }
    void key(Qt::Key which) const { press(which, Qt::NoModifier); }
    [[nodiscard]] QString text(const char* name) const { return find<QLabel>(name)->text(); }
    /// The account whose name stands above the question.
    [[nodiscard]] std::optional<AccountIndex> asked() const {
        const Snapshot& book = session.snapshot();
        for (AccountIndex account = 0; account < book.accountCount(); ++account) {
            if (QString::fromUtf8(book.nameOn(account, session.asOf())) == text("staleAccount")) {
                return account;
            }
        }
        return {};
    }
    /// The level metric that was set for the account on the day that is looked at.
    [[nodiscard]] std::optional<MetricIndex> setToday(AccountIndex account) const {
        const Snapshot& book = session.snapshot();
        for (MetricIndex metric = 0; metric < book.metricCount(); ++metric) {
            const Points points = book.series[metric].of(account);
            if (book.scorecard->metrics[metric].rule.kind == MetricKind::Level && !points.empty() &&
                points.days.back() == session.asOf().number) {
                return metric;
            }
        }
        return {};
    }
};

} // namespace

TEST_CASE("Stale scores are gone through by the keys") {
    Round round;
    REQUIRE(round.text("staleCount").startsWith(u"1 of "_s));
    const AccountIndex first = round.asked().value();
    REQUIRE_FALSE(round.setToday(first).has_value());

    SECTION("a digit chooses a level, with the note that was typed, and undo takes it back") {
        round.press(Qt::Key_C, Qt::NoModifier);
        QTest::keyClicks(round.find<QLineEdit>("staleNote"), u"alled them"_s);
        CHECK(round.find<QLineEdit>("staleNote")->text() == u"called them"_s);
        round.find<QWidget>("staleScoresPage")->setFocus();
        round.key(Qt::Key_3);
        CHECK(round.setToday(first).has_value());
        CHECK(round.text("staleCount").startsWith(u"2 of "_s));
        CHECK(round.asked() != first);
        CHECK(round.find<QLineEdit>("staleNote")->text().isEmpty());
        round.undo();
        CHECK_FALSE(round.setToday(first).has_value());
    }
    SECTION("an answer that could not be kept is asked again at the end, with its note") {
        const QString of = round.text("staleCount").section(u' ', -1);
        round.find<QLineEdit>("staleNote")->setText(u"called them"_s);
        round.key(Qt::Key_3);
        const AccountIndex second = round.asked().value();
        const MetricIndex metric = round.setToday(first).value();
        const Snapshot& book = round.session.snapshot();
        const double level = book.series[metric].of(first).values.back();
        Q_EMIT round.session.editLost(book::SetMeasurement{.account = (*book.accounts)[first].id,
                                                           .metric = book.metricIds[metric],
                                                           .day = round.session.asOf(),
                                                           .value = level,
                                                           .note = u"called them"_s});
        CHECK(round.asked() == second); // nothing moves under the keys
        CHECK(round.text("staleCount") == u"1 of "_s + of);
        CHECK(round.text("staleLost").startsWith(u"1 could not be kept"_s));
        CHECK(round.find<QLineEdit>("staleNote")->text().isEmpty());
        while (round.text("staleCount") != of + u" of "_s + of) {
            round.key(Qt::Key_Right);
        }
        CHECK(round.asked() == first);
        CHECK(round.text("staleLost").startsWith(u"Your answer, "_s));
        CHECK(round.find<QLineEdit>("staleNote")->text() == u"called them"_s);
        round.key(Qt::Key_2);
        CHECK_FALSE(round.find<QWidget>("staleCount")->isVisible());
        CHECK(round.find<QLineEdit>("staleNote")->text().isEmpty());
    }
    SECTION("N and Right skip, Left goes back, and nothing is set") {
        round.key(Qt::Key_Right);
        CHECK(round.text("staleCount").startsWith(u"2 of "_s));
        round.key(Qt::Key_Right);
        CHECK(round.text("staleCount").startsWith(u"3 of "_s));
        round.key(Qt::Key_Left);
        round.key(Qt::Key_Left);
        round.key(Qt::Key_Left);
        CHECK(round.asked() == first);
        CHECK_FALSE(round.session.undoStack().canUndo());
    }
    SECTION("Enter confirms what holds from today on") {
        while (!round.find<QPushButton>("staleConfirm")->isEnabled()) {
            round.key(Qt::Key_Right);
        }
        const AccountIndex account = round.asked().value();
        REQUIRE_FALSE(round.setToday(account).has_value());
        const std::shared_ptr<const session::Moment> before = round.session.moment();
        round.key(Qt::Key_Return);
        const MetricIndex metric = round.setToday(account).value();
        CHECK(round.session.snapshot().series[metric].of(account).values.back() ==
              before->snapshot->series[metric].of(account).values.back());
    }
    SECTION("the end says what was done, and Esc leaves") {
        round.key(Qt::Key_2);
        for (int at = 0; at < 400 && round.find<QWidget>("staleCount")->isVisible(); ++at) {
            round.key(Qt::Key_Right);
        }
        CHECK_FALSE(round.find<QWidget>("staleCount")->isVisible());
        round.key(Qt::Key_Escape);
        CHECK(round.window->where().page == session::page::book);
    }
}

TEST_CASE("A round of stale scores is copied as a table by the right button and from the Edit menu") {
    Round round;
    const int count = round.text("staleCount").section(u' ', -1).toInt();
    const QString name = round.text("staleAccount");
    auto* page = round.find<QWidget>("staleScoresPage");
    const auto rows = [&] {
        QContextMenuEvent event(QContextMenuEvent::Mouse, {5, 5}, page->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(page, &event);
        test::AccountKit::choose("copyTable");
        return QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    };
    QStringList lines = rows();
    REQUIRE(lines.size() == count + 1);
    CHECK(lines[0] == u"Account\tAccount id\tOwner\tMetric\tBefore\tAnswer\tSet on"_s);
    CHECK(lines[1].section(u'\t', 0, 0) == name);
    CHECK(lines[1].section(u'\t', 5, 5).isEmpty());

    round.key(Qt::Key_3);
    lines = rows();
    REQUIRE(lines.size() == count + 1);
    CHECK_FALSE(lines[1].section(u'\t', 5, 5).isEmpty());
    CHECK(lines[1].section(u'\t', 6, 6) == QString::fromStdString(toIsoText(round.session.asOf())));
    CHECK(lines[2].section(u'\t', 5, 5).isEmpty());

    round.undo(); // what was taken back is no answer
    CHECK(rows()[1].section(u'\t', 5, 5).isEmpty());
    QApplication::clipboard()->clear();
    round.window->actions().run(*round.window->actions().find(u"edit.copyTable"_s));
    CHECK(QApplication::clipboard()->text().count(u'\n') == count + 1);
}
