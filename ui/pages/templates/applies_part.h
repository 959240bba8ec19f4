// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/template_matches.h"
#include "ui/pages/templates/template_part.h"
#include "ui/shell/page.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

class QFrame;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace hb::widgets {
class FlowLayout;
}

namespace hb::pages {

class ContestedList;
class ValueList;

/// The *Applies to* tab: which accounts the template asks for, by the values of their attributes, how many it
/// scores, and which others it shares them with. Counts in the background while it is shown.
class AppliesPart : public TemplatePart {
    Q_OBJECT
public:
    AppliesPart(const shell::Context& context, QWidget* parent = nullptr);
    void showDraft(const TemplateView& view) override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// What is counted of the draft in one go.
    struct Counted {
        std::shared_ptr<const session::Moment> moment;
        analytics::TemplateMatches matches;
        std::map<std::string, std::vector<analytics::ValueCount>> values; ///< by attribute
    };
    struct FilterBox {
        QFrame* frame;
        QLabel* title;
        QToolButton* remove;
        ValueList* values;
    };
    void dress();
    void addBox();
    void removeFilter(std::size_t at);
    void chooseValues(std::size_t at, const std::vector<std::string>& values);
    void showFilters();
    void showCounts();
    void fillAttributes();
    void count();
    void change(const std::vector<AttributeFilter>& filters, const QString& text);
    [[nodiscard]] const std::vector<AttributeFilter>& filters() const;
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString sentence() const;

    shell::Context m_context;
    TemplateView m_view;
    QWidget* m_content;
    QLabel* m_question;
    widgets::FlowLayout* m_boxesLayout;
    std::vector<FilterBox> m_boxes; ///< as the draft's filters
    QPushButton* m_add;
    QMenu* m_attributes;
    QLabel* m_sentence;
    ContestedList* m_contested;
    Counted m_counted;
    bool m_isCurrent = false; ///< m_counted is of m_view
};

} // namespace hb::pages
