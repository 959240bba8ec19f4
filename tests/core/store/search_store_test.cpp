// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/hand_store.h"
#include "core/store/search_store.h"
#include "tests/core/book/test_book.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QFile>

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

namespace {

struct Searching {
    TestBook test;
    AccountId first = test.addAccount(u"A1"_s);
    AccountId second = test.addAccount(u"A2"_s);

    NoteId note(AccountId account, const QString& text) {
        const Applied applied =
            test.apply(AddNote{.account = account, .day = day("2026-03-01"), .text = text});
        return std::get<RemoveNote>(applied.inverse).note;
    }
    store::FoundRows find(const QString& text, std::optional<AccountId> account = {}) {
        const auto found = store::findWords(test.book().database(), text, account);
        INFO(text.toStdString());
        REQUIRE(found);
        return *found;
    }
    std::size_t notes(const QString& text) { return find(text).notes.size(); }
    /// Whether the indexes hold exactly the words of the tables.
    bool isInStep() {
        for (const char16_t* index : {u"note_words", u"action_words", u"contact_words", u"override_words"}) {
            const QString name = QString::fromUtf16(index);
            if (!test.book().database().execute(
                    u"INSERT INTO %1 (%1, rank) VALUES ('integrity-check', 1)"_s.arg(name))) {
                return false;
            }
        }
        return true;
    }
};

} // namespace

