// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"
#include "ui/pages/account/edit_form.h"
#include "ui/pages/account/next_facts.h"

#include <array>

class QPushButton;

namespace hb::pages {

class DayField;

/// What became of the account: renewed, churned, expanded or downgraded, on which day, by how much, and why.
class OutcomeForm : public EditForm {
    Q_OBJECT

public:
    OutcomeForm(const theme::Theme& theme, QWidget* parent);
    void setAbout(const NextFacts& about);
    void setOutcome(const book::SetOutcome& outcome);

Q_SIGNALS:
    void kept(hb::OutcomeKind kind, hb::Day day, const hb::book::OutcomeFacts& facts);

protected:
    void keep() override;

private:
    [[nodiscard]] OutcomeKind kind() const;
    void say();
    std::array<QPushButton*, 4> m_kinds{};
    DayField* m_day;
    QLineEdit* m_change;
    QLineEdit* m_reason;
};

/// An amount as people type it, in hundredths: "12,000", "-12k", "+$1.2M". None for anything else.
[[nodiscard]] std::optional<std::int64_t> typedCents(const QString& text);

} // namespace hb::pages
