// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/clicks.h"
#include "tests/ui/support/company_files.h"
#include "tests/ui/support/window_kit.h"
#include "ui/shell/main_window.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

using namespace hb;
using namespace Qt::StringLiterals;
using test::choose;
using test::click;
using test::isShown;
using test::textOf;

namespace {

/// Takes the files that the page opens for a person.
class Opened : public QObject {
    Q_OBJECT
public:
    Opened() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~Opened() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    QStringList paths;

public Q_SLOTS:
    void open(const QUrl& url) { paths.append(url.toLocalFile()); }
};

struct Import {
    test::WindowKit kit;
    shell::MainWindow window{kit.context};
    test::CompanyFiles company;

    Import() {
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        click(window, "doorImport");
    }
    void add(const QStringList& files) {
        kit.prompts.answer(files);
        click(window, "chooseFiles");
        QCoreApplication::processEvents(); // new rows are laid out
    }
    [[nodiscard]] const QWidget& file(const char* name) const {
        return *test::child<QWidget>(window, u"file_"_s + QString::fromLatin1(name));
    }
    [[nodiscard]] QString cell(int row, int column) const {
        return test::child<QTableWidget>(window, u"leftOut"_s)->item(row, column)->text();
    }
};

} // namespace

TEST_CASE("The import page says what each file is") {
    Import import;
    CHECK(import.window.where().page == session::page::import);
    CHECK(textOf(import.window, "trialResult").startsWith(u"Bring your accounts in"));
    CHECK_FALSE(isShown(import.window, "keepBook"));
    import.add({import.company.accounts(), import.company.measures(), import.company.outcomes()});
    CHECK(textOf(import.file("accounts.csv"), "recognised") ==
          u"6 rows \u00B7 name, owner, segment and renewal_date \u00B7 kept as attributes: plan"_s);
    CHECK(textOf(import.file("measures.csv"), "recognised") ==
          u"21 rows \u00B7 4 metrics: active_seats, urgent_tickets, mood and spend \u00B7 of 29 Mar 2026"_s);
    CHECK(textOf(import.file("outcomes.csv"), "recognised") == u"1 row \u00B7 of 31 Dec 2025"_s);
    CHECK(textOf(import.file("accounts.csv"), "taken") == u"5 of 6 are in"_s);
    CHECK(textOf(import.file("outcomes.csv"), "taken") == u"1 is in"_s);

    SECTION("and shows its first rows on a click") {
        auto* table = import.file("accounts.csv").findChild<QTableView*>();
        CHECK_FALSE(table->isVisible());
        click(import.file("accounts.csv"), "lookInside");
        CHECK(table->isVisible());
        CHECK(table->model()->rowCount() == 4);
        CHECK(table->model()->headerData(5, Qt::Horizontal).toString() == u"plan\nattribute"_s);
    }
    SECTION("a file can be left out again") {
        click(import.file("accounts.csv"), "leaveFileOut");
        CHECK(textOf(import.file("measures.csv"), "taken") == u"20 of 21 are in"_s); // it makes the accounts
        CHECK(textOf(import.window, "trialResult").contains(u"5 accounts"));
    }
}

