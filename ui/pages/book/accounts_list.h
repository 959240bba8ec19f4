// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/book/account_view.h"
#include "ui/pages/book/list_columns.h"
#include "ui/shell/page.h"

#include <QTableView>

namespace hb::pages {

/// The same accounts as rows of a table. The name stays in sight while the rest is scrolled sideways; which
/// columns are shown, how wide and in which order is remembered.
class AccountsList : public QTableView {
    Q_OBJECT
public:
    AccountsList(const shell::Context& context, models::AccountsModel& model, QWidget* parent = nullptr);
    [[nodiscard]] AccountKeys& keys() { return m_keys; }
    /// The menu that shows and hides columns, at a place of the window.
    void chooseColumns(const QPoint& at);
    void chooseColumns();
    /// As the settings keep them.
    void setColumns(const QByteArray& columns);
    /// The ids of the columns that are shown, from left to right.
    [[nodiscard]] QStringList shownColumns() const;

    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void buildHead();
    void fit();
    void placeColumns();
    void remember();
    void spanSections();
    void showSort();
    void sortByHead(int column);
    shell::Context m_context;
    models::AccountsModel& m_model;
    AccountKeys m_keys;
    ListColumns m_columns; ///< as they stand
    bool m_placing = false;
};

} // namespace hb::pages
