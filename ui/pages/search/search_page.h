// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/search/search_model.h"
#include "ui/shell/page.h"
#include "ui/widgets/copy_menu.h"

#include <QTimer>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace hb::widgets {
class EmptyState;
}

namespace hb::pages {

/// Finds what was written about any account. Enter or a click opens the account, its timeline searched for
/// the same words.
class SearchPage : public shell::Page {
    Q_OBJECT

public:
    SearchPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);

    void activate(const session::ViewState& state) override;
    [[nodiscard]] shell::Actions actions() override;
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] widgets::Copies copies() override;
    bool escape() override;
    [[nodiscard]] std::vector<QWidget*> regions() override;
    void find() override;
    [[nodiscard]] bool canFind() const override { return true; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    QBoxLayout* buildField();
    void buildTable();
    void fit();
    void dress();
    void read();
    void show(const QString& words, std::vector<SearchRow> rows);
    void filter();
    [[nodiscard]] std::optional<TimelineItem> chosenItem() const;
    void choose(const std::optional<TimelineItem>& item);
    void showState();
    void clearOrShowAll();
    void goToRows();
    void openAccount();
    void showMenu(const QPoint& place);
    [[nodiscard]] QString words() const;
    [[nodiscard]] const SearchRow* chosen() const;
    [[nodiscard]] session::ViewState placeOf(const SearchRow& row) const;

    shell::Context m_context;
    shell::Navigator& m_navigator;
    SearchModel m_model;
    QLineEdit* m_field;
    QAction* m_sign;
    QTimer m_typing;
    std::vector<QPushButton*> m_groups; ///< as models::TimelineGroup, without Data: nobody writes that
    QLabel* m_headline;
    QTableView* m_view;
    widgets::EmptyState* m_empty;
    QString m_found; ///< the words that the rows are of
    int m_asked = 0; ///< counts questions: an answer to an older one is dropped
};

} // namespace hb::pages