TEST_CASE("The starter's metrics are matched by a click, or left out") {
    Import import;
    import.add({import.company.accounts(), import.company.measures()});
    CHECK(test::child<QComboBox>(import.window, u"match_urgent_tickets"_s)->currentText() ==
          u"urgent_tickets");
    CHECK(test::child<QComboBox>(import.window, u"match_seats_active_pct"_s)->currentText() ==
          u"No data yet");
    CHECK(textOf(import.window, "trialResult") == u"0 of 5 accounts would be scored, from 1 of 5 metrics."_s);
    CHECK(textOf(import.window, "newMetrics")
              .startsWith(
                  u"3 metrics are new: active_seats, mood and spend. They are kept, and count for nothing"));

    choose(import.window, "match_seats_active_pct", u"active_seats"_s);
    CHECK(textOf(import.window, "trialResult") == u"0 of 5 accounts would be scored, from 2 of 5 metrics."_s);
    choose(import.window, "match_csm_sentiment", u"mood"_s);
    CHECK(textOf(import.window, "trialResult") == u"5 of 5 accounts would be scored, from 3 of 5 metrics."_s);
    CHECK(textOf(import.window, "newMetrics").startsWith(u"1 metric is new: spend."));
    CHECK(test::child<QListView>(import.window, u"wallPreview"_s)->model()->rowCount() == 5);

    SECTION("those without data are offered to be left out, all at once") {
        auto* offer = test::child<QPushButton>(import.window, u"leaveOutSilent"_s);
        CHECK(offer->text() == u"Leave the 2 out");
        QTest::mouseClick(offer, Qt::LeftButton);
        CHECK(textOf(import.window, "trialResult") ==
              u"5 of 5 accounts would be scored, from 3 of 3 metrics."_s);
        CHECK_FALSE(offer->isVisible());
        CHECK(test::child<QComboBox>(import.window, u"match_contact"_s)->currentText() == u"Left out");
        choose(import.window, "match_contact", u"No data yet"_s);
        CHECK(textOf(import.window, "trialResult").endsWith(u"from 3 of 4 metrics."));
    }
    SECTION("one measure is one metric: who takes it last has it, and gives it back") {
        choose(import.window, "match_usage", u"mood"_s);
        auto* sentiment = test::child<QComboBox>(import.window, u"match_csm_sentiment"_s);
        CHECK(sentiment->currentText() == u"No data yet");
        choose(import.window, "match_usage", u"spend"_s);
        CHECK(sentiment->currentText() == u"mood");
    }
    SECTION("a metric that the file has under its name can be something else") {
        choose(import.window, "match_urgent_tickets", u"No data yet"_s);
        CHECK(textOf(import.window, "trialResult").endsWith(u"from 2 of 5 metrics."));
        CHECK(
            textOf(import.window, "newMetrics").startsWith(u"2 metrics are new: urgent_tickets and spend."));
    }
    SECTION("the wheel over a choice changes nothing") {
        auto* box = test::child<QComboBox>(import.window, u"match_csm_sentiment"_s);
        QWheelEvent wheel(QPointF(5, 5),
                          box->mapToGlobal(QPointF(5, 5)),
                          {},
                          {0, 120},
                          Qt::NoButton,
                          Qt::NoModifier,
                          Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(box, &wheel);
        CHECK(box->currentText() == u"mood");
    }
    SECTION("measures that nothing counts can be left out") {
        auto* keepThem = test::child<QCheckBox>(import.window, u"keepNewMetrics"_s);
        QTest::mouseClick(keepThem, Qt::LeftButton, {}, QPoint(8, keepThem->height() / 2));
        CHECK(textOf(import.window, "newMetrics").endsWith(u"Its values are left out."));
        CHECK(textOf(import.window, "trialNotes").contains(u"7 rows would be left out."));
        CHECK(textOf(import.window, "trialResult").startsWith(u"5 of 5"));
    }
}

TEST_CASE("A scorecard file stands in place of the starter") {
    Import import;
    const QString scorecard = import.company.write(
        u"scorecard.json"_s,
        R"({"format": "healthbook-scorecard/1", "metrics": [{"key": "active_seats", "name": "Seats"}],
            "templates": [{"key": "all", "name": "Everyone", "default": true, "groups": [{"key": "g", "name": "G",
            "weight": 1, "metrics": [{"metric": "active_seats", "weight": 1, "curve": [[0,0],[100,100]]}]}]}]})");
    import.add({import.company.accounts(), import.company.measures(), scorecard});
    CHECK(textOf(import.file("scorecard.json"), "recognised") == u"Everyone \u00B7 1 metric"_s);
    CHECK(textOf(import.window, "trialResult") == u"5 of 5 accounts would be scored, from its 1 metric."_s);
    CHECK_FALSE(isShown(import.window, "match_usage"));
    CHECK(textOf(import.window, "newMetrics")
              .startsWith(u"3 metrics are new: urgent_tickets, mood and spend."));
    SECTION("one with faults says where they are, and the starter stands") {
        import.company.write(u"scorecard.json"_s, R"({"format": "healthbook-scorecard/1", "metrics": 7})");
        click(import.window, "readAgain");
        CHECK(textOf(import.file("scorecard.json"), "fileFault").contains(u"/metrics"));
        CHECK(isShown(import.window, "match_usage"));
    }
}

