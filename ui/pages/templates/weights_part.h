// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/templates/template_part.h"

#include <set>
#include <string>
#include <vector>

class QMenu;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace hb::pages {

class WeightGroupRow;
class WeightRow;

/// The metrics of the template in their groups, with their weights and shares. A metric is dragged into
/// another group, or moved there with Ctrl+Up and Ctrl+Down.
class WeightsPart : public TemplatePart {
    Q_OBJECT
public:
    WeightsPart(const shell::Context& context, QWidget* parent = nullptr);

    void showDraft(const TemplateView& view) override;
    /// The key of the metric that the middle of the page shows; empty: none.
    [[nodiscard]] const QString& chosen() const { return m_chosen; }
    void choose(const QString& key);
    void showChosen();
    void addGroup();
    void showAddMenu();

Q_SIGNALS:
    void metricChosen(const QString& key);
    void newMetricAsked();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// Where a metric stands, or would: before `metric` of `group`.
    struct Place {
        std::size_t group = 0;
        std::size_t metric = 0;
    };
    void build();
    void makeRows();
    void connectRow(WeightRow* row);
    void connectGroup(WeightGroupRow* row, std::size_t group);
    void refresh();
    [[nodiscard]] const Metric* metricOf(const std::string& key) const;
    [[nodiscard]] QString nameOf(const std::string& key) const;
    [[nodiscard]] std::optional<Place> placeOf(const std::string& key) const;
    [[nodiscard]] Place placeAt(int y) const;
    [[nodiscard]] int lineAt(const Place& place) const;
    [[nodiscard]] Draft withWeight(const std::string& key, double weight) const;
    void lock(const std::string& key, bool isLocked);
    void previewWeight(const QString& key, double weight);
    void setWeight(const QString& key, double weight);
    void setGroupWeight(std::size_t group, double weight);
    void move(const std::string& key, Place to);
    void step(const QString& key, int by);
    void remove(const QString& key);
    void add(const std::string& key);
    void drag(const QString& key);
    void showMetricMenu(const WeightRow& row, const QPoint& place);
    void showGroupMenu(std::size_t group, const QPoint& place);
    void moveGroup(std::size_t group, int by);
    void renameGroup(std::size_t group, const QString& name);
    void removeGroup(std::size_t group);
    void rollUpGroup(std::size_t group, Rollup rollup);

    shell::Context m_context;
    TemplateView m_view;
    QString m_chosen;
    std::set<std::string> m_locked; ///< keys of metrics whose share stays; of this window alone
    std::vector<WeightGroupRow*> m_groups;
    std::vector<std::vector<WeightRow*>> m_rows; ///< by group
    QScrollArea* m_area;
    QWidget* m_body;
    QVBoxLayout* m_lines;
    QPushButton* m_addMetric;
    QPushButton* m_addGroup;
    QWidget* m_dropLine; ///< where what is dragged would stand
};

} // namespace hb::pages
