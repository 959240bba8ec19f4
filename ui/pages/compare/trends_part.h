// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/book_trend.h"
#include "core/exchange/table.h"
#include "ui/charts/trend_data.h"
#include "ui/pages/compare/compare_part.h"

#include <memory>
#include <optional>
#include <vector>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace hb::charts {
class BandsChart;
class TrendChart;
} // namespace hb::charts
namespace hb::widgets {
class Card;
}

namespace hb::pages {

class GroupChoice;

/// How the bands' shares and the mean went up to the end of the period: as it was, or as today's templates
/// would have scored it.
class TrendsPart : public ComparePart {
    Q_OBJECT
public:
    TrendsPart(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);
    void showView(const CompareView& view) override;
    [[nodiscard]] QString headline() const override { return m_headline; }
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] exchange::Table asTable() const override;
    [[nodiscard]] QString scopeWords() const override { return m_shownGroup; }
    [[nodiscard]] bool hasTable() const override { return m_trend && !m_trend->days.empty(); }
    [[nodiscard]] QJsonObject layoutContent() const override;
    void layOut(const QJsonObject& content) override;
    [[nodiscard]] std::vector<QWidget*> regions() override;
    bool escape() override;

private:
    void build();
    [[nodiscard]] QWidget* buildSwitch();
    [[nodiscard]] widgets::Card* buildCharts();
    void fit();
    void work();
    void stay(const Error& error);
    void showTrend(const std::shared_ptr<const analytics::BookTrend>& trend);
    void showNotes();
    void showBands();
    void showMean();
    void choose(Day day);
    void leaveDay();
    void showMenu(QWidget& chart, const QPoint& place);
    [[nodiscard]] analytics::ScoredBy scoredBy() const;
    [[nodiscard]] analytics::Measure measure() const;
    [[nodiscard]] const analytics::BookDay* dayAt(Day day) const;
    [[nodiscard]] std::vector<charts::TrendMarker> markers() const;
    [[nodiscard]] QString detailOf(Day day) const;

    shell::Context m_context;
    shell::Navigator& m_navigator;
    CompareView m_view;                                  ///< asked for
    CompareView m_shown;                                 ///< what m_trend is of
    analytics::ScoredBy m_shownBy = {};                  ///< and how it is scored
    std::shared_ptr<const analytics::BookTrend> m_trend; ///< null until it is worked out
    QString m_shownGroup;                                ///< and whose it is; empty: all
    QString m_headline;
    std::optional<Day> m_day; ///< that was chosen
    GroupChoice* m_group;
    QButtonGroup* m_by;
    QPushButton* m_again; ///< once the work on another question was cancelled
    QLabel* m_bandsTitle;
    QLabel* m_meanTitle;
    widgets::Card* m_card = nullptr;
    charts::BandsChart* m_bands;
    charts::TrendChart* m_mean;
    QLabel* m_notes;
    QLabel* m_dayWords;
    QPushButton* m_look;
};

} // namespace hb::pages
