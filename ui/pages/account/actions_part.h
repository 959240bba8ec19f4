// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/lines_part.h"
#include "ui/pages/account/next_facts.h"

#include <functional>

namespace hb::pages {

class ActionForm;
class DropForm;

/// What is to be done next, each with a tick, changed in its place; under it the proposal of what helps.
class ActionsPart : public LinesPart {
    Q_OBJECT

public:
    ActionsPart(const theme::Theme& theme, QWidget* parent);
    /// An action as the book has it by now; none: it is gone.
    using Standing = std::function<std::optional<book::ActionFacts>(ActionId)>;
    void setStanding(Standing standing) { m_standing = std::move(standing); }
    void setFacts(const NextFacts& facts);
    void beginAction();
    /// One that could not be kept comes back into its form.
    void takeBack(ActionId action, const book::ActionFacts& facts);

Q_SIGNALS:
    void edited(hb::ActionId action, const std::optional<hb::book::ActionFacts>& facts);

protected:
    [[nodiscard]] std::vector<std::int64_t> ids() const override;
    void fillLine(EntryLine& line, std::size_t at) override;
    void connectLine(EntryLine& line) override;
    void fillForm(EditForm& form, std::int64_t id) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitProposal();
    void keep(const book::ActionFacts& before, const book::ActionFacts& typed);
    void keepDrop(const QString& reason);
    void finish(ActionId action);
    void edit(ActionId action);
    void drop(ActionId action);
    void showMenu(ActionId action, const QPoint& place);
    [[nodiscard]] bool isOpen(ActionId action) const;
    NextFacts m_facts;
    Standing m_standing;
    QPushButton* m_proposal;
    ActionForm* m_form;
    DropForm* m_drop;
};

} // namespace hb::pages
