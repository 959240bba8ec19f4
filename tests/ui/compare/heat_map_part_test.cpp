// SPDX-License-Identifier: GPL-3.0-or-later
// The heat map of Compare, by clicks and keys, on the demo company and on books that lack things.
#include "core/exchange/table_writer.h"
#include "tests/support/snapshot_builder.h"
#include "tests/ui/support/account_kit.h"
#include "ui/pages/compare/heat_map_models.h"
#include "ui/pages/compare/heat_map_part.h"
#include "ui/pages/compare/heat_map_table.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

struct NoWindow : shell::Navigator {
    void go(const session::ViewState&) override {}
    [[nodiscard]] bool hasPage(const QString&) const override { return true; }
    void goBack() override {}
    void openWindow(const session::ViewState&) override {}
    void toast(const QString&) override {}
};

struct Kit : test::WindowKit {
    QTemporaryDir folder;
    NoWindow navigator;
    std::unique_ptr<HeatMapPart> part;
    std::vector<AccountIndex> opened, walked;
    CompareView view;
    std::vector<QStringList> inside;

    Kit() {
        const QString path = folder.filePath(u"demo.healthbook"_s);
        test::copyDemoBook(path);
        session.open(path);
        REQUIRE(session.isOpen());
        makePart();
    }
    explicit Kit(std::shared_ptr<const Snapshot> book) {
        session.showSnapshot(std::move(book));
        makePart();
    }
    void makePart() {
        part = std::make_unique<HeatMapPart>(context, navigator, nullptr);
        makeExporter(*part);
        part->resize(900, 600);
        part->show();
        part->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(part.get()));
        QObject::connect(part.get(),
                         &ComparePart::accountAsked,
                         part.get(),
                         [this](const auto&, auto account, const auto& list) {
                             opened.push_back(account);
                             walked = list;
                         });
        QObject::connect(part.get(), &ComparePart::insideAsked, part.get(), [this](const QStringList& words) {
            inside.push_back(words);
            lookInside(words);
        });
        look();
    }
    /// `among`: only these accounts; none: all.
    void look(CountBy count = CountBy::Accounts,
              const QStringList& by = {u"owner"_s},
              std::vector<AccountIndex> among = {}) {
        view = {.moment = session.moment(), .question = {}, .book = {}, .inside = view.inside};
        view.question.period = analytics::periodOn(session.asOf(), analytics::PeriodKind::ThisQuarter);
        view.question.by = by;
        view.question.countBy = count;
        if (among.empty()) {
            among = analytics::everyAccount(session.snapshot());
        }
        view.book = std::make_shared<const analytics::ComparedBook>(
            analytics::comparedBook(view.moment->scorer, view.question.period, std::move(among)));
        part->showView(view);
        QCoreApplication::processEvents();
    }
    /// As the page does when it is asked to, and on the way back.
    void lookInside(const QStringList& words) {
        view.inside = words;
        part->showView(view);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] HeatTable& table(const char* name) const {
        auto* found = part->findChild<HeatTable*>(QLatin1StringView(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    [[nodiscard]] HeatTable& map() const { return table("heatMap"); }
    [[nodiscard]] HeatTable& head() const { return table("heatHead"); }
    [[nodiscard]] int rows() const { return map().model()->rowCount(); }
    [[nodiscard]] QPushButton& button(const char* name) const {
        auto* found = part->findChild<QPushButton*>(QLatin1StringView(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    void press(const char* name) const { QTest::mouseClick(&button(name), Qt::LeftButton); }
    [[nodiscard]] QString sentence() const { return part->findChild<QLabel*>(u"heatSentence"_s)->text(); }
    [[nodiscard]] static QString cell(const HeatTable& table, int row, int column) {
        return table.model()->index(row, column).data().toString();
    }
    /// The texts of a row or a column.
    [[nodiscard]] static QStringList rowOf(const HeatTable& table, int row) {
        QStringList texts;
        for (int column = 1; column < table.model()->columnCount(); ++column) {
            texts << cell(table, row, column);
        }
        return texts;
    }
    [[nodiscard]] QStringList columnOf(int column) const {
        QStringList texts;
        for (int row = 0; row < rows(); ++row) {
            texts << cell(map(), row, column);
        }
        return texts;
    }
    static void click(HeatTable& table, int row, int column) {
        const QModelIndex index = table.model()->index(row, column);
        table.scrollTo(index);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(index).center());
        QCoreApplication::processEvents();
    }
    [[nodiscard]] int metricColumn(const QString& name) const {
        return static_cast<int>(rowOf(head(), HeatHeadModel::Name).indexOf(name)) + 1;
    }
};

bool isRising(const QStringList& scores) {
    QList<double> numbers;
    bool areNone = false; // those without a score stand last
    for (const QString& score : scores) {
        areNone = areNone || score.isEmpty();
        CHECK(score.isEmpty() == areNone);
        if (!score.isEmpty()) {
            numbers << score.toDouble();
        }
    }
    return std::ranges::is_sorted(numbers);
}

/// So many accounts with one metric; an owner where `owners` has one.
std::shared_ptr<const Snapshot> tinyBook(int accounts, const QStringList& owners = {}) {
    test::SmallBook book;
    for (int at = 0; at < accounts; ++at) {
        const std::string key = "a" + std::to_string(at);
        book.account(key, 90, 20.0 + 30 * at);
        if (at < owners.size()) {
            book.with(key, "owner", owners[at].toStdString());
        }
    }
    return book.build();
}

} // namespace

TEST_CASE("Heat map: metrics stand by what is red of them, and the first sentence is that of the first") {
    const Kit kit;
    REQUIRE(kit.rows() > 3);
    QList<int> shares;
    for (const QString& share : Kit::rowOf(kit.head(), HeatHeadModel::Share)) {
        shares << -(share == u"<1%"_s ? 0 : share.chopped(1).toInt());
    }
    CHECK(std::ranges::is_sorted(shares));
    REQUIRE(shares.front() < 0);
    CHECK(kit.part->headline().startsWith(Kit::cell(kit.head(), HeatHeadModel::Name, 1) + u": red in "_s));
    CHECK(kit.part->headline().contains(u"on 31 Dec"_s));
    CHECK(kit.part->headline().endsWith(u"owns it."_s));
    CHECK(kit.part->asText().split(u'\n').size() == shares.size());
    // a weekly line of 13 weeks for each
    const auto& model = *static_cast<const HeatHeadModel*>(kit.head().model());
    CHECK(model.weeksOf(1).scores.size() == 13);
    CHECK(*model.weeksOf(1).scores.back() >= -shares.front());
    CHECK(*model.weeksOf(1).scores.back() < -shares.front() + 1); // the share is truncated
}

TEST_CASE("Heat map: by ARR the shares are of it") {
    Kit kit;
    const QStringList byCount = Kit::rowOf(kit.head(), HeatHeadModel::Share);
    kit.look(CountBy::Arr);
    CHECK(Kit::cell(kit.head(), HeatHeadModel::Share, 0) == u"Share of ARR red"_s);
    CHECK(Kit::rowOf(kit.head(), HeatHeadModel::Share) != byCount);
    const QModelIndex share = kit.head().model()->index(HeatHeadModel::Share, 1);
    CHECK(share.data(Qt::ToolTipRole).toString().contains(u" of $"_s));
}

TEST_CASE("Heat map: the weeks follow the switch between accounts and ARR") {
    test::SmallBook book;
    book.account("big", 90, 20)
        .with("big", "arr", "90000")
        .account("small", 20, 20)
        .with("small", "arr", "5000");
    book.account("well", 90, 90).with("well", "arr", "5000");
    book.account("other", 20, 20).with("other", "arr", "80000").with("other", "currency", "EUR");
    Kit kit(book.build());
    const auto weeks = [&] {
        return static_cast<const HeatHeadModel*>(kit.head().model())->weeksOf(1).scores;
    };
    const auto words = [&](HeatHeadModel::Row row) {
        return kit.head().model()->index(row, 1).data(Qt::AccessibleTextRole).toString();
    };
    REQUIRE(weeks().size() == 13);
    CHECK(weeks().front() == 50.0);
    CHECK(weeks().back() == 75.0);
    CHECK(words(HeatHeadModel::Weeks).contains(u"\nShare red in percent, week by week: 50, "_s));
    const QString sentence = kit.part->headline();
    CHECK(sentence ==
          u"health: red in 3 of 4 accounts (75%, 1 more than on 31 Dec 2025), $95k of $100k (95%, "
          "5% on 31 Dec 2025) and \u20AC80k. Left out: 1 account without ARR in USD. Nobody owns it."_s);

    kit.look(CountBy::Arr);
    REQUIRE(weeks().size() == 13);
    CHECK(weeks().front() == 5.0); // what is paid in another currency is in no share
    CHECK(weeks().back() == 95.0);
    CHECK(words(HeatHeadModel::Weeks).contains(u"\nShare of ARR red in percent, week by week: 5, "_s));
    CHECK(kit.part->headline() == sentence); // it says both, whatever is counted
    kit.look(CountBy::Accounts);
    CHECK(weeks().back() == 75.0);
}

TEST_CASE("Heat map: of the accounts that are compared, and of no others") {
    Kit kit(tinyBook(4)); // 20, 50, 80, 110
    CHECK(kit.part->headline().startsWith(u"health: red in 1 of 4 accounts"_s));
    kit.look(CountBy::Accounts, {u"owner"_s}, {1, 2});
    CHECK(kit.part->headline().startsWith(u"health: red in 0 of 2 accounts"_s));
    const auto& model = *static_cast<const HeatHeadModel*>(kit.head().model());
    CHECK(model.weeksOf(1).scores.back() == 0.0);
    CHECK(Kit::cell(kit.head(), HeatHeadModel::Share, 1) == u"0%"_s);
}

TEST_CASE("Heat map: a name sorts the rows by it, again from the other end, and the corner undoes it") {
    const Kit kit;
    kit.press("heatAccounts");
    const QStringList before = kit.columnOf(0);
    REQUIRE(before.size() > 50);
    Kit::click(kit.head(), HeatHeadModel::Name, 2);
    CHECK(isRising(kit.columnOf(2)));
    Kit::click(kit.head(), HeatHeadModel::Name, 2);
    QStringList falling = kit.columnOf(2);
    falling.removeAll(QString());
    std::ranges::reverse(falling);
    CHECK(isRising(falling));
    Kit::click(kit.head(), HeatHeadModel::Name, 0);
    CHECK(kit.columnOf(0) == before);
}

TEST_CASE("Heat map: a group leads to its accounts, an account opens, Esc leads back") {
    Kit kit;
    const QString group = Kit::cell(kit.map(), 1, 0);
    const QString count = kit.map().model()->index(1, 0).data(HeatRowsModel::countRole).toString();
    Kit::click(kit.map(), 1, 1);
    CHECK(kit.button("heatNarrowed").text() == group);
    CHECK(QString::number(kit.rows()) == count);
    CHECK(kit.button("heatAccounts").isChecked());

    Kit::click(kit.map(), 0, 1);
    REQUIRE(kit.opened.size() == 1);
    CHECK(kit.walked.size() == static_cast<std::size_t>(kit.rows()));
    CHECK(kit.opened[0] == kit.walked[0]);
    CHECK(kit.session.snapshot().attributeOn(kit.opened[0], "owner", kit.session.asOf()) ==
          group.toStdString());

    CHECK(kit.part->escape());
    CHECK(kit.button("heatGroups").isChecked());
    CHECK_FALSE(kit.button("heatNarrowed").isVisible());
    CHECK_FALSE(kit.part->escape());
}

TEST_CASE("Heat map: what it is looked into is a place, and what is gone is the top") {
    Kit kit;
    const QString group = Kit::cell(kit.map(), 1, 0);
    const QString metric = Kit::cell(kit.head(), HeatHeadModel::Name, 1);
    const int groups = kit.rows();
    Kit::click(kit.map(), 1, 1);
    const int members = kit.rows();
    CHECK(kit.inside == std::vector<QStringList>{{u"group"_s, group}});
    Kit::click(kit.head(), HeatHeadModel::Share, 1);
    REQUIRE(kit.inside.size() == 2);
    CHECK(kit.inside.back().front() == u"red"_s);
    CHECK(kit.button("heatNarrowed").text() == u"Red in "_s + metric);

    SECTION("back, and back again") {
        kit.lookInside(kit.inside.front());
        CHECK(kit.button("heatNarrowed").text() == group);
        CHECK(kit.rows() == members);
        kit.lookInside({});
        CHECK(kit.rows() == groups);
        CHECK(kit.button("heatGroups").isChecked());
        CHECK(kit.inside.size() == 2); // nothing was asked for on the way
    }
    SECTION("Esc goes up to all accounts") {
        CHECK(kit.part->escape());
        CHECK(kit.inside.back() == QStringList{u"accounts"_s});
        CHECK(kit.rows() > members);
        CHECK_FALSE(kit.part->escape());
    }
    SECTION("a group and a metric that are not there") {
        for (const QStringList& words : {QStringList{u"group"_s, u"Nobody of that name"_s},
                                         {u"red"_s, u"no_such_metric"_s},
                                         {u"of"_s, u"another tab"_s}}) {
            kit.lookInside(words);
            CHECK(kit.rows() == groups);
            CHECK_FALSE(kit.button("heatNarrowed").isVisible());
        }
    }
    SECTION("by another attribute the groups are others, the accounts stay those") {
        kit.look(CountBy::Accounts, {u"segment"_s});
        CHECK(kit.button("heatNarrowed").text() == u"Red in "_s + metric);
        kit.lookInside({u"group"_s, group});
        CHECK(kit.button("heatGroups").isChecked());
    }
}

TEST_CASE("Heat map: cells share the width that is there, those above and those below alike") {
    const Kit kit;
    const int least = kit.theme.px(72);
    CHECK(kit.map().columnWidth(1) == least); // 900 is too narrow for eleven
    kit.part->resize(1600, 600);
    QCoreApplication::processEvents();
    CHECK(kit.map().columnWidth(1) > least);
    CHECK(kit.map().columnWidth(1) == kit.head().columnWidth(1));
    CHECK(kit.map().columnWidth(kit.map().model()->columnCount() - 1) == kit.map().columnWidth(1));
    CHECK_FALSE(kit.map().horizontalScrollBar()->isVisible());
    kit.part->resize(900, 600);
    QCoreApplication::processEvents();
    CHECK(kit.map().columnWidth(1) == least);
}

TEST_CASE("Heat map: a share lists the accounts behind it, all of them red") {
    const Kit kit;
    const QString name = Kit::cell(kit.head(), HeatHeadModel::Name, 1);
    Kit::click(kit.head(), HeatHeadModel::Share, 1);
    CHECK(kit.button("heatNarrowed").text() == u"Red in "_s + name);
    const int column = kit.metricColumn(name);
    REQUIRE(kit.rows() > 0);
    for (int row = 0; row < kit.rows(); ++row) {
        const QVariant band = kit.map().model()->index(row, column).data(HeatRowsModel::bandRole);
        CHECK(band.toInt() == static_cast<int>(Band::Red));
    }
    CHECK(kit.sentence().startsWith(name + u": red in %1 of "_s.arg(kit.rows())));
    QTest::mouseClick(&kit.button("heatNarrowed"), Qt::LeftButton);
    CHECK(kit.rows() > 50);
}

TEST_CASE("Heat map: all by keys, from the names above through the map") {
    Kit kit;
    kit.head().setFocus(Qt::TabFocusReason);
    CHECK(kit.head().currentIndex().column() == 1);
    CHECK(kit.sentence() == kit.part->headline());
    for (int step = 0; step < HeatHeadModel::rows; ++step) {
        QTest::keyClick(&kit.head(), Qt::Key_Down);
    }
    CHECK(kit.map().hasFocus());
    CHECK(kit.map().currentIndex().row() == 0);
    QTest::keyClick(&kit.map(), Qt::Key_Right);
    CHECK(kit.sentence().startsWith(Kit::cell(kit.head(), HeatHeadModel::Name, 2)));
    QTest::keyClick(&kit.map(), Qt::Key_Return); // into the group
    CHECK(kit.button("heatNarrowed").isVisible());
    CHECK(kit.map().currentIndex().column() == 2); // the same metric
    QTest::keyClick(&kit.map(), Qt::Key_Return);
    CHECK(kit.opened.size() == 1);
    QTest::keyClick(&kit.map(), Qt::Key_Up);
    CHECK(kit.head().hasFocus());
    CHECK(kit.head().currentIndex().column() == 2);
    // the last column comes from under the names into sight
    kit.map().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&kit.map(), Qt::Key_End);
    for (int step = 0; step < 20; ++step) {
        QTest::keyClick(&kit.map(), Qt::Key_Left);
        const QRect cell = kit.map().visualRect(kit.map().currentIndex());
        const bool isName = kit.map().currentIndex().column() == 0;
        CHECK((isName || cell.left() >= kit.map().columnWidth(0)));
        CHECK(kit.head().horizontalScrollBar()->value() == kit.map().horizontalScrollBar()->value());
    }
}

TEST_CASE("Heat map: alike stand together on request, and as they were by the same switch") {
    const Kit kit;
    kit.press("heatAccounts");
    const QStringList names = kit.columnOf(0);
    const QStringList metrics = Kit::rowOf(kit.head(), HeatHeadModel::Name);
    kit.press("heatAlike");
    QStringList moved = kit.columnOf(0);
    CHECK(moved != names);
    CHECK(kit.rows() == names.size());
    QStringList all = names;
    all.sort();
    moved.sort();
    CHECK(moved == all);
    kit.press("heatAlike");
    CHECK(kit.columnOf(0) == names);
    CHECK(Kit::rowOf(kit.head(), HeatHeadModel::Name) == metrics);
}

TEST_CASE("Heat map: each cell says the whole, to the pointer and to a screen reader") {
    const Kit kit;
    const QModelIndex group = kit.map().model()->index(0, 1);
    const QString words = group.data(Qt::AccessibleTextRole).toString();
    CHECK(words.startsWith(Kit::cell(kit.map(), 0, 0) + u", "_s + Kit::cell(kit.head(), 0, 1)));
    CHECK(words.contains(u"mean "_s + group.data().toString()));
    CHECK(words.contains(u"accounts have a score"_s));
    kit.press("heatAccounts");
    const QModelIndex account = kit.map().model()->index(0, 1);
    CHECK(account.data(Qt::ToolTipRole).toString().contains(u"others score"_s)); // in its segment
}

TEST_CASE("Heat map: one account, three accounts, nobody with an owner") {
    SECTION("one") {
        const Kit kit(tinyBook(1, {u"Ana"_s}));
        CHECK(kit.rows() == 1);
        CHECK(Kit::cell(kit.map(), 0, 1) == u"20"_s);
        CHECK(kit.part->headline() ==
              u"health: red in 1 of 1 account (100%, 1 more than on 31 Dec 2025). Nobody owns it."_s);
        kit.press("heatAlike");
        CHECK(kit.rows() == 1);
    }
    SECTION("none is a group like any other, and stands with the others") {
        const Kit kit(tinyBook(3, {u"Ana"_s}));
        CHECK(kit.columnOf(0) == QStringList{u"Ana"_s, u"No owner"_s});
        CHECK(Kit::cell(kit.map(), 1, 1) == u"65"_s); // the mean of 50 and 80
    }
    SECTION("without anybody it says what would be here") {
        test::SmallBook empty;
        const Kit kit(empty.build());
        CHECK(kit.part->headline().isEmpty());
        CHECK_FALSE(kit.map().isVisible());
    }
}

TEST_CASE("Heat map: copied as a table it is what stands there, with names that no spreadsheet runs") {
    test::SmallBook book;
    book.account("x", 90, 20).account("y", 90, 62.5);
    book.with("x", "owner", "=cmd()").with("y", "owner", "Ana");
    const Kit kit(book.build());
    const QStringList lines = exchange::toTabs(kit.part->asTable()).split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == u"Owner\thealth"_s);
    CHECK(lines[1] == u"Share red\t0.5"_s);
    CHECK(lines[2] == u"'=cmd()\t20"_s);
    CHECK(lines[3] == u"Ana\t62.5"_s);
}

} // namespace hb::pages
