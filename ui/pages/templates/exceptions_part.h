// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/exception_counts.h"
#include "ui/pages/templates/draft_scoring.h"
#include "ui/pages/templates/template_part.h"
#include "ui/shell/page.h"

#include <optional>
#include <vector>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace hb::widgets {
class EmptyState;
}

namespace hb::pages {

class ExceptionCard;

/// The *Exceptions* tab: caps and raises in order, each with its conditions and whom it touches now. Counts
/// in the background while it is shown.
class ExceptionsPart : public TemplatePart {
    Q_OBJECT
public:
    ExceptionsPart(const shell::Context& context, QWidget* parent = nullptr);
    void showDraft(const TemplateView& view) override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void dress();
    void addCard();
    void add();
    void set(std::size_t at, const ScoreException& exception, const QString& text);
    void move(std::size_t at, int by);
    void remove(std::size_t at);
    void count();
    void showCounts();

    shell::Context m_context;
    TemplateView m_view;
    widgets::EmptyState* m_empty;
    QScrollArea* m_scroll;
    QWidget* m_content;
    QVBoxLayout* m_column;
    QPushButton* m_add;
    std::vector<ExceptionCard*> m_cards; ///< as the draft's exceptions
    struct FocusAfter {
        std::size_t card;
        QString part;
    };
    std::optional<FocusAfter> m_focusAfter; ///< once the draft shows the edit
    std::optional<DraftScoring> m_scoring;
    std::optional<std::vector<analytics::ExceptionCount>> m_counts; ///< of m_scoring
    bool m_isCounting = false;
    int m_asked = 0; ///< which draft is counted: answers of older ones are dropped
};

} // namespace hb::pages
