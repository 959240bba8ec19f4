// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/book/account_view.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace hb::pages {

class ListDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ListDelegate(const theme::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const theme::Theme& m_theme;
};

/// The same accounts as rows of a table.
class AccountsList : public QTableView {
    Q_OBJECT
public:
    AccountsList(const theme::Theme& theme, models::AccountsModel& model, QWidget* parent = nullptr);
    [[nodiscard]] AccountKeys& keys() { return m_keys; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fit();
    void spanSections();
    void showSort();
    void chooseColumns(const QPoint& at);
    const theme::Theme& m_theme;
    models::AccountsModel& m_model;
    AccountKeys m_keys;
    QStringList m_sized; ///< the columns that have their width
};

} // namespace hb::pages
