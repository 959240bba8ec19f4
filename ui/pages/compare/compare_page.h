// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compare/compare_tabs.h"
#include "ui/session/view_state.h"

#include <QJsonObject>

#include <optional>
#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;
class QStackedWidget;
class QVBoxLayout;

namespace hb::widgets {
class EmptyState;
}

namespace hb::pages {

class QuestionLine;

/// Portfolios beside one another: where, since when, why. One question for all tabs; the book is scored once
/// on both of its days, and grouping it anew scores nothing again.
class ComparePage : public shell::Page {
    Q_OBJECT
public:
    ComparePage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);

    void activate(const session::ViewState& state) override;
    [[nodiscard]] shell::Actions actions() override;
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] widgets::Copies copies() override;
    [[nodiscard]] widgets::ExportOf exportOf() const override;
    [[nodiscard]] std::optional<QJsonObject> viewContent() const override;
    QString showView(const QJsonObject& content) override;
    bool escape() override;
    [[nodiscard]] std::vector<QWidget*> regions() override;

    /// By its name in compareTabs().
    void showTab(const QString& name);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Tab {
        CompareTab info;
        QPushButton* button = nullptr;
        ComparePart* part = nullptr; ///< made when it is first in front
    };
    /// What the book is scored for: the moment keeps alive what it is compared with.
    struct Asked {
        std::shared_ptr<const session::Moment> moment;
        analytics::Period period;
        std::optional<session::AttributeTest> among;

        friend bool operator==(const Asked&, const Asked&) = default;
    };

    void build();
    void addTab(const CompareTab& info, QWidget* row);
    void goTo(const session::CompareState& state);
    void follow();
    void compare(const Asked& asked);
    void showCompared();
    void showNote();
    void fitLine();
    void followPerson();
    void compareAmong(const std::optional<session::AttributeTest>& among);
    void forget();
    void sayWhyNot(const Error& error);
    void stepTab(int step);
    void openAccount(const std::shared_ptr<const analytics::ComparedBook>& of,
                     AccountIndex account,
                     const std::vector<AccountIndex>& list);
    [[nodiscard]] Tab* front();
    [[nodiscard]] const Tab* front() const;
    [[nodiscard]] ComparePart* partOf(Tab& tab);

    shell::Context m_context;
    shell::Navigator& m_navigator;
    session::CompareState m_state;
    CompareView m_view;                      ///< no book: nothing is shown yet
    Asked m_asked;                           ///< of the work under way or done
    Asked m_shown;                           ///< what m_view.book is of
    std::optional<QJsonObject> m_nextLayout; ///< of a saved view, for the place that is gone to next
    std::optional<QJsonObject> m_layout;     ///< of the place, until its tab shows what it is of
    std::vector<Tab> m_tabs;
    QStackedLayout* m_stack;
    widgets::EmptyState* m_instead; ///< of all: nothing to compare, or why it was not
    QWidget* m_body;
    QBoxLayout* m_top; ///< question and tabs: beside one another, or under where there is no room
    QuestionLine* m_line;
    QWidget* m_tabRow;
    QLabel* m_headline;
    QLabel* m_note;
    QStackedWidget* m_parts;
};

} // namespace hb::pages
