// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/next_facts.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hb::pages {

class ActionForm;
class DropForm;
class EntryLine;

/// What is to be done next, each with a tick, changed in its place; above it the proposal of what helps.
class ActionsPart : public QWidget {
    Q_OBJECT

public:
    ActionsPart(const theme::Theme& theme, QWidget* parent);
    /// A form that is open stays, with what was typed.
    void setFacts(const NextFacts& facts);
    void beginAction();
    /// One that could not be kept comes back into its form.
    void takeBack(ActionId action, const book::ActionFacts& facts);
    /// False where nothing was open.
    bool closeForm();

Q_SIGNALS:
    void edited(hb::ActionId action, const std::optional<hb::book::ActionFacts>& facts);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitProposal();
    void fillLines();
    void fillLine(EntryLine& line, const NextAction& action);
    EntryLine* makeLine();
    void arrange();
    void open(QWidget* form, ActionId action);
    void close(ActionId action, const std::optional<book::ActionFacts>& facts);
    void finish(ActionId action);
    void edit(ActionId action);
    void drop(ActionId action);
    void showMenu(ActionId action, const QPoint& place);
    [[nodiscard]] const NextAction* find(ActionId action) const;
    [[nodiscard]] std::optional<std::size_t> placeOf(ActionId action) const;
    const theme::Theme& m_theme;
    NextFacts m_facts;
    std::vector<EntryLine*> m_lines; ///< those shown, in the order of the facts
    QVBoxLayout* m_rows;
    QPushButton* m_rest;
    QPushButton* m_proposal;
    QLabel* m_empty;
    ActionForm* m_form;
    DropForm* m_drop;
    QWidget* m_open = nullptr; ///< the form that is open
    ActionId m_openAction;     ///< none: a new one
    bool m_all = false;
};

} // namespace hb::pages
