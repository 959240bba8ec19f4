// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/family.h"
#include "ui/pages/account/account_facts.h"
#include "ui/widgets/card.h"

#include <memory>

class QPushButton;

namespace hb::widgets {
class BandGlyph;
}

namespace hb::pages {

class FamilyRows;

/// The account above this one as a link, and those below it with their scores rolled up to one, the rule of
/// which is shown: the mean weighted by ARR or the lowest, as the book has it; the lowest where no ARR is
/// known. Not there without a family.
class FamilyCard : public widgets::Card {
    Q_OBJECT

public:
    FamilyCard(const theme::Theme& theme, QWidget* parent = nullptr);
    void setAccount(const AccountAt& at);

Q_SIGNALS:
    void accountAsked(const QString& key);
    void ruleAsked(hb::FamilyRule rule);

private:
    void showParent();
    void showScore();
    void showRows();
    /// Made once for a moment: it looks at every account.
    [[nodiscard]] const analytics::Family& family();

    const theme::Theme& m_theme;
    std::optional<AccountAt> m_at;
    std::shared_ptr<const session::Moment> m_of; ///< of the family
    std::unique_ptr<const analytics::Family> m_family;
    bool m_all = false;
    QString m_parentKey;
    QPushButton* m_parent;
    QWidget* m_scorePart;
    widgets::BandGlyph* m_glyph;
    QLabel *m_score, *m_rule, *m_sentence;
    FamilyRows* m_rows;
    QPushButton *m_switch, *m_more;
};

} // namespace hb::pages