TEST_CASE("Rows that cannot be read are shown before anything is written, and mended") {
    Import import;
    const Opened opened;
    import.add({import.company.accounts(), import.company.measures()});
    choose(import.window, "match_csm_sentiment", u"mood"_s);
    CHECK(textOf(import.window, "trialNotes").contains(u"2 rows would be left out."));
    CHECK(import.cell(0, 0) == u"accounts.csv");
    CHECK(import.cell(0, 1) == u"4");
    CHECK(import.cell(0, 2) == u"renewal_date");
    CHECK(import.cell(0, 3) == u"\"31/02/2026\"");
    CHECK(import.cell(0, 4).startsWith(u"a day as YYYY-MM-DD"));
    CHECK(import.cell(1, 0) == u"measures.csv");
    CHECK(import.cell(1, 3) == u"\"sunny\"");
    CHECK(QDir(import.company.folder()).entryList(QDir::Files).size() == 2);

    SECTION("in a file of their own, which is read in place of them") {
        const QString rejects = import.company.path(u"accounts.csv.rejects.csv"_s);
        import.kit.prompts.answer(rejects);
        click(import.window, "mend"); // the second question, for the measures, is cancelled
        CHECK(opened.paths == QStringList{rejects});
        CHECK(textOf(import.window, "howToMend").contains(u"accounts.csv.rejects.csv"));
        QFile file(rejects);
        REQUIRE(file.open(QIODevice::ReadWrite));
        const QByteArray mended = file.readAll().replace("Mid,31/02/2026", "Mid,2026-02-28");
        file.resize(0);
        file.write(mended);
        file.close();
        click(import.window, "addMended");
        CHECK(textOf(import.file("accounts.csv"), "taken") == u"5 of 6 are in, the others mended"_s);
        CHECK(textOf(import.file("accounts.csv.rejects.csv"), "taken") == u"1 is in"_s);
        CHECK(textOf(import.window, "trialNotes").contains(u"1 row would be left out."));
        CHECK(textOf(import.window, "trialResult").contains(u"of 6 accounts"));
    }
    SECTION("or in the file itself") {
        QFile file(import.company.path(u"accounts.csv"_s));
        REQUIRE(file.open(QIODevice::ReadWrite));
        const QByteArray mended = file.readAll().replace("31/02/2026", "2026-02-28");
        file.resize(0);
        file.write(mended);
        file.close();
        click(import.window, "readAgain");
        CHECK(textOf(import.file("accounts.csv"), "taken") == u"All 6 are in"_s);
    }
    SECTION("many for one reason are one line") {
        QByteArray csv = "account_id,metric,date,value\n";
        for (int row = 0; row < 40; ++row) {
            csv += "A-1,active_seats,2026-03-0" + QByteArray::number(1 + row % 9) + ",n/a\n";
        }
        import.add({import.company.write(u"more.csv"_s, csv)});
        auto* table = test::child<QTableWidget>(import.window, u"leftOut"_s);
        CHECK(table->rowCount() == 3);
        CHECK(import.cell(2, 1) == u"2 and 39 more");
    }
}

TEST_CASE("What is no table says so and takes no part") {
    Import import;
    QDir(import.company.folder()).mkdir(u"empty"_s);
    import.add({import.company.accounts(),
                import.company.path(u"empty"_s),
                import.company.write(u"nothing.csv"_s, {}),
                import.company.write(u"book.xlsx"_s, QByteArray("PK\x03\x04zip", 7)),
                import.company.write(u"bytes.csv"_s, QByteArray("a\0b", 3)),
                import.company.write(u"people.csv"_s, "id,name\n1,Ann\n"),
                import.company.path(u"gone.csv"_s)});
    CHECK(textOf(import.file("empty"), "fileFault") ==
          u"Could not read the file (empty): found a folder, expected a file."_s);
    CHECK(
        textOf(import.file("nothing.csv"), "fileFault") ==
        u"Could not read the file (nothing.csv): found an empty file, expected a first row with the names of "
        u"the columns."_s);
    CHECK(textOf(import.file("book.xlsx"), "fileFault").endsWith(u"Save or export it as CSV."));
    CHECK(textOf(import.file("bytes.csv"), "fileFault").contains(u"a NUL byte"));
    CHECK(textOf(import.file("people.csv"), "fileFault").contains(u"expected a column account_id"));
    CHECK(textOf(import.file("gone.csv"), "fileFault").contains(u"no such file"));
    CHECK(textOf(import.window, "trialResult").startsWith(u"5 accounts would be in the book"));
    CHECK(test::child<QPushButton>(import.window, u"keepBook"_s)->isEnabled());
}

