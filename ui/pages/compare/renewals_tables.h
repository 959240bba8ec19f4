// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/table_model.h"
#include "ui/pages/compare/renewals_rows.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

#include <memory>

namespace hb::pages {

struct RenewalRow {
    std::shared_ptr<const RenewalsShown> of;
    std::size_t group = 0;

    [[nodiscard]] const RenewalGroup& cells() const { return of->groups[group]; }
};

/// Groups x quarters: what renews, and what of it is not green.
class RenewalsModel : public models::TableModel<RenewalRow> {
public:
    static constexpr int quarterCount = 4;
    explicit RenewalsModel(QObject* parent);
    void show(const std::shared_ptr<const RenewalsShown>& shown);
    /// Null for the names, and where nothing renews.
    [[nodiscard]] const RenewalCell* cellAt(const QModelIndex& index) const;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

/// Paints the cells of RenewalsModel: the words, and the bands as a bar under them.
class RenewalCellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    RenewalCellDelegate(const theme::Theme& theme, const RenewalsModel& model, QObject* parent);
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const theme::Theme& m_theme;
    const RenewalsModel& m_model;
};

struct ExpectedRow {
    QString quarter;
    analytics::ExpectedArr arr;
};

/// What each quarter is expected to keep, a row a currency.
[[nodiscard]] std::vector<models::Column<ExpectedRow>> expectedColumns();
[[nodiscard]] std::vector<ExpectedRow> expectedRows(const RenewalsShown& shown);
[[nodiscard]] std::vector<models::Column<RetentionRow>> retentionColumns(const QString& firstTitle);

struct RenewingRow {
    analytics::Renewing renewing;
    QString name;
    QString owner;
    QString score; ///< and its band
    Day today;     ///< for the years of days
};

/// The accounts behind a cell.
[[nodiscard]] std::vector<models::Column<RenewingRow>> renewingColumns();
[[nodiscard]] std::vector<RenewingRow> renewingRows(const RenewalsShown& shown, const RenewalCell& cell);

} // namespace hb::pages
