// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/account_facts.h"
#include "ui/shell/page.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedLayout;

namespace hb::widgets {
class BandGlyph;
class EmptyState;
} // namespace hb::widgets

namespace hb::pages {

class CostsCard;
class GroupCard;
class MetricRow;
class NotesCard;
class ScoreCard;
class TrendCard;

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
    [[nodiscard]] QString asTable() const;
    bool escape() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTop(QWidget* body);
    void buildHead(QWidget* body);
    void connectParts();
    void follow(const book::ChangeSet& changes);
    void refresh();
    void refreshTop();
    void refreshGroups();
    void refreshTrend();
    void readNotes();
    void dress();
    void fitColumns();
    void placeGroups();
    void step(int by);
    void review();
    void addNote(const QString& text);
    void setLevel(MetricIndex metric, int level, const QString& note);
    void showMetric(std::size_t position);
    void readHistory(MetricRow* row);
    void focusLevel();
    void whereFrom();
    void copyPicture();
    void showMenu();
    [[nodiscard]] std::optional<std::size_t> listPosition() const;
    [[nodiscard]] bool canReview() const;
    [[nodiscard]] QString whyNotReview() const;

    shell::Context m_context;
    shell::Navigator& m_navigator;
    QString m_key;
    std::optional<AccountAt> m_at;
    std::vector<book::Note> m_notes;

    QStackedLayout* m_stack = nullptr;
    widgets::EmptyState* m_gone = nullptr;
    QScrollArea* m_area = nullptr;
    QWidget* m_body = nullptr;
    QLabel *m_position = nullptr, *m_name = nullptr, *m_facts = nullptr, *m_headline = nullptr;
    QPushButton *m_previous = nullptr, *m_next = nullptr, *m_reviewed = nullptr, *m_note = nullptr,
                *m_more = nullptr;
    widgets::BandGlyph* m_glyph = nullptr;
    ScoreCard* m_score = nullptr;
    TrendCard* m_trend = nullptr;
    CostsCard* m_costs = nullptr;
    NotesCard* m_notesCard = nullptr;
    QGridLayout* m_groupGrid = nullptr;
    std::vector<GroupCard*> m_groups;
};

/// The page's line in the registry: not in the rail, it opens from anywhere.
[[nodiscard]] shell::PageInfo accountPageInfo();

} // namespace hb::pages
