// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compare/overview_table.h"

#include <QPoint>

#include <string>
#include <utility>

class QCheckBox;
class QMenu;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace hb::widgets {
class EmptyState;
class SortHead;
} // namespace hb::widgets

namespace hb::pages {

class OverviewDelegate;

/// The groups beside one another: how their accounts stand, how they changed, what moved them most.
class OverviewPart : public ComparePart {
    Q_OBJECT
public:
    OverviewPart(const shell::Context& context, shell::Navigator& navigator, QWidget* parent);

    void showView(const CompareView& view) override;
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] exchange::Table asTable() const override;
    [[nodiscard]] bool hasTable() const override { return m_table.overview() != nullptr; }
    [[nodiscard]] QJsonObject layoutContent() const override;
    void layOut(const QJsonObject& content) override;
    [[nodiscard]] std::vector<QWidget*> regions() override;
    bool escape() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void fit();
    [[nodiscard]] int wantedWidth(int column) const;
    void fitColumns();
    void sayOrder();
    void regroup(const CompareView& view);
    void showGroups(const std::shared_ptr<const OverviewData>& groups);
    void remember(const QModelIndex& current);
    void chooseAgain();
    void findCauses();
    void explain();
    void evenOut();
    void showColumns();
    [[nodiscard]] bool isApart() const;
    void clicked(const QModelIndex& index);
    [[nodiscard]] std::optional<OverviewOnly> onlyAt(const QModelIndex& index) const;
    bool drill(int row, OverviewOnly only);
    void lookInside(const QStringList& before);
    void leaveInside();
    void close(int row);
    void toggle(const QModelIndex& index);
    void openAccount(const QModelIndex& index);
    void showMenu(const QPoint& place);
    void addSortActions(QMenu& menu);
    void addGroupActions(QMenu& menu, int row);
    void showOnBook(const OverviewData& groups, std::size_t group, std::vector<Band> bands);
    [[nodiscard]] bool takeKey(int key);

    shell::Context m_context;
    shell::Navigator& m_navigator;
    CompareView m_view; ///< what was asked for last
    std::shared_ptr<const OverviewCauses> m_causes;
    OverviewTable m_table;
    OverviewDelegate* m_delegate;
    QStackedLayout* m_stack;
    QWidget* m_body;
    widgets::EmptyState* m_empty;
    QCheckBox* m_alike;
    QPushButton* m_again; ///< finds the reasons, once that was cancelled
    QTableView* m_rows;
    widgets::SortHead* m_head;
    QPoint m_pressed;                         ///< where the button went down, in the rows
    std::pair<QString, std::string> m_chosen; ///< the current row: the group's name, the account's key
};

} // namespace hb::pages
