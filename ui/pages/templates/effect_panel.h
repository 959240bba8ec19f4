// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/robustness.h"
#include "core/book/draft_effect.h"
#include "ui/pages/templates/template_part.h"
#include "ui/widgets/card.h"

#include <memory>
#include <optional>
#include <utility>

class QLabel;
class QPushButton;

namespace hb::widgets {
class BandMatrix;
class MoversList;
} // namespace hb::widgets

namespace hb::pages {

class EffectBars;

/// What the draft would change: how many are in each band before and after, who changes band and why; or what
/// is missing in it.
class EffectPanel : public widgets::Card {
    Q_OBJECT
public:
    EffectPanel(const shell::Context& context, QWidget* parent = nullptr);
    /// Null: nothing is being shaped; the panel then says what it is for.
    void setEffect(const TemplateView& view, std::shared_ptr<const book::DraftEffect> effect);
    [[nodiscard]] QString asText() const;
    /// Its table is who changes band, all of them, largest ARR first.
    [[nodiscard]] widgets::Copies copies();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

Q_SIGNALS:
    void accountAsked(const QString& key);
    /// A fault of the draft was clicked: its place in it, "/groups/1/weight".
    void faultAsked(const QString& place);

private:
    void build();
    void refresh();
    void showFaults();
    void showMovement();
    void showBars();
    void showMovers();
    void chooseCell(Band before, Band after);
    [[nodiscard]] bool hasMovement() const;
    [[nodiscard]] widgets::Copies copiesAt(const QPoint& place);
    void tryWeights();
    void showTried(const std::optional<analytics::Robustness>& tried);
    [[nodiscard]] const std::shared_ptr<const scoring::Scorer>& scorer() const; ///< of what is shown

    shell::Context m_context;
    TemplateView m_view;
    std::shared_ptr<const book::DraftEffect> m_effect;
    std::optional<std::pair<Band, Band>> m_cell; ///< whose accounts are listed; none: all movers
    QLabel* m_headline;
    QLabel* m_words; ///< coverage, other templates
    QLabel* m_faults;
    QWidget* m_pictures;
    EffectBars* m_accounts;
    EffectBars* m_money;
    widgets::BandMatrix* m_matrix;
    QLabel* m_listTitle;
    QPushButton* m_all;
    widgets::MoversList* m_movers;
    QPushButton* m_try; ///< asks which bands are an accident of the weights
    QLabel* m_tried;
};

} // namespace hb::pages