TEST_CASE("findWords") {
    Searching kit;

    SECTION("finds words by their beginning, without case and accents, all of them") {
        kit.note(kit.first, u"Quarterly review with Zoë: they want the export by May"_s);
        CHECK(kit.notes(u"quart"_s) == 1);
        CHECK(kit.notes(u"ZOE"_s) == 1);
        CHECK(kit.notes(u"zoë quarterly"_s) == 1);
        CHECK(kit.notes(u"zoë monthly"_s) == 0);
        CHECK(kit.notes(u"uarterly"_s) == 0);
    }
    SECTION("finds emoji, signs and scripts without blanks wherever they stand") {
        kit.note(kit.first, u"顧客は更新を希望しています🎉"_s);
        kit.note(kit.first, u"100% of C++ users said \"no\" to a_b * 2"_s);
        CHECK(kit.notes(u"🎉"_s) == 1);
        CHECK(kit.notes(u"更新"_s) == 1);
        CHECK(kit.notes(u"c++"_s) == 1);
        CHECK(kit.notes(u"\""_s) == 1);
        CHECK(kit.notes(u"%"_s) == 1);
        CHECK(kit.notes(u"*"_s) == 1);
        CHECK(kit.notes(u"_"_s) == 1);
        CHECK(kit.notes(u"\\"_s) == 0);
        CHECK(kit.notes(u"\"no\""_s) == 1);
    }
    SECTION("is safe for whatever is typed") {
        kit.note(kit.first, u"Plain words"_s);
        for (const QString& typed : {QString(),
                                     u" \t\n"_s,
                                     u"\"\"\""_s,
                                     u"NEAR("_s,
                                     u"AND OR NOT"_s,
                                     u"text: -x ^y"_s,
                                     u"'; DROP TABLE note; --"_s,
                                     u"{a b}: c*"_s,
                                     u"(((("_s,
                                     QString(QChar(0xD83D)),
                                     QString(QChar(0)),
                                     QString(100'000, u'x'),
                                     QString(100'000, u'%'),
                                     u"a "_s.repeated(50'000)}) {
            CHECK(kit.find(typed).notes.empty());
        }
        CHECK(kit.notes(u"plain"_s) == 1);
    }
    SECTION("looks at actions and contacts, of one account or of all") {
        kit.note(kit.second, u"Export"_s);
        (void)kit.test.apply(SetAction{.account = kit.first,
                                       .facts = ActionFacts{.title = u"Ship the export"_s,
                                                            .owner = {},
                                                            .due = {},
                                                            .metric = {},
                                                            .createdOn = day("2026-03-01"),
                                                            .status = ActionStatus::Dropped,
                                                            .closedOn = day("2026-03-02"),
                                                            .closeReason = u"Bought elsewhere"_s}});
        (void)kit.test.apply(SetContact{.account = kit.first,
                                        .facts = ContactFacts{.name = u"Eva Exporter"_s,
                                                              .role = ContactRole::User,
                                                              .email = {},
                                                              .note = u"Signs the invoices"_s,
                                                              .cameOn = day("2026-03-01"),
                                                              .leftOn = {}}});
        const store::FoundRows all = kit.find(u"export"_s);
        CHECK(all.notes.size() == 1);
        CHECK(all.actions.size() == 1);
        CHECK(all.contacts.size() == 1);
        CHECK(kit.find(u"export"_s, kit.first).notes.empty());
        CHECK(kit.find(u"export"_s, kit.first).actions.size() == 1);
        CHECK(kit.find(u"elsewhere ship"_s).actions.size() == 1);
        CHECK(kit.find(u"invoices"_s).contacts.size() == 1);
    }
    SECTION("looks at the reasons of overrides, and stays in step with them") {
        const auto entered = [&](const QString& reason) {
            return AddOverride{.account = kit.first,
                               .target = OverrideTarget::Overall,
                               .key = {},
                               .score = 80,
                               .first = day("2026-03-01"),
                               .last = day("2026-03-31"),
                               .enteredOn = day("2026-03-01"),
                               .reason = reason};
        };
        const Applied added = kit.test.apply(entered(u"Migration of the Café"_s));
        CHECK(kit.find(u"cafe migr"_s).overrides.size() == 1);
        CHECK(kit.find(u"cafe"_s, kit.second).overrides.empty());
        const Applied gone = kit.test.apply(added.inverse);
        CHECK(kit.find(u"cafe"_s).overrides.empty());
        (void)kit.test.apply(gone.inverse);
        CHECK(kit.find(u"cafe"_s).overrides.size() == 1);
        CHECK(kit.isInStep());
    }
    SECTION("stays in step with whatever changes") {
        const NoteId note = kit.note(kit.first, u"Before"_s);
        (void)kit.test.apply(ChangeNote{.note = note, .text = u"After"_s});
        CHECK(kit.notes(u"before"_s) == 0);
        CHECK(kit.notes(u"after"_s) == 1);
        const Applied removed = kit.test.apply(RemoveNote{.note = note});
        CHECK(kit.notes(u"after"_s) == 0);
        (void)kit.test.apply(removed.inverse);
        CHECK(kit.find(u"after"_s).notes == std::vector{note});
        CHECK(kit.isInStep());
    }
}

TEST_CASE("a book of schema 3 keeps its notes, and finds their words") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old.healthbook"_s);
    REQUIRE(QFile::copy(QStringLiteral(HB_SOURCE_DIR "/tests/data/books/v3.healthbook"), path));
    REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    auto opened = Book::open(path);
    REQUIRE(opened);
    CHECK(QFile::exists(path + u".v3-backup"_s));
    const auto found = store::findWords(opened->database(), u"zoe"_s);
    REQUIRE(found);
    REQUIRE(found->notes.size() == 1);
    const store::NoteRow note = store::findNote(opened->database(), found->notes.front()).value();
    CHECK(note.kind == NoteKind::Note);
    CHECK_FALSE(note.pinned);
    CHECK(store::findWords(opened->database(), u"🚨 kund"_s).value().notes.size() == 1);
    const auto snapshot = loadSnapshot(*opened).value();
    CHECK(snapshot->actions.empty());
    CHECK(snapshot->drafts.size() == 1);
}

TEST_CASE("a book of schema 4 finds the words of its overrides") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old.healthbook"_s);
    REQUIRE(QFile::copy(QStringLiteral(HB_SOURCE_DIR "/tests/data/books/v4.healthbook"), path));
    REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    auto opened = Book::open(path);
    REQUIRE(opened);
    CHECK(QFile::exists(path + u".v4-backup"_s));
    CHECK(store::findWords(opened->database(), u"zoe cafe"_s).value().overrides.size() == 1);
    CHECK(store::findWords(opened->database(), u"escalation"_s).value().actions.size() == 1);
}
