// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/metric_origin.h"
#include "ui/pages/account/account_facts.h"
#include "ui/shell/page.h"

class QMenu;
class QScrollArea;
class QStackedLayout;

namespace hb::widgets {
class EmptyState;
}

namespace hb::pages {

class AccountHead;
class AttributesCard;
class BenchmarkCard;
class CostsCard;
class FamilyCard;
class GroupGrid;
class KeysCard;
class MetricRow;
class OverridesCard;
class ScoreCard;
class SideColumn;
class TrendCard;
struct NamedEdit;

/// One account: why, and what now? Follows the session's moment; walks the list one came from.
class AccountPage : public shell::Page {
    Q_OBJECT

public:
    AccountPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);

    void activate(const session::ViewState& state) override;
    [[nodiscard]] shell::Actions actions() override;
    [[nodiscard]] QString place() const override;
    [[nodiscard]] QString asText() const override;
    /// The costs (or what changed, where that is shown) unrounded, tab-separated.
    [[nodiscard]] exchange::Table asTable() const;
    [[nodiscard]] widgets::Copies copies() override;
    bool escape() override;
    void find() override;
    [[nodiscard]] bool canFind() const override { return m_at.has_value(); }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectParts();
    void follow(const book::ChangeSet& changes);
    void forget();
    void refresh();
    void refreshTrend();
    void fitColumns();
    // what is read from the file
    void readNotes();
    void readHandValues();
    void readOrigin(MetricRow* row);
    void readOrigins();
    // edits
    void apply(const NamedEdit& named);
    void review();
    [[nodiscard]] QString whyNotReview() const; ///< empty: it can be reviewed
    // what a person says over the numbers (account_by_hand.cpp)
    void connectByHand();
    void showByHand();
    void takeBack(const book::Edit& edit);
    void beginRename();
    void beginMerge();
    void readMergeEffect(const QString& into);
    void overrideScore(OverrideTarget target, const QString& key);
    [[nodiscard]] QString whyNotOverride() const; ///< empty: it can be overridden
    // moving about
    void step(int by);
    [[nodiscard]] std::optional<std::size_t> listPosition() const;
    void showMetric(std::size_t position);
    void showWhy();
    void focusLevel();
    void whereFrom();
    void ensureVisible(QWidget* part);
    // copies and menus
    void showMenu(const QPoint& place);
    void addFilters(QMenu& menu);

    shell::Context m_context;
    shell::Navigator& m_navigator;
    QString m_key;
    std::optional<analytics::Period> m_changed; ///< that it was opened with
    AccountId m_id;                             ///< of m_key, which another edit may change
    std::optional<AccountAt> m_at;
    std::vector<book::Note> m_notes;
    std::vector<book::HandValue> m_byHand;

    QStackedLayout* m_stack;
    widgets::EmptyState* m_gone;
    QScrollArea* m_area;
    QWidget* m_body;
    AccountHead* m_head;
    ScoreCard* m_score;
    TrendCard* m_trend;
    CostsCard* m_costs;
    SideColumn* m_side;
    OverridesCard* m_overrides;
    GroupGrid* m_groups;
    BenchmarkCard* m_benchmark;
    AttributesCard* m_attributes;
    FamilyCard* m_family;
    KeysCard* m_keys;
};

} // namespace hb::pages