TEST_CASE("A file without days may be metrics of one day") {
    Import import;
    import.add({import.company.accounts(),
                import.company.write(u"scores.csv"_s,
                                     "account_id,name,urgent_tickets\nA-1,Acme,2\nA-2,Binford,0\n")});
    CHECK(textOf(import.file("scores.csv"), "recognised").contains(u"kept as attributes: urgent_tickets"));
    CHECK_FALSE(isShown(import.file("scores.csv"), "measuredOn"));
    choose(import.file("scores.csv"), "undated", u"Its columns are metrics"_s);
    CHECK(textOf(import.file("scores.csv"), "recognised") == u"2 rows \u00B7 1 metric: urgent_tickets"_s);
    CHECK(isShown(import.file("scores.csv"), "measuredOn"));
    CHECK(textOf(import.file("scores.csv"), "taken") == u"All 2 are in"_s);
    CHECK(textOf(import.window, "trialResult").endsWith(u"from 1 of 5 metrics."));
    auto* day = test::child<QDateEdit>(import.file("scores.csv"), u"measuredOn"_s);
    day->setDate(QDate(2026, 1, 31));
    CHECK(textOf(import.window, "trialNotes").contains(u"Your data ends on 31 Jan"));
}

TEST_CASE("Files without accounts are asked for them") {
    Import import;
    import.add({import.company.outcomes()});
    CHECK(textOf(import.window, "trialResult") == u"A book needs accounts."_s);
    CHECK_FALSE(test::child<QPushButton>(import.window, u"keepBook"_s)->isEnabled());
}

TEST_CASE("A book is kept where nothing stands") {
    Import import;
    import.add({import.company.accounts()});
    SECTION("what stands there is refused with a sentence") {
        const QString taken = import.company.write(u"taken.healthbook"_s, "mine");
        import.kit.prompts.answer(taken);
        click(import.window, "keepBook");
        CHECK(textOf(import.window, "trialNotes").contains(u"there is a file taken.healthbook already"));
        QFile file(taken);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == "mine");
        CHECK_FALSE(import.kit.session.isOpen());
        import.kit.prompts.answer(import.company.path(u"mine"_s)); // gets its ending
        click(import.window, "keepBook");
        CHECK(import.kit.session.isOpen());
        CHECK(import.kit.session.path() == import.company.path(u"mine.healthbook"_s));
    }
    SECTION("a cancelled question keeps nothing") {
        click(import.window, "keepBook");
        CHECK_FALSE(import.kit.session.isOpen());
        CHECK(isShown(import.window, "keepBook"));
    }
}

TEST_CASE("Esc leaves the import page without a book") {
    Import import;
    QTest::keyClick(&import.window, Qt::Key_Escape);
    CHECK(import.window.where().page == session::page::welcome);
}

TEST_CASE("A long import shows how far it is and can be cancelled") {
    test::CompanyFiles company;
    QByteArray csv = "account_id,metric,date,value\n";
    for (int row = 0; row < 200'000; ++row) {
        csv += "A-" + QByteArray::number(row % 5000) + ",logins,2026-0" + QByteArray::number(1 + row % 3) +
               "-0" + QByteArray::number(1 + row % 7) + ',' + QByteArray::number(row) + '\n';
    }
    const QString file = company.write(u"big.csv"_s, csv);
    jobs::JobRunner jobs;
    settings::Settings settings{std::make_unique<settings::MemoryStore>()};
    prompts::ScriptedPrompts prompts;
    theme::Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
    session::BookSession session{jobs, settings, test::day(test::smallBookToday)};
    const shell::Context context{
        .session = session, .jobs = jobs, .settings = settings, .prompts = prompts, .theme = theme};
    shell::MainWindow window(context);
    window.show();
    window.go({.page = session::page::import});
    auto* cancel = test::child<QPushButton>(window, u"cancelTrial"_s);
    bool clicked = false;
    QObject::connect(&jobs, &jobs::JobRunner::shownJobsChanged, &window, [&] {
        const auto shown = jobs.shownJobs();
        if (!clicked && !shown.empty() && shown.back().done > 0 && cancel->isVisible()) {
            clicked = true;
            CHECK(shown.back().phase == u"big.csv");
            QTest::mouseClick(cancel, Qt::LeftButton);
        }
    });
    prompts.answer(QStringList{file});
    click(window, "chooseFiles");
    REQUIRE(QTest::qWaitFor([&] { return clicked && jobs.isIdle(); }, 60'000));
    CHECK(textOf(window, "trialResult") == u"Reading was cancelled."_s);
    CHECK_FALSE(test::child<QPushButton>(window, u"keepBook"_s)->isEnabled());
    CHECK(QDir(company.folder()).entryList(QDir::Files) == QStringList{u"big.csv"_s});
    SECTION("and read again") {
        click(window, "readAgain");
        REQUIRE(QTest::qWaitFor([&] { return jobs.isIdle(); }, 120'000));
        CHECK(textOf(window, "trialResult").contains(u"5,000 accounts"));
    }
}

#include "import_page_test.moc"
