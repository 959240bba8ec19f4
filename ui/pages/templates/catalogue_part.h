// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/templates/template_part.h"
#include "ui/shell/page.h"

#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace hb::widgets {
class Card;
}

namespace hb::pages {

class MetricForm;
class NewMetricRow;

/// The *Metrics* tab: the catalogue of the book, and what the chosen metric is. It is the book's, not the
/// draft's: it can be changed whatever is shown.
class CataloguePart : public TemplatePart {
    Q_OBJECT
public:
    CataloguePart(const shell::Context& context, QWidget* parent = nullptr);
    void showDraft(const TemplateView& view) override;
    /// Shows a metric, from wherever one asked for it.
    void choose(const std::string& key);
    /// Shows a metric, with the keys where its owner team is typed.
    void askOwner(const std::string& key);

private:
    /// A metric of the list.
    struct Row {
        std::string key;
        QString name, about, uses;
        friend bool operator==(const Row&, const Row&) = default;
    };
    void buildList(QVBoxLayout& column);
    void buildForm(QVBoxLayout& column);
    void dress();
    [[nodiscard]] std::vector<Row> rowsOf() const;
    [[nodiscard]] const Metric* chosen() const;
    void fill();
    void find(const QString& text);
    void showChosen();
    void add(const Metric& metric);
    void addGoal();
    void closeNew();
    void remove();

    shell::Context m_context;
    TemplateView m_view;
    std::vector<Row> m_rows;
    std::string m_key;    ///< of the chosen metric
    std::string m_wanted; ///< of one that was added, and is chosen as soon as the book has it
    QLineEdit* m_find;
    QListWidget* m_list;
    QLabel* m_none;
    QPushButton* m_new;
    NewMetricRow* m_newRow;
    widgets::Card* m_card;
    MetricForm* m_form;
    QPushButton* m_remove;
    QLabel* m_kept;
};

} // namespace hb::pages
