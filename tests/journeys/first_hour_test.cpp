// SPDX-License-Identifier: GPL-3.0-or-later
// The first hour of a CSM: from Welcome with a folder of exports to her own wall.
#include "tests/ui/support/clicks.h"
#include "tests/ui/support/company_files.h"
#include "tests/ui/support/window_kit.h"
#include "ui/models/accounts_model.h"
#include "ui/shell/main_window.h"

#include <QFileInfo>
#include <QListView>
#include <QPushButton>

using namespace hb;
using namespace Qt::StringLiterals;
using test::choose;
using test::click;
using test::isShown;
using test::textOf;

namespace {

struct FirstHour {
    test::WindowKit kit;
    shell::MainWindow window{kit.context};
    test::CompanyFiles company;

    FirstHour() {
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }
    [[nodiscard]] int tiles() const {
        const auto* model = test::child<QListView>(window, u"wall"_s)->model();
        int count = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            count += index.data(models::AccountsModel::IsSectionRole).toBool()
                         ? index.data(models::AccountsModel::SectionCountRole).toInt()
                         : 0;
        }
        return count;
    }
};

} // namespace

TEST_CASE("First hour") {
    FirstHour first;
    shell::MainWindow& window = first.window;
    CHECK(window.where().page == session::page::welcome);

    // A folder of exports, dropped on the window.
    const QString accounts = first.company.accounts();
    const QString measures = first.company.measures();
    REQUIRE(test::drop(window, {first.company.folder()}));
    CHECK(window.where().page == session::page::import);
    CHECK(textOf(window, "trialResult") == u"0 of 5 accounts would be scored, from 1 of 5 metrics."_s);

    // Which is which, and what is not there.
    choose(window, "match_seats_active_pct", u"active_seats"_s);
    choose(window, "match_csm_sentiment", u"mood"_s);
    click(window, "leaveOutSilent");
    CHECK(textOf(window, "trialResult") == u"5 of 5 accounts would be scored, from 3 of 3 metrics."_s);
    CHECK_FALSE(QFileInfo::exists(first.company.path(u"accounts.csv.rejects.csv"_s)));

    // Kept; who is asking is asked once, and her accounts come first.
    first.kit.prompts.answer(first.company.path(u"Mine.healthbook"_s));
    first.kit.prompts.answer(settings::Who{.name = u"Ana Lopez"_s});
    click(window, "keepBook");
    REQUIRE(first.kit.session.isOpen());
    CHECK(window.where().page == session::page::book);
    CHECK(QFileInfo::exists(first.company.path(u"accounts.csv.rejects.csv"_s)));
    CHECK(QTest::qWaitFor([&] { return !first.kit.session.person().isEmpty(); }));
    CHECK(first.kit.prompts.asked == QStringList{u"Keep this book as"_s, u"Who are you?"_s});
    CHECK(first.kit.session.person() == u"Ana Lopez");
    CHECK(first.kit.session.filter().mine);
    CHECK(first.tiles() == 2); // Acme and Emca; Cogswell's row waits to be mended
    CHECK_FALSE(isShown(window, "timeBar"));

    // Another day: the book is where one left it, and nobody is asked again.
    first.kit.session.close();
    CHECK(window.where().page == session::page::welcome);
    auto* recent = test::child<QPushButton>(window, u"recent_Mine"_s);
    REQUIRE(QTest::qWaitFor([recent] { return recent->isVisible(); }));
    QTest::mouseClick(recent, Qt::LeftButton);
    CHECK(first.kit.session.isOpen());
    QCoreApplication::processEvents();
    CHECK(first.kit.prompts.asked.size() == 2);
    CHECK(first.tiles() == 2);
}

TEST_CASE("A book whose data has ended opens on its last day, and says so") {
    FirstHour first;
    const QString accounts = first.company.accounts();
    const QString measures = first.company.measures("2025-09-30");
    REQUIRE(test::drop(first.window, {accounts, measures}));
    CHECK(textOf(first.window, "trialNotes")
              .startsWith(u"Your data ends on 30 Sep 2025: the book opens on that day."));
    choose(first.window, "match_seats_active_pct", u"active_seats"_s);
    choose(first.window, "match_csm_sentiment", u"mood"_s);
    CHECK(textOf(first.window, "trialResult").startsWith(u"5 of 5 accounts"));
    first.kit.prompts.answer(first.company.path(u"Old.healthbook"_s));
    click(first.window, "keepBook");
    REQUIRE(first.kit.session.isOpen());
    CHECK(first.kit.session.asOf() == test::day("2025-09-30"));
    CHECK(isShown(first.window, "timeBar"));
    CHECK(textOf(first.window, "timeSentence") ==
          u"The data ends on 30 Sep 2025: this is how it looked then."_s);
    // The accounts file says who they were then, too.
    const Snapshot& snapshot = first.kit.session.snapshot();
    CHECK(snapshot.attributeOn(*snapshot.findAccount("A-1"), attribute::name, first.kit.session.asOf()) ==
          "Acme");
    // Asked for a name, she says nothing: all is shown, and it is not asked again.
    QCoreApplication::processEvents();
    CHECK(first.kit.prompts.asked.last() == u"Who are you?");
    CHECK(first.kit.settings.get(settings::personAsked));
    CHECK(first.tiles() == 5);
}

TEST_CASE("What is dropped on the window finds its place") {
    FirstHour first;
    SECTION("a book opens") {
        REQUIRE(test::drop(first.window, {first.company.accounts()}));
        first.kit.prompts.answer(first.company.path(u"Mine.healthbook"_s));
        click(first.window, "keepBook");
        first.kit.session.close();
        REQUIRE(test::drop(first.window, {first.company.path(u"Mine.healthbook"_s)}));
        CHECK(first.kit.session.isOpen());
    }
    SECTION("a table is imported, also while a book is open") {
        first.kit.session.showSnapshot(test::fiveAccounts().build());
        REQUIRE(test::drop(first.window, {first.company.accounts()}));
        CHECK(first.window.where().page == session::page::import);
        CHECK(textOf(first.window, "trialResult").startsWith(u"5 accounts"));
    }
    SECTION("a folder without tables says what it is") {
        REQUIRE(test::drop(first.window, {first.company.folder()}));
        CHECK(textOf(first.window, "fileFault").contains(u"found a folder, expected a file"));
    }
    SECTION("a word is no file") {
        QMimeData words;
        words.setText(u"hello"_s);
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(&first.window, &enter);
        CHECK_FALSE(enter.isAccepted());
    }
    SECTION("what is no book is refused in words, and the window stays") {
        REQUIRE(test::drop(first.window, {first.company.write(u"no.healthbook"_s, "hello")}));
        CHECK_FALSE(first.kit.session.isOpen());
        CHECK(isShown(first.window, "banner"));
        CHECK(textOf(first.window, "bannerText").contains(u"no.healthbook"));
    }
}
