// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/account_facts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

class QLabel;

namespace hb::widgets {
class BandGlyph;
}

namespace hb::pages {

/// The score with its band, trend, freshness and the way to the next band.
class ScoreCard : public widgets::Card {
    Q_OBJECT

public:
    ScoreCard(const theme::Theme& theme, QWidget* parent = nullptr);
    void setFacts(const ScoreFacts& facts);

Q_SIGNALS:
    /// A click: what makes this number?
    void whyAsked();
    void overrideAsked();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] QString words() const;
    void dress();
    const theme::Theme& m_theme;
    ScoreFacts m_facts;
    widgets::BandGlyph* m_glyph;
    QLabel *m_score, *m_number, *m_band, *m_arrow, *m_change, *m_fresh, *m_computed, *m_next, *m_nearest,
        *m_reasons;
};

} // namespace hb::pages
