// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/templates/template_part.h"
#include "ui/shell/page.h"

#include <functional>
#include <vector>

class QFormLayout;
class QLabel;

namespace hb::pages {

class CommittedField;
class CommittedText;
class PlainSpin;

/// The *Charter* tab: what the template is called, what it is for, who answers for it, and when it is looked
/// at again.
class CharterPart : public TemplatePart {
    Q_OBJECT
public:
    CharterPart(const shell::Context& context, QWidget* parent = nullptr);
    void showDraft(const TemplateView& view) override;

private:
    /// A text of the charter in a box.
    struct TextBox {
        CommittedText* box;
        std::string Charter::* text;
        int high;
    };
    void addBox(const char* name,
                const QString& title,
                const QString& hint,
                std::string Charter::* text,
                const QString& said,
                int high);
    void fillForm();
    void addReview();
    void scroll(QWidget* card);
    void dress();
    void change(const std::function<void(Draft&)>& edit, const QString& text);
    [[nodiscard]] QString takeName(const QString& text);
    [[nodiscard]] QString reviewSentence() const;

    shell::Context m_context;
    TemplateView m_view;
    QFormLayout* m_form;
    CommittedField* m_name;
    QLabel* m_nameFault;
    CommittedField* m_owner;
    PlainSpin* m_months;
    QLabel* m_next;
    std::vector<TextBox> m_boxes;
};

} // namespace hb::pages
