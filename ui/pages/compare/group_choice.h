// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compare/compare_part.h"
#include "ui/widgets/calm_box.h"

#include <array>
#include <optional>
#include <vector>

namespace hb::pages {

/// Which of the question's groups a tab looks at: all of them first. QComboBox::activated says that a person
/// chose another.
class GroupChoice : public widgets::CalmBox {
    Q_OBJECT
public:
    GroupChoice(const QString& name, QWidget* parent = nullptr);
    /// The groups of the later day; the chosen one stays where it is still there.
    void setView(const CompareView& view);
    /// "Ana Lopez", "Ana Lopez, EMEA"; empty for all.
    [[nodiscard]] QString chosenTitle() const;
    /// The group of that title where there is one, else all.
    void choose(const QString& title);
    /// What shows its accounts on the Book page.
    [[nodiscard]] session::Filter filter() const;
    /// Its accounts, of those compared, churned ones too.
    [[nodiscard]] std::vector<AccountIndex> members() const;

private:
    using Values = std::array<TextIndex, 2>;
    [[nodiscard]] std::optional<Values> chosen() const; ///< none: all
    CompareView m_view;
    std::vector<Values> m_groups; ///< of the entries after the first
};

} // namespace hb::pages
