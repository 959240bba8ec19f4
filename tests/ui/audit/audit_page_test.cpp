// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that was changed: read, narrowed, scrolled, exported, and opened from, on a book on disk.
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "ui/shell/action_registry.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace hb::pages {

using test::day;

namespace {

constexpr const char* account = "C1012";
constexpr const char* other = "C1013";

struct Kit : test::AccountKit {
    Kit() { session.setPerson(u"=Zora"_s); }
    void note(const char* key, const QString& text) {
        session.apply(book::AddNote{.account = idOf(key), .day = day(test::smallBookToday), .text = text},
                      u"Noted"_s);
    }
    void show() {
        window->actions().run(*window->actions().find(u"go.audit"_s));
        QCoreApplication::processEvents();
        REQUIRE(window->where().page == session::page::audit);
    }
    [[nodiscard]] QTableView* table() const { return find<QTableView>("auditTable"); }
    [[nodiscard]] int count() const { return table()->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column) const {
        return table()->model()->index(row, column).data().toString();
    }
    void clickRow(int row) const {
        const QModelIndex index = table()->model()->index(row, 3);
        table()->scrollTo(index);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(index).center());
        QCoreApplication::processEvents();
    }
    void type(const char* field, const QString& text) const {
        auto* edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
};

} // namespace

TEST_CASE("What was changed stands there newest first, with both sides of it") {
    Kit kit;
    kit.note(account, u"First words"_s);
    kit.session.apply(book::SetAttribute{.account = kit.idOf(account),
                                         .key = u"segment"_s,
                                         .from = kit.session.today(),
                                         .value = u"Gold"_s},
                      u"Segment"_s);
    kit.show();
    REQUIRE(kit.count() >= 2);
    CHECK(kit.find<QLabel>("auditHeadline")->text().contains(u"by =Zora"_s));
    CHECK(kit.cell(0, 1) == u"=Zora"_s);
    CHECK(kit.cell(0, 3).contains(u"Gold"_s));
    CHECK(kit.cell(1, 3).contains(u"First words"_s));
    CHECK_FALSE(kit.find<QWidget>("auditChange")->isVisible());
    kit.clickRow(1);
    CHECK(kit.find<QLabel>("auditSentence")->text() == kit.cell(1, 3));
    CHECK(kit.find<QPlainTextEdit>("auditAfter")->toPlainText().contains(u"First words"_s));
    CHECK_FALSE(kit.find<QPlainTextEdit>("auditBefore")->isVisible());

    SECTION("its account opens from there") {
        test::click(*kit.window, "auditOpen");
        CHECK(kit.window->where() ==
              session::ViewState{.page = session::page::account, .account = QLatin1StringView(account)});
    }
    SECTION("the undo of a change is seen at once, and what was chosen stays chosen") {
        const QString chosen = kit.find<QLabel>("auditSentence")->text();
        const int before = kit.count();
        kit.undo();
        QCoreApplication::processEvents();
        CHECK(kit.count() != before);
        CHECK(kit.find<QLabel>("auditSentence")->text() == chosen);
    }
    SECTION("Esc closes the change") {
        kit.press(Qt::Key_Escape, Qt::NoModifier);
        CHECK_FALSE(kit.find<QWidget>("auditChange")->isVisible());
    }
}

