// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compare/compare_part.h"
#include "ui/pages/compare/heat_map_models.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QMenu;
class QPoint;
class QPushButton;
class QStackedLayout;

namespace hb::widgets {
class Card;
class EmptyState;
class Pill;
} // namespace hb::widgets

namespace hb::pages {

class HeatTable;

/// The heat map: groups or accounts by metrics, and above each metric how much of the book is red in it,
/// since when, and whose it is: one customer or many?
class HeatMapPart : public ComparePart {
    Q_OBJECT
public:
    HeatMapPart(const shell::Context& context, shell::Navigator& navigator, QWidget* parent);

    void showView(const CompareView& view) override;
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] exchange::Table asTable() const override;
    [[nodiscard]] QString scopeWords() const override { return narrowedText(); }
    [[nodiscard]] bool hasTable() const override { return m_rowsModel.rowCount() > 0; }
    [[nodiscard]] std::function<exchange::Table()> tableMaker() const override;
    [[nodiscard]] QJsonObject layoutContent() const override;
    void layOut(const QJsonObject& content) override;
    [[nodiscard]] std::vector<QWidget*> regions() override;
    bool escape() override;

private:
    /// Of the accounts only some: those of a group, or those that are red in a metric.
    struct Narrowed {
        std::optional<std::array<TextIndex, 2>> group = {};
        std::optional<MetricIndex> red = {};

        friend bool operator==(const Narrowed&, const Narrowed&) = default;
    };

    void build();
    void fit();
    void compute();
    void computeWeeks();
    void take(const std::shared_ptr<const HeatMapData>& data);
    void takeLayout();
    [[nodiscard]] static bool isSameMap(const CompareView& a, const CompareView& b);
    // what stands where
    void arrange();
    void arrangeAlike(const HeatMapOrder& order);
    void showOrder(HeatMapOrder order);
    [[nodiscard]] std::vector<AccountIndex> accountsShown() const;
    [[nodiscard]] HeatMapOrder usualOrder() const;
    void lookInside();
    [[nodiscard]] std::optional<Narrowed> narrowedBy(const QStringList& inside) const;
    // what a person asks
    void askHead(const QModelIndex& index);
    void askRow(const QModelIndex& index);
    void goOn(const HeatMapShown& shown, std::uint32_t row);
    [[nodiscard]] QStringList oneUp() const;
    void showMenu(const HeatTable& table, const QPoint& place);
    void addRowAction(QMenu& menu, std::uint32_t row);
    void addMetricActions(QMenu& menu, std::size_t column);
    void sortBy(MetricIndex metric);
    void listRed(MetricIndex metric);
    // what is said
    void sayMetric();
    void sayState();
    [[nodiscard]] QString narrowedText() const;
    /// Of what is shown.
    [[nodiscard]] std::optional<std::size_t> metricInFocus() const;
    /// What is shown is what is arranged next too: else positions in it mean something else.
    [[nodiscard]] bool isShownNewest() const { return m_data && m_rowsModel.shown().data == m_data; }

    shell::Context m_context;
    CompareView m_view;
    CompareView m_asked;                       ///< of the data that is there or on its way
    std::shared_ptr<const HeatMapData> m_data; ///< the newest; what stands there is the models' shown()
    HeatRows m_rows = HeatRows::Groups;
    std::optional<Narrowed> m_narrowed;
    std::optional<HeatMapSort> m_sort;
    bool m_rowsAlike = false; ///< until a head sorts the rows another way
    std::size_t m_clustered = 0;
    QJsonObject m_layout;   ///< to be taken with the next data
    QStringList m_layoutBy; ///< that it was asked for

    HeatHeadModel m_headModel;
    HeatRowsModel m_rowsModel;
    QStackedLayout* m_stack;
    widgets::EmptyState* m_empty;
    QWidget* m_body;
    QPushButton *m_groups, *m_accounts, *m_alike;
    widgets::Pill* m_pill;
    QLabel *m_note, *m_sentence;
    QPushButton* m_listRed;
    widgets::Card* m_card;
    HeatTable *m_head, *m_map;
};

} // namespace hb::pages
