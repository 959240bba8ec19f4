// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/compared_book.h"
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "ui/pages/compare/compare_part.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <optional>

namespace hb::test {

/// Remembers where a part wanted to go.
struct AskedPlaces : shell::Navigator {
    std::vector<session::ViewState> places;
    void go(const session::ViewState& where) override { places.push_back(where); }
    [[nodiscard]] bool hasPage(const QString&) const override { return true; }
    void goBack() override {}
    void openWindow(const session::ViewState&) override {}
    void toast(const QString&) override {}
};

/// A tab of Compare in a window of its own, over the demo company or a book made by hand.
template <typename Part>
struct ComparePartKit : WindowKit {
    QTemporaryDir folder;
    AskedPlaces navigator;
    std::unique_ptr<Part> part;
    std::vector<AccountIndex> opened, walked;
    std::vector<std::string> openedKeys;
    pages::CompareView view;         ///< that was asked last
    std::vector<QStringList> inside; ///< the places that were asked for, the last one is shown

    ComparePartKit() {
        const QString path = folder.filePath(QStringLiteral("demo.healthbook"));
        copyDemoBook(path);
        session.open(path);
        REQUIRE(session.isOpen());
        makePart();
    }
    explicit ComparePartKit(std::shared_ptr<const Snapshot> book,
                            jobs::Running running = jobs::Running::Inline)
        : WindowKit(running) {
        showBook(std::move(book));
        makePart();
    }
    void showBook(std::shared_ptr<const Snapshot> book) {
        session.showSnapshot(std::move(book));
        settle();
    }
    void makePart() {
        part = std::make_unique<Part>(context, navigator, nullptr);
        makeExporter(*part);
        part->resize(1200, 800);
        part->show();
        part->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(part.get()));
        QObject::connect(part.get(),
                         &pages::ComparePart::accountAsked,
                         part.get(),
                         [this](const auto& of, auto account, const auto& list) {
                             opened.push_back(account);
                             openedKeys.push_back((*of->snapshot().accounts)[account].key);
                             walked = list;
                         });
        QObject::connect(
            part.get(), &pages::ComparePart::insideAsked, part.get(), [this](const QStringList& words) {
                inside.push_back(words);
                lookInside(words);
            });
    }
    /// Asks, and with threads lets no answer in.
    void ask(analytics::PeriodKind kind = analytics::PeriodKind::ThisQuarter,
             pages::CountBy countBy = pages::CountBy::Accounts) {
        view = {.moment = session.moment(), .question = {}, .book = {}, .inside = view.inside};
        view.question.kind = kind;
        view.question.period = analytics::periodOn(session.asOf(), kind);
        view.question.countBy = countBy;
        view.book = std::make_shared<const analytics::ComparedBook>(
            analytics::comparedBook(view.moment->scorer, view.question.period));
        part->showView(view);
    }
    /// As the page does when it is asked to, and on the way back.
    void lookInside(const QStringList& words) {
        view.inside = words;
        part->showView(view);
    }
    void look(analytics::PeriodKind kind = analytics::PeriodKind::ThisQuarter,
              pages::CountBy countBy = pages::CountBy::Accounts) {
        ask(kind, countBy);
        settle();
    }
};

} // namespace hb::test
