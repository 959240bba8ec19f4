// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/templates/template_part.h"
#include "ui/shell/page.h"

#include <utility>
#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace hb::pages {

class CataloguePart;
class EffectPanel;
class FindingsStrip;
class GoalsPart;
class HistoryPart;
class MetricPanel;
class PublishCard;
class ReviewLine;
class TemplateDesk;
class WeightsPart;

/// What makes the score, and what would change: one template at a time, as its draft or as a version to read.
class TemplatesPage : public shell::Page {
    Q_OBJECT
public:
    TemplatesPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);

    void activate(const session::ViewState& state) override;
    [[nodiscard]] shell::Actions actions() override;
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] widgets::Copies copies() override;
    bool escape() override;
    [[nodiscard]] std::vector<QWidget*> regions() override;

    /// By the name of its tab: "scorecard", "exceptions", "scheme", "applies", "metrics", "history",
    /// "charter", "goals".
    void showTab(const QString& name);
    void beginPublish();
    /// Where a fault of the draft can be mended: its place as draftFaults() gives it.
    void showFault(const QString& place);
    /// For pictures: a draft with one weight and one bound moved, where none is shown. It is not kept.
    void tryOut();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Beside { Nothing, Effect }; ///< the effect where it moves scores
    struct Tab {
        QString name;
        QPushButton* button;
        QWidget* page;
        Beside beside;
    };
    void build();
    void buildHead(QVBoxLayout& column);
    void buildTabs();
    void fitColumns();
    void showName();
    void nameGoalsTab();
    QWidget* scorecardTab();
    void addTab(const char* name, const QString& text, QWidget* page, Beside beside);
    void connectPart(TemplatePart* part);
    void connectParts();
    void follow();
    void followEffect();
    void followFindings();
    void dropHalfTyped();
    void showMetric(const QString& key);
    [[nodiscard]] QString metricAt(const QStringList& path) const;
    [[nodiscard]] QString stateText() const;
    void addCopies(shell::Actions& all);
    void showTemplateMenu();
    void addTemplates(QMenu& menu);
    void duplicate();
    void discard();
    void publish(const QString& reason, Day from);
    void mend(int row);
    void askOwner(const QString& metric);
    void exportVersion(int number);

    shell::Context m_context;
    shell::Navigator& m_navigator;
    TemplateDesk* m_desk;
    QPushButton* m_template;
    QLabel* m_state;
    QPushButton* m_begin;
    QPushButton* m_discard;
    QPushButton* m_publish;
    ReviewLine* m_review;
    std::vector<Tab> m_tabs;
    QWidget* m_tabRow;
    QStackedWidget* m_stack;
    std::vector<TemplatePart*> m_parts;
    WeightsPart* m_weights;
    MetricPanel* m_metric;
    HistoryPart* m_history;
    CataloguePart* m_catalogue = nullptr;
    GoalsPart* m_goals = nullptr;
    QWidget* m_right;
    PublishCard* m_publishCard;
    EffectPanel* m_effect;
    FindingsStrip* m_findings;
    std::pair<QString, int> m_shown; ///< key and version
    QString m_publishing;            ///< key of the template that the publish card is about
};

} // namespace hb::pages
