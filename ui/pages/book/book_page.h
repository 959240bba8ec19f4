// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/accounts_model.h"
#include "ui/shell/page.h"
#include "ui/widgets/tile_data.h"

#include <functional>
#include <vector>

class QAbstractItemView;
class QLabel;
class QMenu;
class QStackedWidget;

namespace hb::widgets {
class EmptyState;
}

namespace hb::pages {

class AccountsList;
class BandBars;
class FilterRow;
class PeekPanel;
class ReasonChips;
class Wall;

/// Who needs me? The first page: the headline, what proves it, and the accounts by need.
class BookPage : public shell::Page {
    Q_OBJECT
public:
    BookPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);

    void activate(const session::ViewState& state) override;
    [[nodiscard]] shell::Actions actions() override;
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] widgets::Copies copies() override;
    [[nodiscard]] widgets::ExportOf exportOf() const override;
    [[nodiscard]] std::optional<QJsonObject> viewContent() const override;
    QString showView(const QJsonObject& content) override;
    bool escape() override;
    void find() override;
    [[nodiscard]] bool canFind() const override { return true; }

    [[nodiscard]] models::AccountsModel& model() { return *m_model; }
    /// The accounts that are selected, in order; the current one where none is.
    [[nodiscard]] std::vector<AccountIndex> chosen() const;

private:
    [[nodiscard]] shell::Actions accountActions();
    [[nodiscard]] shell::Actions arrangeActions();
    void build();
    void connectViews();
    void connectAccounts();
    void connectPeek();
    void follow();
    void remember();
    void followLook();
    void setTileSize(widgets::TileSize size);
    void setAsList(bool asList);
    [[nodiscard]] bool isList() const;
    [[nodiscard]] widgets::TileSize tileSize() const;
    void filterBy(std::optional<scoring::Reason> reason);
    void filterBy(Band band);
    void togglePeek();
    void showPeek(bool shown);
    void dress();
    void peekAt(AccountIndex account);
    void open(AccountIndex account);
    void openWindow(AccountIndex account);
    void review(const std::vector<AccountIndex>& accounts);
    void addNote(const std::vector<AccountIndex>& accounts);
    /// Runs for the account of the peek panel, and closes the panel where the book holds it no longer.
    void withPeeked(const std::function<void(AccountIndex)>& run);
    [[nodiscard]] std::vector<AccountIndex> picked() const;
    void readTable(std::function<void(Result<exchange::Table>)> done);
    void showMenu(const QPoint& at);
    void showMenu(AccountIndex account, const QPoint& at);
    void addFilterMenu(QMenu& menu, AccountIndex account);
    void emptyAsked();
    void clearFilters();
    [[nodiscard]] QAbstractItemView* view() const;
    [[nodiscard]] QString keyOf(AccountIndex account) const;
    [[nodiscard]] QString namesOf(const std::vector<AccountIndex>& accounts) const;

    shell::Context m_context;
    shell::Navigator& m_navigator;
    models::AccountsModel* m_model;
    QLabel* m_headline;
    ReasonChips* m_chips;
    BandBars* m_bars;
    FilterRow* m_filters;
    QStackedWidget* m_views;
    Wall* m_wall;
    AccountsList* m_list;
    widgets::EmptyState* m_empty;
    QWidget* m_beside;
    PeekPanel* m_peek;
};

} // namespace hb::pages
