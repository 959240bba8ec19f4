// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/settings/settings.h"

#include <QFile>
#include <QTemporaryDir>

using namespace hb;

TEST_CASE("Settings") {
    SECTION("a setting nobody chose is its default, and is not written") {
        auto store = std::make_unique<settings::MemoryStore>();
        settings::MemoryStore& kept = *store;
        settings::Settings settings(std::move(store));
        const settings::Setting<int> size{QStringLiteral("a/size"), 3};
        CHECK(settings.get(size) == 3);
        settings.set(size, 5);
        CHECK(settings.get(size) == 5);
        settings.set(size, 3);
        CHECK_FALSE(kept.read(QStringLiteral("a/size")).isValid());
    }
    SECTION("an INI file keeps values, also those that this version does not know") {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("s.ini"));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("[later]\nkey=kept\n");
        file.close();
        {
            settings::Settings settings(settings::makeIniStore(path));
            settings.set(settings::textZoom, 1.4);
            settings.set(settings::foldedSections, QStringList{QStringLiteral("watch")});
        }
        settings::Settings again(settings::makeIniStore(path));
        CHECK(again.get(settings::textZoom) == 1.4);
        CHECK(again.get(settings::foldedSections) == QStringList{QStringLiteral("watch")});
        CHECK(settings::makeIniStore(path)->read(QStringLiteral("later/key")).toString() ==
              QStringLiteral("kept"));
    }
    SECTION("the newest book stands first, each once, eight at most") {
        settings::Settings settings(std::make_unique<settings::MemoryStore>());
        for (int i = 0; i < 10; ++i) {
            settings::rememberBook(settings, QStringLiteral("/b%1").arg(i));
        }
        settings::rememberBook(settings, QStringLiteral("/b5"));
        const QStringList recent = settings.get(settings::recentBooks);
        CHECK(recent.size() == 8);
        CHECK(recent.first() == QStringLiteral("/b5"));
        CHECK(recent.count(QStringLiteral("/b5")) == 1);
        CHECK(settings.get(settings::lastBook) == QStringLiteral("/b5"));
    }
}
