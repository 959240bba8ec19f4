// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/red_capacity.h"
#include "ui/pages/templates/draft_scoring.h"
#include "ui/shell/page.h"
#include "ui/widgets/card.h"

#include <optional>

class QPushButton;

namespace hb::pages {

class PlainSpin;

/// The range where red ends, in a scheme whose lowest ranges are red; none in any other.
[[nodiscard]] std::optional<std::size_t> endOfRed(const Scheme& scheme);

/// *Size red to capacity*: the bound that leaves as many red as a team can work, and how many that would have
/// been over the last year. Counts in the background while it is shown.
class CapacityCard : public widgets::Card {
    Q_OBJECT
public:
    CapacityCard(const shell::Context& context, QWidget* parent = nullptr);
    void showView(const TemplateView& view);
    /// A bound is being dragged: the sentence follows.
    void previewScheme(const Scheme& scheme);

Q_SIGNALS:
    void boundWanted(int range, double from);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void count();
    void counted(analytics::ScoresOfYear scores);
    void size();
    void say();
    [[nodiscard]] QString sentence() const;

    shell::Context m_context;
    PlainSpin* m_capacity;
    QPushButton* m_set;
    QLabel* m_sentence;
    QLabel* m_note;
    Scheme m_scheme;
    std::optional<DraftScoring> m_scoring;
    std::optional<analytics::ScoresOfYear> m_scores; ///< of m_scoring
    int m_asked = 0; ///< which draft is counted: answers of older ones are dropped
    bool m_isCounting = false;
    bool m_isWanted = false; ///< sized as soon as it is counted
    bool m_editable = false;
};

} // namespace hb::pages
