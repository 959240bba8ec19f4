// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/pages/book/list_columns.h"

#include <QStringList>

using namespace hb;
using pages::ListColumn;
using pages::ListColumns;

namespace {

QStringList ids(const ListColumns& columns) {
    QStringList all;
    for (const ListColumn& column : columns) {
        all.append(column.id);
    }
    return all;
}

} // namespace

TEST_CASE("columns of the list") {
    const ListColumns left{{.id = QStringLiteral("name"), .width = 200},
                           {.id = QStringLiteral("owner"), .width = 90, .shown = false},
                           {.id = QStringLiteral("score"), .width = 70}};

    SECTION("what is kept is what is read again") {
        CHECK(pages::listColumnsFrom(pages::toBytes(left)) == left);
    }
    SECTION("what cannot be read is left out, and a width stays usable") {
        CHECK(pages::listColumnsFrom("nonsense").empty());
        CHECK(pages::listColumnsFrom(R"([{"width": 3}, 7, {"id": "a"}, {"id": "a"}])").size() == 1);
        CHECK(pages::listColumnsFrom(R"([{"id": "a", "width": -5}])").front().width > 0);
        CHECK(pages::listColumnsFrom(R"([{"id": "a", "width": 999999}])").front().width < 5000);
    }
    SECTION("they stand in the order that was left; a new one at its place among the others") {
        const ListColumns shown = pages::columnsToShow(left,
                                                       {QStringLiteral("name"),
                                                        QStringLiteral("score"),
                                                        QStringLiteral("arr"),
                                                        QStringLiteral("owner")});
        CHECK(ids(shown).join(u' ') == QStringLiteral("name owner score arr"));
        CHECK_FALSE(shown[1].shown);
        CHECK(shown[3].shown);
        CHECK(shown[3].width > 0);
    }
    SECTION("columns of another book are not forgotten") {
        const ListColumns shown =
            pages::columnsToShow(left, {QStringLiteral("name"), QStringLiteral("score")});
        CHECK(ids(shown).join(u' ') == QStringLiteral("name score"));
        CHECK(ids(pages::columnsToKeep(shown, left)).join(u' ') == QStringLiteral("name score owner"));
    }
}
