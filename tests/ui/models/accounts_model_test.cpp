// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/ui/support/window_kit.h"
#include "ui/models/accounts_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>

using namespace hb;
using Model = models::AccountsModel;

namespace {

QStringList rows(const Model& model) {
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        texts.append(index.data(Model::IsSectionRole).toBool()
                         ? u'[' + index.data(Model::SectionIdRole).toString() + u']'
                         : index.data(Qt::DisplayRole).toString());
    }
    return texts;
}

} // namespace

TEST_CASE("AccountsModel") {
    test::WindowKit kit;
    kit.session.showSnapshot(test::fiveAccounts().build());
    Model model(kit.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);

    SECTION("a section is a row, its accounts follow it") {
        CHECK(rows(model).join(u'|') ==
              QStringLiteral("[needsYou]|Name of fell|[watch]|Name of low|[onTrack]|Name of fine|"
                             "Name of good|[noData]|bare"));
    }
    SECTION("the accounts of a folded section are no rows, and still in the order to walk") {
        model.setFolded(QStringLiteral("onTrack"), true);
        CHECK(model.rowCount() == 7);
        CHECK(model.listed().size() == 5);
        model.setFolded(QStringLiteral("onTrack"), false);
        CHECK(model.rowCount() == 9);
    }
    SECTION("what is selected stays selected while rows move and others come and go") {
        const QPersistentModelIndex low = model.indexOf(kit.session.snapshot().findAccount("low").value());
        const QPersistentModelIndex good = model.indexOf(kit.session.snapshot().findAccount("good").value());
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setSort({.by = models::SortBy::LowestScore});
        model.setGroupBy(QStringLiteral("owner"));
        CHECK(low.data().toString() == QStringLiteral("Name of low"));
        kit.session.setFilter({.text = QStringLiteral("low")});
        CHECK(low.data().toString() == QStringLiteral("Name of low"));
        CHECK_FALSE(good.isValid());
        kit.session.setFilter({});
        CHECK(model.rowCount() == 7);
        CHECK(resets.count() == 0);
    }
    SECTION("another day shows that day's scores") {
        const QModelIndex fell = model.indexOf(kit.session.snapshot().findAccount("fell").value());
        CHECK(fell.data(Model::BandRole).toInt() == static_cast<int>(Band::Red));
        kit.session.setAsOf(test::day("2026-03-01"));
        const QModelIndex then = model.indexOf(kit.session.snapshot().findAccount("fell").value());
        CHECK(then.data(Model::BandRole).toInt() == static_cast<int>(Band::Green));
    }
    SECTION("a tile says score, change, reason and what costs") {
        const auto tile = model.indexOf(kit.session.snapshot().findAccount("fell").value())
                              .data(Model::TileRole)
                              .value<widgets::TileData>();
        CHECK(tile.score == QStringLiteral("20"));
        CHECK(tile.direction == scoring::Direction::Down);
        CHECK(tile.change == QStringLiteral("70"));
        CHECK(tile.changeMatters);
        CHECK_FALSE(tile.reason.isEmpty());
        CHECK(tile.sparkline.scores.size() == 13);
        CHECK(tile.footer == QStringLiteral("Ana Lopez"));
    }
    SECTION("an account without data has no figure, and is not green") {
        const auto tile = model.indexOf(kit.session.snapshot().findAccount("bare").value())
                              .data(Model::TileRole)
                              .value<widgets::TileData>();
        CHECK(tile.score.isEmpty());
        CHECK(tile.band == Band::None);
    }
    SECTION("columns are those that the data fills") {
        QStringList ids;
        for (int column = 0; column < model.columnCount(); ++column) {
            ids.append(model.columnId(column));
        }
        CHECK(ids.contains(QStringLiteral("owner")));
        CHECK_FALSE(ids.contains(QStringLiteral("arr")));
        CHECK_FALSE(ids.contains(QStringLiteral("renewal_date")));
    }
    SECTION("a book of which all would be folded shows it, until a person folds") {
        test::SmallBook book;
        book.account("fine", 80, 80);
        book.builder.account("bare");
        model.setFoldedSections({QStringLiteral("onTrack"), QStringLiteral("noData")});
        CHECK(model.rowCount() == 6);
        kit.session.showSnapshot(book.build());
        CHECK(rows(model).join(u'|') == QStringLiteral("[onTrack]|Name of fine|[noData]|bare"));
        model.setFolded(QStringLiteral("onTrack"), true);
        CHECK(rows(model).join(u'|') == QStringLiteral("[onTrack]|[noData]|bare"));
        model.setFolded(QStringLiteral("noData"), true);
        CHECK(model.rowCount() == 2);
    }
    SECTION("a book without any change has no column for it") {
        test::SmallBook book;
        book.builder.account("new").measure("new", "health", test::day("2026-03-29"), 70);
        kit.session.showSnapshot(book.build());
        for (int column = 0; column < model.columnCount(); ++column) {
            CHECK(model.columnId(column) != QStringLiteral("change"));
        }
    }
    SECTION("a scope that would hide the whole book is none") {
        kit.session.setPerson(QStringLiteral("Nobody Here"));
        kit.session.setFilter({.mine = true});
        CHECK(model.layout().summary.all.accounts == 5);
        kit.session.setPerson(QStringLiteral("Ana Lopez"));
        CHECK(model.layout().summary.all.accounts == 2);
    }
    SECTION("without a book there are no rows; first, last and one past the last answer") {
        CHECK_FALSE(model.index(model.rowCount(), 0).isValid());
        kit.session.close();
        CHECK(model.rowCount() == 0);
        CHECK_FALSE(model.accountAt(QModelIndex()).has_value());
    }
}

TEST_CASE("AccountsModel of 100,000 accounts") {
    test::SmallBook book;
    for (int i = 0; i < 100'000; ++i) {
        book.builder.account("A" + std::to_string(i));
    }
    test::WindowKit kit;
    kit.session.showSnapshot(book.build());
    Model model(kit.session);
    CHECK(model.rowCount() == 100'001);
    model.setGroupBy(models::noGroups);
    model.setSort({.by = models::SortBy::Name});
    CHECK(model.index(1, 0).data().toString() == QStringLiteral("A0"));
    CHECK(model.index(100'000, 0).data().toString() == QStringLiteral("A99999"));
}
