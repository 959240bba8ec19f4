// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/period_moves.h"
#include "core/exchange/table.h"
#include "ui/pages/compare/compare_part.h"
#include "ui/widgets/movers_list.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;

namespace hb::widgets {
class BandMatrix;
class Card;
} // namespace hb::widgets

namespace hb::pages {

class GroupChoice;

/// Who went from which band to which in the period, and why: a matrix, and a list of who is behind its cells.
class MovementPart : public ComparePart {
    Q_OBJECT
public:
    MovementPart(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);
    void showView(const CompareView& view) override;
    [[nodiscard]] QString headline() const override { return m_headline; }
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] exchange::Table asTable() const override;
    [[nodiscard]] QString scopeWords() const override { return m_shownGroup; }
    [[nodiscard]] bool hasTable() const override { return !m_list->rows().empty(); }
    [[nodiscard]] std::function<exchange::Table()> tableMaker() const override;
    [[nodiscard]] QJsonObject layoutContent() const override;
    void layOut(const QJsonObject& content) override;
    [[nodiscard]] std::vector<QWidget*> regions() override;
    bool escape() override;

private:
    enum class Listed : std::uint8_t { Movers, Cell, Left, Came };
    static constexpr std::size_t mostRows = 300; ///< more than anybody reads
    void build();
    [[nodiscard]] widgets::Card* buildPicture();
    [[nodiscard]] widgets::Card* buildList();
    void fit();
    void work();
    void stay(const Error& error);
    void showMoves(std::shared_ptr<const analytics::PeriodMoves> moves);
    void showLinks();
    void lookInside();
    void list(Listed what, std::pair<Band, Band> cell = {});
    [[nodiscard]] static exchange::Table tableOf(const analytics::ComparedBook& book,
                                                 const std::vector<analytics::Mover>& movers,
                                                 Listed what,
                                                 const std::function<QString(AccountIndex)>& why);
    void showMenu(QWidget& picture, const QPoint& place);
    void chooseCell(Band before, Band after);
    void open(int row);
    [[nodiscard]] std::vector<analytics::Mover> listed() const;
    [[nodiscard]] std::vector<analytics::Mover>
    moversOf(const std::vector<analytics::PaidAccount>& accounts) const;
    [[nodiscard]] widgets::MoverRow rowOf(const analytics::Mover& mover) const;
    [[nodiscard]] QString scoreOf(const scoring::AccountScore& score) const;
    [[nodiscard]] QString listTitle(std::size_t count) const;
    [[nodiscard]] std::function<QString(AccountIndex)> why() const;

    shell::Context m_context;
    CompareView m_view;                                    ///< asked for
    CompareView m_shown;                                   ///< what m_moves is of
    std::shared_ptr<const analytics::PeriodMoves> m_moves; ///< null until they are worked out
    QString m_headline;
    QString m_shownGroup; ///< whose m_moves are; empty: all
    Listed m_listed = Listed::Movers;
    std::pair<Band, Band> m_cell{Band::Red, Band::Red}; ///< of Listed::Cell
    GroupChoice* m_group;
    widgets::BandMatrix* m_matrix;
    QPushButton* m_left;
    QPushButton* m_came;
    QLabel* m_title;
    QPushButton* m_all;
    widgets::MoversList* m_list;
    QScrollArea* m_area;
};

} // namespace hb::pages
