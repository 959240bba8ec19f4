// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compare/compare_part.h"
#include "ui/pages/compare/renewals_tables.h"

#include <memory>
#include <string>
#include <vector>

class QLabel;
class QTableView;

namespace hb::charts {
class ScatterChart;
}
namespace hb::widgets {
class Card;
}

namespace hb::pages {

/// What is up for renewal, what of it is not green, what the book's own outcomes say will stay, and what was
/// kept of those who were there before.
class RenewalsPart : public ComparePart {
    Q_OBJECT

public:
    RenewalsPart(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);

    void showView(const CompareView& view) override;
    [[nodiscard]] QString headline() const override { return m_headline; }
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] exchange::Table asTable() const override;
    [[nodiscard]] bool hasTable() const override;
    [[nodiscard]] std::vector<QWidget*> regions() override;
    bool escape() override;

private:
    using Shown = std::shared_ptr<const RenewalsShown>;
    QWidget* buildRenewals();
    QWidget* buildExpected();
    QWidget* buildKept();
    QWidget* buildScatter();
    void fit();
    void take(const Shown& shown);
    void showScatter();
    void showRates();
    void sayError(const Error& error);
    void chooseFigure(const QModelIndex& index);
    void lookInside();
    [[nodiscard]] QString groupAt(int row) const;
    [[nodiscard]] QStringList wordsOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex cellOf(const QStringList& words) const;
    [[nodiscard]] std::string accountBehind() const;
    void chooseBehind(const std::string& account);
    void openAccount(const QModelIndex& index);
    void showMenu(QTableView& table, const QPoint& place);
    void openPoint(int point);
    void showScatterMenu(const QPoint& place);

    shell::Context m_context;
    Shown m_shown;
    QString m_headline;
    QStringList m_inside; ///< the figure whose accounts are listed: wordsOf()
    RenewalsModel m_renewals;
    models::TableModel<RenewingRow> m_behindRows;
    models::TableModel<ExpectedRow> m_expectedRows;
    models::TableModel<RetentionRow> m_keptRows;
    models::TableModel<RetentionRow> m_quarterRows;
    widgets::Card *m_behindCard, *m_expectedCard;
    charts::ScatterChart* m_scatter;
    widgets::Card* m_scatterCard;
    QTableView *m_table, *m_behind, *m_expected, *m_kept, *m_quarters;
    QLabel *m_empty, *m_hint, *m_overdue, *m_scatterNote, *m_rates, *m_sentence;
};

} // namespace hb::pages
