// SPDX-License-Identifier: GPL-3.0-or-later
// What the book knows of an account, edited in its place, and what then stands in the file.
#include "tests/ui/support/account_kit.h"

#include <QLabel>
#include <QLineEdit>

using namespace hb;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* account = "C1012";

struct Attributes : test::AccountKit {
    Attributes() { open(account); }
    [[nodiscard]] QWidget* row(const char* key) const {
        return find<QWidget>((std::string("attribute_") + key).c_str());
    }
    [[nodiscard]] QLineEdit* begin(const char* key) const {
        QTest::mouseDClick(row(key), Qt::LeftButton, {}, {20, 10});
        auto* field = find<QLineEdit>("attributeEdit", row(key));
        REQUIRE(field->isVisible());
        return field;
    }
    void type(const char* key, const QString& text) const {
        QLineEdit* field = begin(key);
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    [[nodiscard]] std::string onFile(const char* key, Day day) const {
        book::Book book = onDisk();
        const auto snapshot = book::loadSnapshot(book).value();
        return std::string(snapshot->attributeOn(snapshot->findAccount(account).value(), key, day));
    }
};

} // namespace

TEST_CASE("An attribute is edited in its place") {
    Attributes kit;
    const Day today = kit.session.today();

    SECTION("from today on, and undo brings back what was") {
        const std::string before = kit.onFile("owner", today);
        kit.type("owner", u"Nora O'Neill \"N\""_s);
        CHECK(kit.onFile("owner", today) == "Nora O'Neill \"N\"");
        CHECK(kit.onFile("owner", today - 1) == before);
        kit.undo();
        CHECK(kit.onFile("owner", today) == before);
    }
    SECTION("refused where it is typed") {
        const std::string before = kit.onFile("arr", today);
        kit.type("arr", u"12.345"_s);
        CHECK(kit.find<QLabel>("attributeFault", kit.row("arr"))->isVisible());
        CHECK(kit.onFile("arr", today) == before);
        auto* field = kit.find<QLineEdit>("attributeEdit", kit.row("arr"));
        CHECK(field->isVisible());
        QTest::keyClick(field, Qt::Key_Escape);
        CHECK_FALSE(field->isVisible());
        CHECK_FALSE(kit.session.undoStack().canUndo());
    }
    SECTION("a new one by its name") {
        auto* name = kit.find<QLineEdit>("newAttribute");
        name->setFocus();
        QTest::keyClicks(name, u"Executive sponsor"_s);
        QTest::keyClick(name, Qt::Key_Return);
        auto* field = kit.find<QLineEdit>("attributeEdit", kit.row("executive_sponsor"));
        QCoreApplication::processEvents();
        field->insert(u"Zoë 🙂 "_s); // QTest has no key for these
        QTest::keyClicks(field, u"Long"_s);
        QTest::keyClick(field, Qt::Key_Return);
        CHECK(kit.onFile("executive_sponsor", today) == "Zoë 🙂 Long");
    }
    SECTION("what is half typed waits for the return of its account, until Esc leaves it") {
        QLineEdit* field = kit.begin("owner");
        field->selectAll();
        QTest::keyClicks(field, u"Nor"_s);
        kit.open("C1065");
        CHECK_FALSE(kit.find<QLineEdit>("attributeEdit", kit.row("owner"))->isVisible());
        kit.open(account);
        field = kit.find<QLineEdit>("attributeEdit", kit.row("owner"));
        REQUIRE(field->isVisible());
        CHECK(field->text() == u"Nor"_s);
        QTest::keyClick(field, Qt::Key_Escape);
        kit.open("C1065");
        kit.open(account);
        CHECK_FALSE(kit.find<QLineEdit>("attributeEdit", kit.row("owner"))->isVisible());
    }
    SECTION("never on a past day") {
        kit.session.setAsOf(today - 3);
        QTest::mouseDClick(kit.row("owner"), Qt::LeftButton, {}, {20, 10});
        CHECK_FALSE(kit.find<QLineEdit>("attributeEdit", kit.row("owner"))->isVisible());
        CHECK_FALSE(kit.find<QLineEdit>("newAttribute")->isEnabled());
    }
}
