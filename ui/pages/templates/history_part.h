// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/templates/template_part.h"
#include "ui/shell/page.h"

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace hb::pages {

class OrderCard;
class VersionCompare;

/// The *History* tab: the versions of the template with the draft on top, what one has other than another,
/// whether it is in use, and the order in which the templates are tried.
class HistoryPart : public TemplatePart {
    Q_OBJECT
public:
    HistoryPart(const shell::Context& context, QWidget* parent = nullptr);
    void showDraft(const TemplateView& view) override;
    /// What differs, in sentences and as a table.
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] std::function<exchange::Table()> asTable() const override;

Q_SIGNALS:
    void versionAsked(int number);
    void restoreAsked(int number);
    void exportAsked(int number);

private:
    /// One that can be chosen and compared; the draft has number 0.
    struct Row {
        int number = 0;
        QString title, right, detail, rightDetail;
        friend bool operator==(const Row&, const Row&) = default;
    };
    void buildVersions(QVBoxLayout& column);
    void buildChanges(QVBoxLayout& column);
    [[nodiscard]] QPushButton*
    versionButton(const char* name, const QString& text, void (HistoryPart::*asked)(int));
    void dress();
    [[nodiscard]] static QString rowName(int number);
    [[nodiscard]] std::vector<Row> rowsOf() const;
    [[nodiscard]] Row rowOf(const TemplateVersion& version) const;
    [[nodiscard]] const Template* findTemplate() const;
    [[nodiscard]] const TemplateVersion* findVersion(int number) const;
    [[nodiscard]] const Draft* findDraft() const;
    void fill();
    void selected();
    void chooseFirst();
    void fillCompare();
    void sayChanges();
    void showLines(const QStringList& lines);
    void takeCompare(int entry);
    void sayUse();
    void toggleRetired();

    shell::Context m_context;
    TemplateView m_view;
    std::vector<Row> m_rows;
    std::vector<std::pair<int, QString>> m_others; ///< what the chosen one can be compared with
    int m_number = -1;                             ///< chosen; -1: none
    int m_compare = -1;                            ///< with which; -1: none
    bool m_isChosen = false;                       ///< by a person: it stays
    QListWidget* m_list;
    QLabel* m_retired;
    QPushButton* m_look;
    QPushButton* m_restore;
    QPushButton* m_export;
    QPushButton* m_retire;
    OrderCard* m_order;
    QComboBox* m_with;
    QLabel* m_changesOf;
    QVBoxLayout* m_lines;
    VersionCompare* m_table;
    QStringList m_said; ///< what differs, as m_lines shows it
};

} // namespace hb::pages
