// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/accounts_model.h"
#include "ui/shell/page.h"
#include "ui/widgets/tile_data.h"

#include <QMenu>
#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QTimer;

namespace hb::pages {

/// The row between the figures and the accounts: scope and filters as pills, the search, grouping, sort and
/// sizes.
class FilterRow : public QWidget {
    Q_OBJECT
public:
    FilterRow(const shell::Context& context, models::AccountsModel& model, QWidget* parent = nullptr);
    /// Shows what the model is arranged by.
    void follow();
    void showLook(widgets::TileSize size, bool asList);
    void find(const QString& text);
    [[nodiscard]] bool isFinding() const;
    void openFilters();
    void openGroups();
    void openSorts();

Q_SIGNALS:
    void sizeChosen(hb::widgets::TileSize size);
    void listChosen();
    void leftForAccounts(); ///< Enter or Down in the search
    void viewsRequested(QWidget* button);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTools(QHBoxLayout& row);
    [[nodiscard]] QPushButton*
    segment(const char* name, const QString& text, const QString& says, std::function<void()> run);
    void pill(const QString& text, std::function<void(session::Filter&)> remove);
    void change(const std::function<void(session::Filter&)>& edit);
    void fillFilterMenu();
    void fillGroupMenu();
    void fillSortMenu();
    [[nodiscard]] QString groupTitle() const;

    shell::Context m_context;
    models::AccountsModel& m_model;
    QHBoxLayout* m_pills;
    QLineEdit* m_search;
    QTimer* m_searchDelay;
    QPushButton* m_scope;
    QPushButton* m_add;
    QPushButton* m_views;
    QPushButton* m_group;
    QPushButton* m_sort;
    std::vector<QPushButton*> m_segments; ///< S, M, L, list
    std::vector<QWidget*> m_shownPills;
};

} // namespace hb::pages