TEST_CASE("What was changed is searched and narrowed") {
    Kit kit;
    kit.note(account, u"A zebra crossed"_s);
    kit.note(other, u"Nothing to say"_s);
    kit.show();
    const int all = kit.count();
    REQUIRE(all >= 2);
    SECTION("by words, from Ctrl+F, and Esc clears") {
        kit.press(Qt::Key_F, Qt::ControlModifier);
        CHECK(kit.window->focusWidget() == kit.find<QLineEdit>("auditFind"));
        kit.type("auditFind", u"zebra"_s);
        REQUIRE(kit.count() == 1);
        CHECK(kit.cell(0, 3).contains(u"zebra"_s));
        kit.press(Qt::Key_Escape, Qt::NoModifier);
        QCoreApplication::processEvents();
        CHECK(kit.count() == all);
    }
    SECTION("by who made them") {
        kit.type("auditPerson", u"zora"_s);
        CHECK(kit.count() == 2);
        kit.type("auditPerson", u"Nobody of this name"_s);
        CHECK(kit.count() == 0);
        CHECK(kit.find<QLabel>("auditHeadline")->text() == u"No change matches these filters."_s);
    }
    SECTION("by account, and one that the book lacks is said") {
        kit.type("auditAccount", QLatin1StringView(other));
        REQUIRE(kit.count() >= 1);
        CHECK(kit.cell(0, 3).contains(u"Nothing to say"_s));
        for (int row = 0; row < kit.count(); ++row) {
            CHECK(kit.cell(row, 2) == kit.cell(0, 2));
        }
        kit.type("auditAccount", u"Atlantis \"Ltd\""_s);
        CHECK(kit.count() == 0);
        CHECK(kit.find<QLabel>("auditHeadline")->text() == u"No account is called \"Atlantis \"Ltd\"\"."_s);
    }
    SECTION("between two days") {
        test::choose(*kit.window, "auditWhen", u"Between two days"_s);
        CHECK(kit.find<QWidget>("auditFrom")->isVisible());
        CHECK(kit.find<QWidget>("auditTo")->isVisible());
    }
}

TEST_CASE("What was changed comes in pages as one scrolls") {
    Kit kit;
    std::vector<book::Edit> edits;
    for (int at = 0; at < 250; ++at) {
        edits.emplace_back(book::AddNote{
            .account = kit.idOf(account), .day = day(test::smallBookToday), .text = u"Note %1"_s.arg(at)});
    }
    kit.session.applyAll(edits, u"Noted"_s);
    kit.show();
    CHECK(kit.count() == 200);
    CHECK(kit.cell(0, 3).contains(u"Note 249"_s));
    kit.table()->scrollToBottom();
    QCoreApplication::processEvents();
    CHECK(kit.count() >= 250);
    CHECK(kit.cell(200, 3).contains(u"Note 49"_s));
}

TEST_CASE("What was changed is exported whole, and no cell of it runs in a spreadsheet") {
    Kit kit;
    kit.note(account, u"A zebra crossed"_s);
    kit.show();
    kit.type("auditFind", u"zebra"_s);
    const QString path = kit.folder.filePath(u"changes.csv"_s);
    kit.prompts.answer(path);
    test::click(*kit.window, "auditExport");
    Kit::choose("exportCsv");
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "entry,at,by,what,account_id,account,sentence,before,after");
    CHECK(lines[1].contains(",'=Zora,add_note,C1012,"));
    CHECK(lines[1].contains("zebra"));
}

TEST_CASE("A book that is closed while a name for the file of changes is asked gives no file") {
    Kit kit;
    kit.note(account, u"A zebra crossed"_s);
    kit.show();
    const widgets::Copies copies = kit.window->currentPage()->copies();
    REQUIRE(copies.readTable);
    kit.session.close();
    std::optional<Error> why;
    copies.readTable([&why](const Result<exchange::Table>& table) {
        why = table ? std::nullopt : std::optional(table.error());
    });
    REQUIRE(why.has_value());
    CHECK(why->code == ErrorCode::Cancelled);
}

TEST_CASE("What was changed of one account is reached from its menu") {
    Kit kit;
    kit.note(account, u"Here"_s);
    kit.note(other, u"There"_s);
    kit.open(account);
    const QString name = kit.window->currentPage()->place();
    test::click(*kit.window, "more");
    test::AccountKit::choose("audit");
    QCoreApplication::processEvents();
    REQUIRE(kit.window->where().page == session::page::audit);
    CHECK(kit.find<QLineEdit>("auditAccount")->text() == name);
    CHECK(kit.window->currentPage()->place() == name);
    REQUIRE(kit.count() >= 1);
    CHECK(kit.cell(0, 3).contains(u"Here"_s));
    kit.show(); // by the menu it is of all accounts
    CHECK(kit.find<QLineEdit>("auditAccount")->text().isEmpty());
    CHECK(kit.cell(0, 3).contains(u"There"_s));
}

} // namespace hb::pages
