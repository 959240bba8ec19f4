// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/metric_row.h"
#include "ui/widgets/card.h"

namespace hb::widgets {
class BandGlyph;
}

namespace hb::pages {

/// A group: name, score and share, and a row a metric.
class GroupCard : public widgets::Card {
    Q_OBJECT

public:
    GroupCard(const theme::Theme& theme, QWidget* parent = nullptr);
    void setFacts(const GroupFacts& facts);
    [[nodiscard]] const std::vector<MetricRow*>& rows() const { return m_rows; }

Q_SIGNALS:
    void levelSet(hb::MetricIndex metric, int level, const QString& note);
    void aboutShown(hb::pages::MetricRow* row);
    /// The score of the group, or of one of its metrics.
    void overrideAsked(hb::OverrideTarget target, const QString& key);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] QString asText() const;
    [[nodiscard]] exchange::Table asTable() const;
    const theme::Theme& m_theme;
    QString m_key;
    QString m_whyNotOverride;
    widgets::BandGlyph* m_glyph;
    QLabel *m_name, *m_score, *m_share;
    std::vector<MetricRow*> m_rows;
};

} // namespace hb::pages
